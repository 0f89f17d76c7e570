export { parseQuery } from './odata/parse-query.ts';
export { ReadRows } from './odata/read-rows.ts';
export { ExportFolder, type ParquetManifest } from './parquet/export-folder.ts';
export { ExportParquet } from './parquet/export-parquet.ts';
export { exchange } from './room.ts';
export { combinedLines } from './tables/combined-lines.ts';
