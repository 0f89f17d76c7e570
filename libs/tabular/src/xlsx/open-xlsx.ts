import type { ReadLimits, ReadNote, Row, TableFile } from '../table.ts';
import { ROWS_PER_BATCH, withinLimits } from '../workbook/workbook-problem.ts';
import type { WorkbookSettings } from '../workbook/workbook-problem.ts';
import type { ZipEntry } from '../zip/read-directory.ts';
import type { OfficePackage } from './open-package.ts';
import { SheetReader } from './read-sheet.ts';
import { StyleTable } from './read-styles.ts';
import { readWorkbook } from './read-workbook.ts';
import type { SheetPart, Workbook } from './read-workbook.ts';
import { xmlReader } from './read-xml.ts';
import type { XmlHandlers } from './read-xml.ts';
import { TextStore, sharedTextHandlers } from './shared-texts.ts';

const MERGED_SOUGHT_BYTES_MAX = 4 * 1024 * 1024;

async function* readPieces(
  pack: OfficePackage,
  entry: ZipEntry,
  handlers: XmlHandlers,
  signal?: AbortSignal,
): AsyncGenerator<void> {
  const reader = xmlReader({ part: entry.name }, handlers);
  for await (const piece of pack.zip.read(entry, { signal })) {
    reader.write(piece);
    yield;
  }
  reader.end();
  yield;
}

async function readWhole(
  pack: OfficePackage,
  entry: ZipEntry | undefined,
  handlers: XmlHandlers,
  signal?: AbortSignal,
): Promise<void> {
  if (!entry) return;
  const pieces = readPieces(pack, entry, handlers, signal);
  while (!(await pieces.next()).done);
}

/** Finds the merged ranges of a sheet that is small enough to be read twice. */
async function findMerged(pack: OfficePackage, { info, entry }: SheetPart): Promise<void> {
  if (entry.sizeBytes > MERGED_SOUGHT_BYTES_MAX) return;
  const decoder = new TextDecoder();
  let xml = '';
  for await (const piece of pack.zip.read(entry)) xml += decoder.decode(piece, { stream: true });
  const list = xml.slice(Math.max(0, xml.indexOf('mergeCells')));
  if (xml.includes('mergeCells'))
    info.merged = [...list.matchAll(/mergeCell\s[^>]*?\bref\s*=\s*["']([A-Z0-9:]+)["']/g)].map((match) => match[1]!);
}

async function* sheetRows(
  pack: OfficePackage,
  workbook: Workbook,
  limits: ReadLimits,
  signal?: AbortSignal,
): AsyncGenerator<Row[]> {
  const texts = new TextStore();
  const styles = new StyleTable();
  await readWhole(pack, workbook.styles, styles, signal);
  await readWhole(pack, workbook.sharedTexts, sharedTextHandlers(texts, limits), signal);
  for (const { info, entry } of workbook.sheets) {
    const reader = new SheetReader({ sheet: info.name, texts, styles, date1904: workbook.date1904, limits });
    for await (const _ of readPieces(pack, entry, reader, signal)) {
      while (reader.rows.length > 0) yield reader.rows.splice(0, ROWS_PER_BATCH);
    }
    if (info.merged.length === 0) info.merged = reader.merged;
  }
}

/**
 * Opens an Excel workbook (.xlsx, .xlsm, strict or transitional): its tabs immediately, its rows on demand. Macros are
 * never run.
 */
export async function openXlsx(
  pack: OfficePackage,
  entry: ZipEntry,
  { limits, signal }: WorkbookSettings,
): Promise<TableFile> {
  const notes: ReadNote[] = [];
  const workbook = await readWorkbook(pack, entry, limits, notes);
  for (const sheet of workbook.sheets) await findMerged(pack, sheet);
  return {
    format: 'xlsx',
    sheets: workbook.sheets.map(({ info }) => info),
    date1904: workbook.date1904,
    notes,
    batches: () => withinLimits(sheetRows(pack, workbook, limits, signal), limits),
  };
}
