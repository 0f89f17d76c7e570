import { ReadProblem } from '../read-problem.ts';
import type { ReadLimits, Row } from '../table.ts';

export const ROWS_PER_BATCH = 256;
export const SHEET_ROWS_MAX = 1_048_576;

export interface WorkbookSettings {
  limits: ReadLimits;
  signal?: AbortSignal;
  /** Workbooks with macros and the like are refused unless it says so. */
  activeContent?: 'ignore';
}

/** What went wrong inside a workbook is the workbook's fault, whatever part of reading it said so. */
export function asWorkbookProblem(cause: unknown): unknown {
  if (cause instanceof ReadProblem && cause.code === 'zip-damaged')
    return new ReadProblem('workbook-damaged', cause.params, { cause });
  return cause;
}

/** Reads fields of a record; one that ends before its fields do is told as damage in the part. */
export function readFields<T>(part: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof RangeError)
      throw new ReadProblem('workbook-damaged', { part, reason: 'record-cut' }, { cause });
    throw cause;
  }
}

/** Passes batches on while there are not too many rows, and turns damage inside into the workbook's. */
export async function* withinLimits(batches: AsyncIterable<Row[]>, { rowsMax }: ReadLimits): AsyncGenerator<Row[]> {
  let rows = 0;
  try {
    for await (const batch of batches) {
      rows += batch.length;
      const last = batch.at(-1);
      if (rows > rowsMax && last)
        throw new ReadProblem('too-many-rows', { sheet: last.sheet, row: last.row, expected: rowsMax });
      yield batch;
    }
  } catch (cause) {
    throw asWorkbookProblem(cause);
  }
}
