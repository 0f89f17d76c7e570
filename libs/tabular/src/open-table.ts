import type { ByteSource } from './byte-source.ts';
import { openCsv } from './csv/open-csv.ts';
import { openJsonLines } from './jsonl/open-json-lines.ts';
import { ReadProblem } from './read-problem.ts';
import { sniffKind } from './sniff-kind.ts';
import type { FileKind } from './sniff-kind.ts';
import { withStorableParams, withStorableSheets } from './sheet-names.ts';
import { keepNote, reportLimits } from './table.ts';
import type { ReadLimits, TableFile, TableFormat } from './table.ts';
import { openFlatOds } from './ods/open-ods.ts';
import { openWorkbook } from './workbook/open-workbook.ts';
import { openXls } from './xls/open-xls.ts';

export interface OpenOptions {
  limits?: Partial<ReadLimits>;
  signal?: AbortSignal;
  /** of a CSV file, when a person knows better than we */
  delimiter?: string;
  /** Reads workbooks with macros and the like too; for files that nobody will open again. By default they are refused. */
  activeContent?: 'ignore';
}

/** The endings of files that hold a workbook or JSON lines, and what they hold. */
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
};

async function openKind(
  source: ByteSource,
  kind: FileKind,
  settings: { limits: ReadLimits; signal?: AbortSignal; delimiter?: string; activeContent?: 'ignore' },
): Promise<TableFile> {
  if (kind === 'zip') return openWorkbook(source, settings);
  if (kind === 'container' || kind === 'bare') return openXls(source, kind, settings);
  if (kind === 'json-lines') return openJsonLines(source, settings);
  return kind === 'flat-ods' ? openFlatOds(source, settings) : openCsv(source, settings);
}

/**
 * Opens a CSV file, JSON lines or a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods), by what it holds and not by its name. Reads what it
 * must to describe the file; rows come from `batches()`. Names of sheets come without persons, as they may be stored.
 * A workbook with macros, controls, embedded objects or links that start a program is refused: whoever opens the stored file would run them.
 * Throws ReadProblem, here or from `batches()`, and nothing else but the reason of an abort or of the source.
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
    keepNote(table.notes, { code: 'name-says-otherwise', params: { ending, found: table.format } });
  return withStorableSheets(table);
}
