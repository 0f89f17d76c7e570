export { annotateFile, type Annotations } from './annotating/annotate-file.ts';
export type { AddedCell, AddedRow, AddedSheet, CellRemark, LinkTarget, RemarkSeverity } from './annotating/remarks.ts';
export { blobSource, bytesOf, chunksOf, type BlobLike, type ByteSource } from './byte-source.ts';
export type { TableFormat } from './table.ts';
export { openTable, type OpenOptions } from './open-table.ts';
export { copyText, memoiseText } from './memoise-text.ts';
export { ReadProblem, type ReadProblemCode, type ReadProblemParams } from './read-problem.ts';
export {
  reportLimits,
  zipLimits,
  type Cell,
  type CellKind,
  type ReadLimits,
  type ReadNote,
  type Row,
  type SheetInfo,
  type TableFile,
  type ZipLimits,
} from './table.ts';
export { isReadProblemCode, noteMessage, problemMessage } from './texts.ts';
export type {
  DependentChoices,
  CellMark,
  WriteColumn,
  WriteKind,
  WriteSheet,
  WriteValue,
} from './writing/table-to-write.ts';
export { safeField, writeCsv, type WriteCsvOptions, type WriteCsvTable } from './writing/write-csv.ts';
export { redactedFileName, writeRedacted, type Redactor } from './writing/write-redacted.ts';
export { writeXlsx } from './writing/write-xlsx.ts';
export { cellReference, columnName } from './xlsx/cell-place.ts';
export { openZip, readEntry, type ZipFile } from './zip/open-zip.ts';
export type { ZipEntry } from './zip/read-directory.ts';
export { writeZip, type ZipPart } from './zip/write-zip.ts';
