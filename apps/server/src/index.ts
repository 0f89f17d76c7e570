export { migrateDatabase } from './migrate-database.ts';
export { rooms } from './rooms.ts';
export { standApart } from './stand-apart.ts';
