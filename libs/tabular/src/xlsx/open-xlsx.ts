import type { ByteSource } from '../byte-source.ts';
import { ReadProblem } from '../read-problem.ts';
import type { ReadLimits, ReadNote, Row, TableFile } from '../table.ts';
import type { ZipEntry } from '../zip/read-directory.ts';
import { openPackage } from './open-package.ts';
import type { OfficePackage } from './open-package.ts';
import { SheetReader } from './read-sheet.ts';
import { StyleTable } from './read-styles.ts';
import { readWorkbook } from './read-workbook.ts';
import type { SheetPart, Workbook } from './read-workbook.ts';
import { xmlReader } from './read-xml.ts';
import type { XmlHandlers } from './read-xml.ts';
import { TextStore, sharedTextHandlers } from './shared-texts.ts';

const MERGED_SOUGHT_BYTES_MAX = 4 * 1024 * 1024;
const ROWS_PER_BATCH = 256;

/** What went wrong inside a workbook is the workbook's fault, whatever part of reading it said so. */
function asWorkbookProblem(cause: unknown): unknown {
  if (cause instanceof ReadProblem && cause.code === 'zip-damaged') return new ReadProblem('workbook-damaged', cause.params, { cause });
  return cause;
}

async function* readPieces(pack: OfficePackage, entry: ZipEntry, handlers: XmlHandlers, signal?: AbortSignal): AsyncGenerator<void> {
  const reader = xmlReader({ part: entry.name }, handlers);
  for await (const piece of pack.zip.read(entry, { signal })) {
    reader.write(piece);
    yield;
  }
  reader.end();
  yield;
}

async function readWhole(pack: OfficePackage, entry: ZipEntry | undefined, handlers: XmlHandlers, signal?: AbortSignal): Promise<void> {
  if (!entry) return;
  const pieces = readPieces(pack, entry, handlers, signal);
  while (!(await pieces.next()).done);
}

/** The merged ranges of a sheet that is small enough to be gone through twice. */
async function findMerged(pack: OfficePackage, { info, entry }: SheetPart): Promise<void> {
  if (entry.sizeBytes > MERGED_SOUGHT_BYTES_MAX) return;
  const decoder = new TextDecoder();
  let xml = '';
  for await (const piece of pack.zip.read(entry)) xml += decoder.decode(piece, { stream: true });
  const list = xml.slice(Math.max(0, xml.indexOf('mergeCells')));
  if (xml.includes('mergeCells')) info.merged = [...list.matchAll(/mergeCell\s[^>]*?\bref\s*=\s*["']([A-Z0-9:]+)["']/g)].map((found) => found[1]!);
}

async function* sheetRows(pack: OfficePackage, workbook: Workbook, limits: ReadLimits, signal?: AbortSignal): AsyncGenerator<Row[]> {
  const texts = new TextStore();
  const styles = new StyleTable();
  await readWhole(pack, workbook.styles, styles, signal);
  await readWhole(pack, workbook.sharedTexts, sharedTextHandlers(texts, limits), signal);
  let rows = 0;
  for (const { info, entry } of workbook.sheets) {
    const reader = new SheetReader({ sheet: info.name, texts, styles, date1904: workbook.date1904, limits });
    for await (const _ of readPieces(pack, entry, reader, signal)) {
      while (reader.rows.length > 0) {
        const batch = reader.rows.splice(0, ROWS_PER_BATCH);
        rows += batch.length;
        if (rows > limits.rowsMax) throw new ReadProblem('too-many-rows', { sheet: info.name, row: batch.at(-1)!.row, expected: limits.rowsMax });
        yield batch;
      }
    }
    if (info.merged.length === 0) info.merged = reader.merged;
  }
}

/** Opens an Excel workbook (.xlsx, .xlsm, strict or transitional): its tabs now, its rows as they are asked for. */
export async function openXlsx(source: ByteSource, { limits, signal }: { limits: ReadLimits; signal?: AbortSignal }): Promise<TableFile> {
  const notes: ReadNote[] = [];
  try {
    const pack = await openPackage(source, limits);
    const workbook = await readWorkbook(pack, limits, notes);
    for (const sheet of workbook.sheets) await findMerged(pack, sheet);
    return {
      format: 'xlsx',
      sheets: workbook.sheets.map(({ info }) => info),
      date1904: workbook.date1904,
      notes,
      async *batches() {
        try {
          yield* sheetRows(pack, workbook, limits, signal);
        } catch (cause) {
          throw asWorkbookProblem(cause);
        }
      },
    };
  } catch (cause) {
    throw asWorkbookProblem(cause);
  }
}
