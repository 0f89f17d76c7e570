import type { ByteSource } from './byte-source.ts';
import { openCsv } from './csv/open-csv.ts';
import { ReadProblem } from './read-problem.ts';
import { sniffKind } from './sniff-kind.ts';
import { keepNote, reportLimits } from './table.ts';
import type { ReadLimits, TableFile } from './table.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';

export interface OpenOptions {
  limits?: Partial<ReadLimits>;
  signal?: AbortSignal;
  /** of a CSV file, when a person knows better than we */
  delimiter?: string;
}

/**
 * Opens a CSV file or an Excel workbook. Reads what it must to describe the file; rows come from `batches()`.
 * Throws ReadProblem, here or from `batches()`, and nothing else but the reason of an abort or of the source.
 */
export async function openTable(source: ByteSource, fileName: string, options: OpenOptions = {}): Promise<TableFile> {
  const limits = { ...reportLimits, ...options.limits };
  if (source.size > limits.sizeBytesMax) throw new ReadProblem('too-large', { found: source.size, expected: limits.sizeBytesMax });
  const settings = { limits, signal: options.signal, delimiter: options.delimiter };
  const kind = await sniffKind(source);
  const table = kind === 'zip' ? await openXlsx(source, settings) : await openCsv(source, settings);
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const workbookName = /^(?:xls|xlsx|xlsm|xltx|xltm)$/.test(ending);
  if (ending !== '' && workbookName !== (table.format === 'xlsx')) keepNote(table.notes, { code: 'name-says-otherwise', params: { ending, found: table.format } });
  return table;
}
