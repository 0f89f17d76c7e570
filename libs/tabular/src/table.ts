import { limits } from '@tallgrunn/values';

export type CellKind = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error';

export interface Cell {
  kind: CellKind;
  /**
   * Decimal text of a number ("-1250.5"), ISO of a date ("2026-03-31" or "2026-03-31T08:30:00"),
   * "true" or "false", "#REF!" of an error, else as written.
   */
  text: string;
  /** What a person sees when it is not `text`: "00412" for the number 412 formatted as 00000, "25 %" for 0.25. */
  shown?: string;
  /** The formula with its "=", when the text is only what a program last calculated. Binary workbooks (.xls, .xlsb) keep no text of it: "=" alone. */
  formula?: string;
  /** Of a date in a workbook: the serial number it is stored as. */
  serial?: string;
}

export interface Row {
  sheet: string;
  /** 1-based as in the file: the row number of a worksheet, the record number of a CSV file (blank ones counted), the line of JSON lines, whose names stand in a row 0 */
  row: number;
  /** Without empty cells at the end. */
  cells: Cell[];
  hidden?: boolean;
}

/** Something odd that did not stop the reading. */
export interface ReadNote {
  code:
    | 'name-says-otherwise'
    | 'bytes-not-in-encoding'
    | 'quote-broken'
    | 'quote-never-closed'
    | 'sheet-missing'
    | 'sheet-not-a-table';
  params: Readonly<Record<string, string | number>>;
}

export interface SheetInfo {
  name: string;
  hidden: boolean;
  /**
   * Merged ranges ("A4:C4"). A workbook lists them after the rows: they are known before the rows of a sheet
   * up to 4 MB of XML, and when the rows have been read for a larger one.
   */
  merged: string[];
}

/** A workbook with macros (.xlsm) is an `xlsx`, a flat OpenDocument file (.fods) an `ods`. */
export type TableFormat = 'csv' | 'jsonl' | 'xlsx' | 'xlsb' | 'xls' | 'ods';

export interface TableFile {
  format: TableFormat;
  sheets: SheetInfo[];
  encoding?: string;
  delimiter?: string;
  /** Whether dates count from 1904 (old Excel for Mac); they are read right either way. */
  date1904?: boolean;
  /** How many sheets have another name here than in the file, for theirs held a person. */
  renamedSheets?: number;
  /** Grows while rows are read. At most 100 of a code are kept. */
  notes: ReadNote[];
  /** Rows that hold something, in the order of the file, some hundred at a time. Each call reads from the start. */
  batches(): AsyncIterable<Row[]>;
}

export interface ReadLimits {
  sizeBytesMax: number;
  /** over all sheets; rows without content are not counted */
  rowsMax: number;
  columnsMax: number;
  /** characters; the largest cell of Excel has 32,767 */
  cellBytesMax: number;
  sheetsMax: number;
  /** UTF-8 bytes of a workbook's table of shared texts, which is held in memory; and bytes of the records an .xls has it in */
  sharedTextBytesMax: number;
  zip: ZipLimits;
}

export interface ZipLimits {
  entriesMax: number;
  /** unpacked bytes of one entry */
  entryBytesMax: number;
  /** unpacked bytes per packed byte, judged when an entry has given more than ratioFromBytes */
  ratioMax: number;
  ratioFromBytes: number;
}

export const zipLimits: ZipLimits = { ...limits.zip, ratioFromBytes: 8 * 1024 * 1024 };

export const reportLimits: ReadLimits = {
  ...limits.report,
  sharedTextBytesMax: 256 * 1024 * 1024,
  zip: { ...zipLimits, entriesMax: 10_000 },
};

const NOTES_PER_CODE_MAX = 100;

/** Keeps a note unless a hundred of its code are kept already. */
export function keepNote(notes: ReadNote[], note: ReadNote): void {
  if (notes.filter(({ code }) => code === note.code).length < NOTES_PER_CODE_MAX) notes.push(note);
}
