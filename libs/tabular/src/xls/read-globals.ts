import type { ByteSource } from '../byte-source.ts';
import { ReadProblem } from '../read-problem.ts';
import { addNote } from '../table.ts';
import type { ReadLimits, ReadNote, SheetInfo } from '../table.ts';
import { readFields } from '../workbook/workbook-problem.ts';
import { StyleTable } from '../xlsx/read-styles.ts';
import { TextStore } from '../xlsx/shared-texts.ts';
import { ContinuedFields } from './continued-fields.ts';
import type { TextForm } from './continued-fields.ts';
import { BOF, CONTINUE, EOF, recordsOf } from './record-stream.ts';

// Record types of [MS-XLS] 2.3.
const FILE_PASSWORD = 0x2f;
const CODE_PAGE = 0x42;
const DATE_MODE = 0x22;
const BOUND_SHEET = 0x85;
const FORMAT = 0x41e;
const XF = 0xe0;
const TEXTS = 0xfc;

const BIFF8 = 0x0600;
const BIFF5 = 0x0500;
const sheetKinds: Readonly<Record<number, string>> = { 1: 'macrosheet', 2: 'chartsheet', 6: 'module' };

export interface BoundSheet {
  info: SheetInfo;
  /** offset of the first record, in bytes from the start of the stream */
  at: number;
}

/** The global records before the sheets, which apply to all sheets. */
export class WorkbookGlobals {
  readonly sheets: BoundSheet[] = [];
  readonly styles = new StyleTable();
  readonly texts = new TextStore();
  date1904 = false;
  form: TextForm = 'biff8';
  private readonly limits: ReadLimits;
  private readonly notes: ReadNote[];

  constructor(limits: ReadLimits, notes: ReadNote[]) {
    this.limits = limits;
    this.notes = notes;
  }

  /** Reads a record; `parts` are the record and its continuation records. */
  readRecord(type: number, parts: readonly Uint8Array[]): void {
    const fields = new ContinuedFields(...parts);
    if (type === FILE_PASSWORD) throw new ReadProblem('password-protected');
    else if (type === BOF) this.readVersion(fields.u16());
    else if (type === CODE_PAGE && this.form !== 'biff8') this.form = codePage(fields.u16());
    else if (type === DATE_MODE) this.date1904 = fields.u16() === 1;
    else if (type === BOUND_SHEET) this.readSheet(fields);
    else if (type === FORMAT)
      this.styles.addFormat(fields.u16(), fields.text(this.form === 'biff8' ? 2 : 1, this.form));
    else if (type === XF) this.readCellFormat(fields);
    else if (type === TEXTS) this.readTexts(fields);
  }

  private readVersion(version: number): void {
    if (version !== BIFF8 && version !== BIFF5) throw new ReadProblem('document-type-not-supported', { found: 'xls' });
    this.form = version === BIFF8 ? 'biff8' : 'windows-1252';
  }

  private readSheet(fields: ContinuedFields): void {
    if (this.sheets.length >= this.limits.sheetsMax)
      throw new ReadProblem('too-many-sheets', { expected: this.limits.sheetsMax });
    const at = fields.i32() >>> 0;
    const hidden = (fields.u8() & 3) !== 0;
    const kind = sheetKinds[fields.u8()];
    const name = fields.text(1, this.form);
    if (kind) addNote(this.notes, { code: 'sheet-not-a-table', params: { sheet: name, found: kind } });
    else this.sheets.push({ info: { name, hidden, merged: [] }, at });
  }

  private readCellFormat(fields: ContinuedFields): void {
    fields.skip(2);
    this.styles.addCellFormat(fields.u16());
  }

  private readTexts(fields: ContinuedFields): void {
    fields.skip(8);
    const { cellBytesMax, sharedTextBytesMax } = this.limits;
    while (!fields.ended) {
      // One character over the limit is stored, so that the cell that uses the text is rejected with its location.
      this.texts.add(fields.text(2, this.form).slice(0, cellBytesMax + 1));
      if (this.texts.sizeBytes > sharedTextBytesMax)
        throw new ReadProblem('too-many-texts', { expected: sharedTextBytesMax });
    }
  }
}

function codePage(number: number): TextForm {
  if (number === 10_000 || number === 0x8000) return 'macintosh';
  return number === 850 ? 'ibm850' : 'windows-1252';
}

/** Reads the global records before the sheets. @throws ReadProblem 'password-protected' when the rest is encrypted */
export async function readGlobals(
  stream: ByteSource,
  limits: ReadLimits,
  notes: ReadNote[],
  signal?: AbortSignal,
): Promise<WorkbookGlobals> {
  const globals = new WorkbookGlobals(limits, notes);
  let type = 0;
  let parts: Uint8Array[] = [];
  let bytes = 0;
  const take = () => readFields('Workbook', () => globals.readRecord(type, parts));
  for await (const records of recordsOf(stream, 0, signal)) {
    for (const record of records) {
      if (type === 0 && record.type !== BOF)
        throw new ReadProblem('workbook-damaged', { part: 'Workbook', reason: 'first-record' });
      if (record.type === CONTINUE) {
        bytes += record.data.length;
        if (bytes > limits.sharedTextBytesMax)
          throw new ReadProblem('too-many-texts', { expected: limits.sharedTextBytesMax });
        if (type === TEXTS) parts.push(record.data);
        continue;
      }
      take();
      if (record.type === EOF) return globals;
      type = record.type;
      parts = [record.data];
    }
  }
  throw new ReadProblem('workbook-damaged', { part: 'Workbook', reason: 'cut' });
}
