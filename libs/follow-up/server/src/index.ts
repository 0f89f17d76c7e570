export { followUp } from './room.ts';
