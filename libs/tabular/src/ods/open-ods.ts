import { chunksOf } from '../byte-source.ts';
import type { ByteSource } from '../byte-source.ts';
import { ReadProblem } from '../read-problem.ts';
import type { ReadLimits, Row, SheetInfo, TableFile } from '../table.ts';
import { ROWS_PER_BATCH, withinLimits } from '../workbook/workbook-problem.ts';
import type { WorkbookSettings } from '../workbook/workbook-problem.ts';
import type { OfficePackage } from '../xlsx/open-package.ts';
import { xmlReader } from '../xlsx/read-xml.ts';
import { readEntry } from '../zip/open-zip.ts';
import type { ZipEntry } from '../zip/read-directory.ts';
import { ContentReader } from './read-content.ts';
import type { RowRun } from './read-content.ts';
import { findTableNames } from './table-names.ts';
import type { TableNames } from './table-names.ts';

const READ_TWICE_BYTES_MAX = 4 * 1024 * 1024;
const MANIFEST_BYTES_MAX = 4 * 1024 * 1024;
const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';

/** The XML of a spreadsheet from any source; each call reads from the start. */
interface Content {
  part: string;
  sizeBytes: number;
  pieces(): AsyncIterable<Uint8Array>;
}

async function* readRuns({ part, pieces }: Content, reader: ContentReader): AsyncGenerator<RowRun[]> {
  const xml = xmlReader({ part }, reader);
  for await (const piece of pieces()) {
    xml.write(piece);
    yield reader.runs.splice(0);
  }
  xml.end();
  yield reader.runs.splice(0);
}

/** Returns the rows. A row stored once with a repeat count is expanded, sharing its cells. */
async function* sheetRows(content: Content, sheets: readonly SheetInfo[], limits: ReadLimits): AsyncGenerator<Row[]> {
  const reader = new ContentReader(limits, content.part);
  let batch: Row[] = [];
  for await (const runs of readRuns(content, reader)) {
    for (const { row, repeated } of runs) {
      for (let index = 0; index < repeated; index += 1) {
        batch.push(index === 0 ? row : { ...row, row: row.row + index });
        if (batch.length < ROWS_PER_BATCH) continue;
        yield batch;
        batch = [];
      }
    }
  }
  if (batch.length > 0) yield batch;
  for (const [index, { merged }] of reader.names.sheets.entries())
    if (sheets[index]?.merged.length === 0) sheets[index].merged = merged;
}

/**
 * Returns the tables of a spreadsheet. A small content is read twice, so that merged ranges are known before the rows.
 */
async function survey(content: Content, limits: ReadLimits): Promise<TableNames> {
  if (content.sizeBytes > READ_TWICE_BYTES_MAX) return findTableNames(content.pieces(), limits);
  const reader = new ContentReader(limits, content.part);
  const runs = readRuns(content, reader);
  while (!(await runs.next()).done);
  return reader.names;
}

async function openContent(content: Content, { limits }: WorkbookSettings): Promise<TableFile> {
  const { sheets, date1904 } = await survey(content, limits);
  if (sheets.length === 0) throw new ReadProblem('not-a-table', { found: 'opendocument' });
  return {
    format: 'ods',
    sheets,
    date1904,
    notes: [],
    batches: () => withinLimits(sheetRows(content, sheets, limits), limits),
  };
}

async function textOf({ zip }: OfficePackage, entry: ZipEntry | undefined): Promise<string> {
  return entry ? new TextDecoder().decode(await readEntry(zip, entry, MANIFEST_BYTES_MAX)) : '';
}

/**
 * Opens an OpenDocument spreadsheet (.ods): its tables immediately, its rows on demand. Macros are never run. @throws
 * ReadProblem 'not-a-table' | 'password-protected'
 */
export async function openOds(pack: OfficePackage, entry: ZipEntry, settings: WorkbookSettings): Promise<TableFile> {
  const kind = (await textOf(pack, pack.part('mimetype'))).trim();
  if (kind !== '' && !kind.startsWith(SPREADSHEET)) throw new ReadProblem('not-a-table', { found: 'opendocument' });
  if (/encryption-data[\s>]/.test(await textOf(pack, pack.part('META-INF/manifest.xml'))))
    throw new ReadProblem('password-protected');
  return openContent(
    { part: entry.name, sizeBytes: entry.sizeBytes, pieces: () => pack.zip.read(entry, { signal: settings.signal }) },
    settings,
  );
}

/** Opens an OpenDocument spreadsheet in one XML file (.fods). */
export function openFlatOds(source: ByteSource, settings: WorkbookSettings): Promise<TableFile> {
  return openContent(
    {
      part: 'office:document',
      sizeBytes: source.size,
      pieces: () => chunksOf(source, { sizeBytes: 64 * 1024, signal: settings.signal }),
    },
    settings,
  );
}
