export { ExportFolder, type ParquetManifest } from './parquet/export-folder.ts';
export { ExportParquet } from './parquet/export-parquet.ts';
export { exchange } from './room.ts';
