import { ReadProblem } from '../read-problem.ts';
import type { ReadLimits, Row } from '../table.ts';

export const ROWS_PER_BATCH = 256;
export const SHEET_ROWS_MAX = 1_048_576;

export interface WorkbookSettings {
  limits: ReadLimits;
  signal?: AbortSignal;
  /** Opens workbooks with macros and other active content, which are rejected by default. */
  activeContent?: 'ignore';
}

/** Converts damage to a zip into damage to the workbook, since the workbook is at fault whatever layer finds it. */
export function asWorkbookProblem(cause: unknown): unknown {
  if (cause instanceof ReadProblem && cause.code === 'zip-damaged')
    return new ReadProblem('workbook-damaged', cause.params, { cause });
  return cause;
}

/**
 * Reads fields of a record; a record that ends too early is reported as damage to the part. @throws ReadProblem
 * 'workbook-damaged'
 */
export function readFields<T>(part: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof RangeError)
      throw new ReadProblem('workbook-damaged', { part, reason: 'record-cut' }, { cause });
    throw cause;
  }
}

/**
 * Passes batches on up to the row limit, and converts zip damage into workbook damage. @throws ReadProblem
 * 'too-many-rows' | 'workbook-damaged'
 */
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
