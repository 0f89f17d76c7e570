export { exchange } from './room.ts';
