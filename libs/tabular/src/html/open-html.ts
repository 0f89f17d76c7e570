import { Parser } from 'htmlparser2';
import type { ByteSource } from '../byte-source.ts';
import { chunksOf } from '../byte-source.ts';
import { textReader, type TextEncoding } from '../csv/decode-text.ts';
import { surveyBytes } from '../csv/survey-bytes.ts';
import { ReadProblem } from '../read-problem.ts';
import type { ReadLimits, Row, SheetInfo, TableFile } from '../table.ts';
import { withinLimits, type WorkbookSettings } from '../workbook/workbook-problem.ts';
import { bytesOfPart, findMimeParts } from './mime-parts.ts';
import { TableRows } from './table-rows.ts';

const CHUNK_BYTES = 64 * 1024;
/** Characters without a tag or text between them: the value of an attribute, or a comment. */
const SILENCE_MAX = 4 * 1024 * 1024;
/** A page of at most this size is read twice, so that its merged cells are known before its rows. */
const READ_TWICE_BYTES_MAX = 4 * 1024 * 1024;

/** The page of sheet names that Excel adds. */
const TAB_STRIP = /tabstrip\.html?$/i;

/** Feeds the pieces of a page to the parser, and refuses a page of which the parser must keep too much. */
export class HtmlReader {
  readonly #parser: Parser;
  #written = 0;

  constructor(tables: TableRows) {
    // SVG and the like are skipped whole, so entities and case are those of HTML.
    this.#parser = new Parser(tables, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  }

  write(piece: string): void {
    this.#parser.write(piece);
    this.#written += piece.length;
    if (this.#written - this.#parser.endIndex > SILENCE_MAX + piece.length)
      throw new ReadProblem('workbook-damaged', { reason: 'text-too-long' });
  }

  end(): void {
    this.#parser.end();
  }
}

/** The bytes of one page; each call reads from the start. */
interface Page {
  readonly name: string;
  readonly sizeBytes: number;
  readonly encoding: TextEncoding;
  bytes(): AsyncIterable<Uint8Array>;
}

async function* readRows({ encoding, bytes }: Page, tables: TableRows): AsyncGenerator<Row[]> {
  const decoder = textReader(encoding);
  const html = new HtmlReader(tables);
  for await (const chunk of bytes()) {
    html.write(decoder.decode(chunk));
    if (tables.rows.length > 0) yield tables.rows.splice(0);
  }
  html.write(decoder.decode());
  html.end();
  if (tables.rows.length > 0) yield tables.rows.splice(0);
}

/** Reads a page to its end, or to its first table if it is large. */
async function surveyPage(page: Page, limits: ReadLimits): Promise<TableRows> {
  const tables = new TableRows('', limits);
  for await (const _ of readRows(page, tables)) if (tables.hasTable && page.sizeBytes > READ_TWICE_BYTES_MAX) break;
  return tables;
}

async function openPages(candidates: readonly Page[], limits: ReadLimits): Promise<TableFile> {
  const pages: { page: Page; sheet: SheetInfo }[] = [];
  for (const page of candidates) {
    const { hasTable, merged } = await surveyPage(page, limits);
    const isWhole = page.sizeBytes <= READ_TWICE_BYTES_MAX;
    if (hasTable) pages.push({ page, sheet: { name: page.name, hidden: false, merged: isWhole ? merged : [] } });
  }
  const [only] = pages;
  if (!only) throw new ReadProblem('not-a-table', { found: 'html' });
  if (pages.length > limits.sheetsMax)
    throw new ReadProblem('too-many-sheets', { found: pages.length, expected: limits.sheetsMax });
  // A file of one table has no sheets to choose between.
  if (pages.length === 1) only.sheet.name = '';
  async function* batches(): AsyncGenerator<Row[]> {
    for (const { page, sheet } of pages) {
      const tables = new TableRows(sheet.name, limits);
      yield* readRows(page, tables);
      sheet.merged = tables.merged;
    }
  }
  return {
    format: 'html',
    sheets: pages.map(({ sheet }) => sheet),
    encoding: only.page.encoding,
    notes: [],
    batches: () => withinLimits(batches(), limits),
  };
}

/**
 * Opens a web page as a table: programs write one and call it .xls, which Excel opens. Scripts and styles are skipped,
 * nothing outside the file is read. The encoding is that of the bytes, because pages often declare another.
 * @throws ReadProblem 'not-a-table' when the page has no table
 */
export async function openHtml(source: ByteSource, { limits, signal }: WorkbookSettings): Promise<TableFile> {
  const { encoding } = await surveyBytes(source, signal);
  const bytes = () => chunksOf(source, { sizeBytes: CHUNK_BYTES, signal, passing: true });
  return openPages([{ name: '', sizeBytes: source.size, encoding, bytes }], limits);
}

/**
 * Opens a web archive (MHTML), as Excel and report servers save: each of its pages with a table is a sheet.
 * @throws ReadProblem 'not-a-table' when no page has a table
 */
export async function openMhtml(source: ByteSource, { limits, signal }: WorkbookSettings): Promise<TableFile> {
  const parts = (await findMimeParts(source, signal)).filter(
    ({ type, location }) => type === 'text/html' && !TAB_STRIP.test(location),
  );
  const pages = parts.map((part): Page => ({
    name: /([^/\\]*?)(?:\.\w+)?$/.exec(part.location)?.[1] ?? '',
    sizeBytes: part.to - part.from,
    encoding: part.encoding,
    bytes: () => bytesOfPart(source, part, signal),
  }));
  return openPages(pages, limits);
}
