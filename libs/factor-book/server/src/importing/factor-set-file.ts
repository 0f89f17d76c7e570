import { openTable, type ByteSource } from '@tallgrunn/tabular';
import { divide, isDecimal, normalise } from '@tallgrunn/values';

/** One row of a factor set to be imported. Decimals are text. */
export interface FactorRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'spend' | 'activity';
  /** Normalised: per kilogram when the publisher states tonnes. */
  readonly value: string;
  readonly published: string;
  readonly unit: string;
  readonly per: string;
  readonly stage: 'whole' | 'upstream' | 'direct';
  readonly boundary: string;
  readonly category: string | null;
  readonly gsd: string | null;
}

/** Content that differs from the publisher's format, with the location, the value found and the value expected. */
export class FactorSetProblem extends Error {
  constructor(
    /** Null when it does not concern a single row. */
    readonly row: number | null,
    readonly found: string,
    readonly expected: string,
  ) {
    super(`${row === null ? 'Found' : `Row ${row}: found`} “${found}”, expected ${expected}.`);
  }
}

export type RowReader = (column: string) => string;

/**
 * Yields the rows of a table as look-ups by heading; the look-up returns an empty text for an unknown heading. The
 * first row must contain these headings. `delimiter: null` detects the delimiter.
 * @throws FactorSetProblem if a heading is missing
 */
export async function* recordsOf(
  source: ByteSource,
  fileName: string,
  headings: readonly string[],
  { delimiter = ',' }: { delimiter?: ',' | null } = {},
): AsyncGenerator<{ row: number; of: RowReader }> {
  const table = await openTable(source, fileName, delimiter === null ? {} : { delimiter });
  let columnIndexes: Map<string, number> | null = null;
  for await (const rows of table.batches()) {
    for (const { row, cells } of rows) {
      if (!columnIndexes) {
        columnIndexes = new Map(cells.map(({ text }, index) => [text.trim(), index]));
        const missing = headings.find((heading) => !columnIndexes?.has(heading));
        if (missing)
          throw new FactorSetProblem(
            row,
            cells
              .map(({ text }) => text)
              .join(', ')
              .slice(0, 120),
            `a heading “${missing}”`,
          );
        continue;
      }
      const columns = columnIndexes;
      yield { row, of: (column) => cells[columns.get(column) ?? -1]?.text.trim() ?? '' };
    }
  }
  if (!columnIndexes) throw new FactorSetProblem(1, 'nothing', 'a row of headings');
}

/**
 * Parses a figure of the file.
 * @throws FactorSetProblem if it is not a number with a decimal point
 */
export function parseFigure(text: string, row: number): string {
  if (!isDecimal(text)) throw new FactorSetProblem(row, text, 'a number with a decimal point');
  return normalise(text);
}

export const perKilo = (perTonne: string): string => normalise(divide(perTonne, '1000', 12));
