import type { ByteSource } from './byte-source.ts';
import { openCsv } from './csv/open-csv.ts';
import { openJsonLines } from './jsonl/open-json-lines.ts';
import { ReadProblem } from './read-problem.ts';
import { sniffKind } from './sniff-kind.ts';
import type { FileKind } from './sniff-kind.ts';
import { withStorableParams, withStorableSheets } from './sheet-names.ts';
import { addNote, reportLimits } from './table.ts';
import type { ReadLimits, TableFile, TableFormat } from './table.ts';
import { openHtml, openMhtml } from './html/open-html.ts';
import { openFlatOds } from './ods/open-ods.ts';
import { openWorkbook } from './workbook/open-workbook.ts';
import { openXls } from './xls/open-xls.ts';
import { openXmlSpreadsheet } from './xml-spreadsheet/open-xml-spreadsheet.ts';

export interface OpenOptions {
  limits?: Partial<ReadLimits>;
  signal?: AbortSignal;
  /** delimiter of a CSV file stated by the user; overrides detection */
  delimiter?: string;
  /**
   * Also opens workbooks with macros or other active content, for files that are never given to anyone to open. By
   * default they are rejected.
   */
  activeContent?: 'ignore';
}

/** File name endings of workbooks and JSON lines, with the expected format. */
const endings: Readonly<Record<string, TableFormat>> = {
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xltx: 'xlsx',
  xltm: 'xlsx',
  xlsb: 'xlsb',
  xls: 'xls',
  xlt: 'xls',
  ods: 'ods',
  ots: 'ods',
  fods: 'ods',
  ndjson: 'jsonl',
  jsonl: 'jsonl',
  json: 'jsonl',
  xml: 'xml',
  html: 'html',
  htm: 'html',
  mht: 'html',
  mhtml: 'html',
};

async function openKind(
  source: ByteSource,
  kind: FileKind,
  settings: { limits: ReadLimits; signal?: AbortSignal; delimiter?: string; activeContent?: 'ignore' },
): Promise<TableFile> {
  if (kind === 'zip') return openWorkbook(source, settings);
  if (kind === 'container' || kind === 'bare') return openXls(source, kind, settings);
  if (kind === 'json-lines') return openJsonLines(source, settings);
  if (kind === 'flat-ods') return openFlatOds(source, settings);
  if (kind === 'xml-spreadsheet') return openXmlSpreadsheet(source, settings);
  if (kind === 'html') return openHtml(source, settings);
  return kind === 'mhtml' ? openMhtml(source, settings) : openCsv(source, settings);
}

/**
 * Opens a CSV file, JSON lines, a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods), an XML spreadsheet, or a web page. Content decides the format, not the
 * name. Only the description is read at once; rows come from `batches()`. Sheet names are returned with personal names
 * redacted, as they may be stored.
 * A workbook with macros, controls, embedded objects or links that start a program is rejected, because opening the
 * stored file would run them.
 * @throws ReadProblem here or from `batches()`; otherwise only the reason of an abort or an error of the source
 */
export async function openTable(source: ByteSource, fileName: string, options: OpenOptions = {}): Promise<TableFile> {
  const limits = { ...reportLimits, ...options.limits };
  if (source.size > limits.sizeBytesMax)
    throw new ReadProblem('too-large', { found: source.size, expected: limits.sizeBytesMax });
  const kind = await sniffKind(source);
  const table = await openKind(source, kind, {
    limits,
    signal: options.signal,
    delimiter: options.delimiter,
    activeContent: options.activeContent,
  }).catch((problem: unknown) => {
    throw withStorableParams(problem);
  });
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (ending !== '' && (endings[ending] ?? 'csv') !== table.format)
    addNote(table.notes, { code: 'name-says-otherwise', params: { ending, found: table.format } });
  return withStorableSheets(table);
}
