export { blobSource, bytesOf, chunksOf, type BlobLike, type ByteSource } from './byte-source.ts';
export { openTable, type OpenOptions } from './open-table.ts';
export { ReadProblem, type ReadProblemCode, type ReadProblemParams } from './read-problem.ts';
export { reportLimits, zipLimits, type Cell, type CellKind, type ReadLimits, type ReadNote, type Row, type SheetInfo, type TableFile, type ZipLimits } from './table.ts';
export { cellPlace, columnName } from './xlsx/cell-place.ts';
export { openZip, readEntry, type ZipFile } from './zip/open-zip.ts';
export type { ZipEntry } from './zip/read-directory.ts';
export { writeZip, type ZipPart } from './zip/write-zip.ts';
