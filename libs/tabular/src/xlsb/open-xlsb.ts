import type { ReadLimits, ReadNote, Row, TableFile } from '../table.ts';
import { ROWS_PER_BATCH, withinLimits } from '../workbook/workbook-problem.ts';
import type { WorkbookSettings } from '../workbook/workbook-problem.ts';
import type { OfficePackage } from '../xlsx/open-package.ts';
import { StyleTable } from '../xlsx/read-styles.ts';
import { findParts } from '../xlsx/read-workbook.ts';
import type { Workbook } from '../xlsx/read-workbook.ts';
import { TextStore } from '../xlsx/shared-texts.ts';
import type { ZipEntry } from '../zip/read-directory.ts';
import { styleHandlers, textHandlers, workbookHandlers } from './read-parts.ts';
import { BinarySheetReader, mergedHandlers } from './read-sheet.ts';
import { RecordScanner } from './scan-records.ts';
import type { RecordHandlers } from './scan-records.ts';

const MERGED_SOUGHT_BYTES_MAX = 4 * 1024 * 1024;

async function* readPieces(
  pack: OfficePackage,
  entry: ZipEntry,
  handlers: RecordHandlers,
  signal?: AbortSignal,
): AsyncGenerator<void> {
  const scanner = new RecordScanner(entry.name, handlers);
  for await (const piece of pack.zip.read(entry, { signal })) {
    scanner.write(piece);
    yield;
  }
  scanner.end();
}

async function readWhole(
  pack: OfficePackage,
  entry: ZipEntry | undefined,
  handlers: RecordHandlers,
  signal?: AbortSignal,
): Promise<void> {
  if (!entry) return;
  const pieces = readPieces(pack, entry, handlers, signal);
  while (!(await pieces.next()).done);
}

async function* sheetRows(
  pack: OfficePackage,
  workbook: Workbook,
  limits: ReadLimits,
  signal?: AbortSignal,
): AsyncGenerator<Row[]> {
  const texts = new TextStore();
  const styles = new StyleTable();
  await readWhole(pack, workbook.styles, styleHandlers(styles), signal);
  await readWhole(pack, workbook.sharedTexts, textHandlers(texts, limits), signal);
  for (const { info, entry } of workbook.sheets) {
    const reader = new BinarySheetReader({ sheet: info.name, texts, styles, date1904: workbook.date1904, limits });
    for await (const _ of readPieces(pack, entry, reader.handlers, signal)) {
      while (reader.rows.length > 0) yield reader.rows.splice(0, ROWS_PER_BATCH);
    }
    reader.closeRow();
    if (reader.rows.length > 0) yield reader.rows;
    if (info.merged.length === 0) info.merged = reader.merged;
  }
}

/** Opens a binary Excel workbook (.xlsb): the parts of an .xlsx with records instead of XML ([MS-XLSB]). */
export async function openXlsb(
  pack: OfficePackage,
  entry: ZipEntry,
  { limits, signal }: WorkbookSettings,
): Promise<TableFile> {
  const notes: ReadNote[] = [];
  const list = { listed: [], date1904: false };
  await readWhole(pack, entry, workbookHandlers(list, limits), signal);
  const workbook: Workbook = { date1904: list.date1904, ...(await findParts(pack, entry, list.listed, notes)) };
  for (const sheet of workbook.sheets)
    if (sheet.entry.sizeBytes <= MERGED_SOUGHT_BYTES_MAX)
      await readWhole(pack, sheet.entry, mergedHandlers(sheet.info.merged), signal);
  return {
    format: 'xlsb',
    sheets: workbook.sheets.map(({ info }) => info),
    date1904: workbook.date1904,
    notes,
    batches: () => withinLimits(sheetRows(pack, workbook, limits, signal), limits),
  };
}
