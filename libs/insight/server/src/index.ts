export { insight } from './room.ts';
export { ExportCombined } from './export-combined.ts';
export { RefreshCombined } from './refresh-combined.ts';
