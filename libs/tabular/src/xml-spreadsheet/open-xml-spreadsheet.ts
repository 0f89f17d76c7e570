import { chunksOf } from '../byte-source.ts';
import type { ByteSource } from '../byte-source.ts';
import { ReadProblem } from '../read-problem.ts';
import type { ReadLimits, Row, SheetInfo, TableFile } from '../table.ts';
import { ROWS_PER_BATCH, withinLimits, type WorkbookSettings } from '../workbook/workbook-problem.ts';
import { xmlReader, type XmlHandlers } from '../xlsx/read-xml.ts';
import { WorksheetNames, WorksheetRows } from './read-worksheets.ts';

const PART = 'Workbook';
const CHUNK_BYTES = 64 * 1024;
/** A file of at most this size is read twice, so that its merged cells are known before its rows. */
const READ_TWICE_BYTES_MAX = 4 * 1024 * 1024;

/** Reads the file from its start, and returns control after each piece. */
async function* pieces(source: ByteSource, handlers: XmlHandlers, signal?: AbortSignal): AsyncGenerator<void> {
  const xml = xmlReader({ part: PART }, handlers);
  for await (const piece of chunksOf(source, { sizeBytes: CHUNK_BYTES, signal })) {
    xml.write(piece);
    yield;
  }
  xml.end();
  yield;
}

async function* rowsOf(
  source: ByteSource,
  sheets: readonly SheetInfo[],
  limits: ReadLimits,
  signal?: AbortSignal,
): AsyncGenerator<Row[]> {
  const reader = new WorksheetRows(
    sheets.map(({ name }) => name),
    limits,
  );
  for await (const _ of pieces(source, reader, signal))
    while (reader.rows.length > 0) yield reader.rows.splice(0, ROWS_PER_BATCH);
  for (const [at, merged] of reader.merged.entries()) sheets[at]!.merged = merged;
}

/**
 * Opens an XML spreadsheet of Excel 2002 and 2003 (SpreadsheetML), which programs still write under the name .xls.
 * @throws ReadProblem 'not-a-table' | 'too-many-sheets' | 'workbook-damaged' | 'xml-doctype'
 */
export async function openXmlSpreadsheet(source: ByteSource, { limits, signal }: WorkbookSettings): Promise<TableFile> {
  const names = new WorksheetNames();
  for await (const _ of pieces(source, names, signal))
    if (names.sheets.length > limits.sheetsMax)
      throw new ReadProblem('too-many-sheets', { found: names.sheets.length, expected: limits.sheetsMax });
  if (names.sheets.length === 0) throw new ReadProblem('not-a-table', { found: 'xml' });
  if (source.size <= READ_TWICE_BYTES_MAX) for await (const _ of rowsOf(source, names.sheets, limits, signal)) continue;
  return {
    format: 'xml',
    sheets: names.sheets,
    notes: [],
    batches: () => withinLimits(rowsOf(source, names.sheets, limits, signal), limits),
  };
}
