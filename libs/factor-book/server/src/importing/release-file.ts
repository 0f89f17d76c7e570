import { openTable, type ByteSource } from '@tallgrunn/tabular';
import { divide, isDecimal, normalise } from '@tallgrunn/values';

/** One row of a release as it is laid down. Decimals are text. */
export interface ReleaseRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'spend' | 'activity';
  /** Normalised: per kilogram where the publisher has tonnes. */
  readonly value: string;
  readonly published: string;
  readonly unit: string;
  readonly per: string;
  readonly stage: 'whole' | 'upstream' | 'direct';
  readonly boundary: string;
  readonly category: string | null;
  readonly gsd: string | null;
}

/** Something in a file that is not as its publisher makes it: where, what was found, what was expected. */
export class ReleaseProblem extends Error {
  constructor(
    /** Null where it is not about a row. */
    readonly row: number | null,
    readonly found: string,
    readonly expected: string,
  ) {
    super(`${row === null ? 'Found' : `Row ${row}: found`} “${found}”, expected ${expected}.`);
  }
}

export type Record_ = (column: string) => string;

/** The rows of a table whose first row has these headings, as look-ups by heading; empty where there is no such heading. `delimiter`: found out when left out. Throws ReleaseProblem where a heading is missing. */
export async function* recordsOf(
  source: ByteSource,
  fileName: string,
  headings: readonly string[],
  { delimiter = ',' }: { delimiter?: ',' | null } = {},
): AsyncGenerator<{ row: number; of: Record_ }> {
  const table = await openTable(source, fileName, delimiter === null ? {} : { delimiter });
  let places: Map<string, number> | null = null;
  for await (const rows of table.batches()) {
    for (const { row, cells } of rows) {
      if (!places) {
        places = new Map(cells.map(({ text }, index) => [text.trim(), index]));
        const missing = headings.find((heading) => !places?.has(heading));
        if (missing)
          throw new ReleaseProblem(
            row,
            cells
              .map(({ text }) => text)
              .join(', ')
              .slice(0, 120),
            `a heading “${missing}”`,
          );
        continue;
      }
      const known = places;
      yield { row, of: (column) => cells[known.get(column) ?? -1]?.text.trim() ?? '' };
    }
  }
  if (!places) throw new ReleaseProblem(1, 'nothing', 'a row of headings');
}

/** A figure of the file. Throws where it is none. */
export function figureOf(text: string, row: number): string {
  if (!isDecimal(text)) throw new ReleaseProblem(row, text, 'a number with a decimal point');
  return normalise(text);
}

export const perKilo = (perTonne: string): string => normalise(divide(perTonne, '1000', 12));
