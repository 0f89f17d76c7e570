export { insight } from './room.ts';
export { ListCompleteness } from './completeness/list-completeness.ts';
export { DrawBasis } from './draw-basis.ts';
export { ExportCombined } from './export-combined.ts';
export { ListChoices } from './list-choices.ts';
export { ListCombined } from './list-combined.ts';
export { RefreshCombined } from './refresh-combined.ts';
