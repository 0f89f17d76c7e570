import { limits } from '@tallgrunn/values';

export type CellKind = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error';

export interface Cell {
  kind: CellKind;
  /**
   * Value as text: a number as decimal text ("-1250.5"), a date as ISO ("2026-03-31" or "2026-03-31T08:30:00"), a
   * boolean as "true" or "false", an error as its code ("#REF!"). A text is unchanged.
   */
  text: string;
  /** Displayed text when it differs from `text`: "00412" for the number 412 formatted as 00000, "25 %" for 0.25. */
  shown?: string;
  /**
   * Formula with its "="; `text` is then the last calculated result. Binary workbooks (.xls, .xlsb) store no formula
   * text: "=" only.
   */
  formula?: string;
  /** Serial number of a date in a workbook. */
  serial?: string;
}

export interface Row {
  sheet: string;
  /**
   * 1-based as in the file: the row number of a worksheet, the record number of a CSV file (blank records count), or
   * the line number of JSON lines. Row 0 of JSON lines has the field names.
   */
  row: number;
  /** Without trailing empty cells. */
  cells: Cell[];
  hidden?: boolean;
}

/** An anomaly that did not stop reading. */
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
   * Merged ranges ("A4:C4"). A workbook lists them after the rows. For sheets of up to 4 MB of XML they are known
   * before the rows are read, for larger ones afterwards.
   */
  merged: string[];
}

/**
 * Table formats. A workbook with macros (.xlsm) is an `xlsx`, a flat OpenDocument file (.fods) an `ods`, an XML
 * spreadsheet of Excel 2003 an `xml`, and a web archive (MHTML) an `html`.
 */
export type TableFormat = 'csv' | 'jsonl' | 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'xml' | 'html';

export interface TableFile {
  format: TableFormat;
  sheets: SheetInfo[];
  encoding?: string;
  delimiter?: string;
  /** Whether dates count from 1904 (old Excel for Mac). Dates are converted correctly in both cases. */
  date1904?: boolean;
  /** Number of sheets renamed because their name contained a person. */
  renamedSheets?: number;
  /** Grows while rows are read. At most 100 notes per code. */
  notes: ReadNote[];
  /** Returns non-empty rows in file order, some hundred at a time. Each call reads from the start. */
  batches(): AsyncIterable<Row[]>;
}

export interface ReadLimits {
  sizeBytesMax: number;
  /** over all sheets; empty rows do not count */
  rowsMax: number;
  columnsMax: number;
  /** characters; the largest cell of Excel has 32,767 */
  cellBytesMax: number;
  sheetsMax: number;
  /** UTF-8 bytes of a workbook's shared texts, which are in memory; for an .xls also the bytes of their records */
  sharedTextBytesMax: number;
  zip: ZipLimits;
}

export interface ZipLimits {
  entriesMax: number;
  /** unpacked bytes of one entry */
  entryBytesMax: number;
  /** unpacked bytes per packed byte, checked once an entry has given more than ratioFromBytes */
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

/** Adds a note unless there are already a hundred with the same code. */
export function addNote(notes: ReadNote[], note: ReadNote): void {
  if (notes.filter(({ code }) => code === note.code).length < NOTES_PER_CODE_MAX) notes.push(note);
}
