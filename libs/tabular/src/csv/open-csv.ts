import { chunksOf } from '../byte-source.ts';
import type { ByteSource } from '../byte-source.ts';
import { ReadProblem } from '../read-problem.ts';
import { addNote } from '../table.ts';
import type { Cell, ReadLimits, ReadNote, Row, TableFile } from '../table.ts';
import { textReader } from './decode-text.ts';
import { declaredDelimiter, detectDelimiter } from './detect-delimiter.ts';
import { detectFixedWidth, FixedWidthScanner } from './fixed-width.ts';
import { CsvScanner } from './scan-csv.ts';
import type { CsvRecord } from './scan-csv.ts';
import { surveyBytes } from './survey-bytes.ts';

const SAMPLE_BYTES = 64 * 1024;
/** About a hundred rows per batch. Small batches are released early, while the garbage collector frees them cheaply. */
const BATCH_BYTES = 16 * 1024;
/** End-of-file character that DOS programs write after the last line. */
const END_OF_FILE = '\u001a';
const EMPTY: Cell = Object.freeze({ kind: 'empty', text: '' });

export interface OpenSettings {
  limits: ReadLimits;
  signal?: AbortSignal;
  /** delimiter stated by the user; overrides detection */
  delimiter?: string;
}

/**
 * Returns the text of a field. Programs write ="00412" so that a spreadsheet keeps the zeros: a formula of one text,
 * without anything to run.
 */
function plainText(field: string): string {
  return field.charCodeAt(0) === 61 && /^="[^"]*"$/.test(field) ? field.slice(2, -1) : field;
}

/** Returns the cells of a record without trailing empty ones. @throws ReadProblem 'too-many-columns' */
function cellsOf({ row, fields }: CsvRecord, columnsMax: number): Cell[] {
  let count = fields.length;
  while (count > 0 && fields[count - 1] === '') count -= 1;
  if (count > columnsMax) throw new ReadProblem('too-many-columns', { row, found: count, expected: columnsMax });
  const cells = new Array<Cell>(count);
  for (let index = 0; index < count; index += 1) {
    const text = plainText(fields[index]!);
    cells[index] = text === '' ? EMPTY : { kind: 'text', text };
  }
  return cells;
}

async function* smallChunks(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunksOf(source, { signal, passing: true })) {
    for (let at = 0; at < chunk.length; at += BATCH_BYTES) yield chunk.subarray(at, at + BATCH_BYTES);
  }
}

/** Opens a text file as a table: detects encoding and delimiter first, then streams. */
export async function openCsv(
  source: ByteSource,
  { limits, signal, delimiter: statedDelimiter }: OpenSettings,
): Promise<TableFile> {
  const survey = await surveyBytes(source, signal);
  const sampleBytes = await source.read(0, SAMPLE_BYTES);
  const sample = textReader(survey.encoding).decode(sampleBytes);
  const declared = declaredDelimiter(sample);
  const whole = sampleBytes.length === source.size;
  const detected = detectDelimiter(sample, whole);
  const isStated = statedDelimiter !== undefined || declared !== null;
  // A list with columns at fixed positions is a table with tabs from here on.
  const list = isStated || detected.certain ? null : detectFixedWidth(sample, whole);
  const delimiter = statedDelimiter ?? declared?.delimiter ?? (list ? '\t' : detected.delimiter);
  const notes: ReadNote[] = [];
  if (survey.strayBytes > 0)
    addNote(notes, { code: 'bytes-not-in-encoding', params: { encoding: survey.encoding, count: survey.strayBytes } });

  async function* batches(): AsyncGenerator<Row[]> {
    const reader = textReader(survey.encoding);
    const onNote = (code: ReadNote['code'], row: number) => addNote(notes, { code, params: { row } });
    const scanner = list
      ? new FixedWidthScanner(list, limits.cellBytesMax)
      : new CsvScanner({ delimiter, cellMax: limits.cellBytesMax, onNote });
    let skip = declared?.length ?? 0;
    let rows = 0;
    let read = 0;
    for await (const chunk of smallChunks(source, signal)) {
      read += chunk.length;
      const last = read >= source.size;
      const piece = reader.decode(chunk) + (last ? reader.decode() : '');
      const skipped = Math.min(skip, piece.length);
      skip -= skipped;
      const batch: Row[] = [];
      for (const record of scanner.push(
        piece.slice(skipped, last && piece.endsWith(END_OF_FILE) ? -1 : undefined),
        last,
      )) {
        const cells = cellsOf(record, limits.columnsMax);
        if (cells.length === 0) continue;
        rows += 1;
        if (rows > limits.rowsMax)
          throw new ReadProblem('too-many-rows', { row: record.row, expected: limits.rowsMax });
        batch.push({ sheet: '', row: record.row, cells });
      }
      if (batch.length > 0) yield batch;
    }
  }
  return {
    format: 'csv',
    sheets: [{ name: '', hidden: false, merged: [] }],
    encoding: survey.encoding,
    delimiter,
    notes,
    batches,
  };
}
