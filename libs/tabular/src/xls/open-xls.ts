import type { ByteSource } from '../byte-source.ts';
import { ReadProblem } from '../read-problem.ts';
import type { ReadNote, Row, TableFile } from '../table.ts';
import { rejectActiveStorages, rejectMacroSheets } from '../workbook/active-content.ts';
import { ROWS_PER_BATCH, withinLimits } from '../workbook/workbook-problem.ts';
import type { WorkbookSettings } from '../workbook/workbook-problem.ts';
import { openContainer } from './open-container.ts';
import { orderRows } from './order-rows.ts';
import { readGlobals } from './read-globals.ts';
import type { BoundSheet, WorkbookGlobals } from './read-globals.ts';
import { OldSheetReader } from './read-sheet.ts';
import { sheetRecords, surveySheet } from './survey-sheet.ts';

interface OldWorkbook {
  stream: ByteSource;
  globals: WorkbookGlobals;
  sheets: readonly (BoundSheet & { inOrder: boolean })[];
}

/**
 * Returns the workbook stream, whose name differs before Excel 97. @throws ReadProblem 'password-protected' (an
 * encrypted new workbook is also a compound file) | 'not-a-table'
 */
async function findStream(source: ByteSource, { activeContent }: WorkbookSettings): Promise<ByteSource> {
  const container = await openContainer(source);
  if (container.stream('EncryptedPackage')) throw new ReadProblem('password-protected');
  const stream = container.stream('Workbook') ?? container.stream('Book');
  if (!stream) throw new ReadProblem('not-a-table', { found: 'ole' });
  if (activeContent !== 'ignore') rejectActiveStorages(container);
  return stream;
}

/**
 * Surveys the sheets and rejects overlapping ones, by which a small file could expand without end. @throws ReadProblem
 * 'workbook-damaged'
 */
async function surveySheets(
  stream: ByteSource,
  { sheets }: WorkbookGlobals,
  signal?: AbortSignal,
): Promise<OldWorkbook['sheets']> {
  const surveyed: (BoundSheet & { inOrder: boolean; end: number })[] = [];
  for (const sheet of sheets) {
    const found = { ...sheet, ...(await surveySheet(stream, sheet, signal)) };
    if (surveyed.some(({ at, end }) => found.at < end && at < found.end))
      throw new ReadProblem('workbook-damaged', { sheet: sheet.info.name, part: sheet.info.name, reason: 'overlap' });
    surveyed.push(found);
  }
  return surveyed;
}

async function* rowsOf(
  { stream, globals }: OldWorkbook,
  sheet: BoundSheet,
  { limits, signal }: WorkbookSettings,
): AsyncGenerator<Row[]> {
  const { texts, styles, date1904, form } = globals;
  const reader = new OldSheetReader({ sheet: sheet.info.name, texts, styles, date1904, form, limits });
  for await (const records of sheetRecords(stream, sheet, signal)) {
    for (const record of records) reader.take(record);
    while (reader.rows.length > 0) yield reader.rows.splice(0, ROWS_PER_BATCH);
  }
  reader.closeRow();
  if (reader.rows.length > 0) yield reader.rows;
}

async function* sheetRows(workbook: OldWorkbook, settings: WorkbookSettings): AsyncGenerator<Row[]> {
  for (const sheet of workbook.sheets) {
    const rows = rowsOf(workbook, sheet, settings);
    yield* sheet.inOrder ? rows : orderRows(rows);
  }
}

/**
 * Opens an old Excel workbook (.xls of Excel 5 to 2003, [MS-XLS]), inside or outside a compound file.
 * Shared texts are in memory; sheets are streamed. Macros are never run.
 */
export async function openXls(
  source: ByteSource,
  kind: 'container' | 'bare',
  settings: WorkbookSettings,
): Promise<TableFile> {
  const { limits, signal } = settings;
  const notes: ReadNote[] = [];
  const stream = kind === 'bare' ? source : await findStream(source, settings);
  const globals = await readGlobals(stream, limits, notes, signal);
  if (settings.activeContent !== 'ignore') rejectMacroSheets(notes);
  const workbook: OldWorkbook = { stream, globals, sheets: await surveySheets(stream, globals, signal) };
  return {
    format: 'xls',
    sheets: workbook.sheets.map(({ info }) => info),
    date1904: globals.date1904,
    notes,
    batches: () => withinLimits(sheetRows(workbook, settings), limits),
  };
}
