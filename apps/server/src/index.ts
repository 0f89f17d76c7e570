export { declaredWorkOfRooms, migrateDatabase, readSchemaState } from './migrate-database.ts';
export { exportAuditHeads, sealAudit, verifyAudit } from './seal-audit.ts';
export { rooms } from './rooms.ts';
export { createHeadlessApp } from './create-headless-app.ts';
