export { matching } from './room.ts';
export { MatchLines } from './match-lines.ts';
