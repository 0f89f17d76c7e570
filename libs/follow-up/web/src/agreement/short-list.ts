import type { FetchAllRows } from '@tallgrunn/design';

/** Rows that one part of the page shows; the linked page shows all. */
const ROWS_MAX = 10;

/** The first rows of a list. A download contains all rows. */
export interface ShortList<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly all: FetchAllRows<T>;
}

/** Returns the first rows of a list; an empty list while it is not loaded. */
export function shortListOf<T>(rows: readonly T[] = []): ShortList<T> {
  return {
    rows: rows.slice(0, ROWS_MAX),
    total: rows.length,
    all: () => Promise.resolve({ rows, isCut: false }),
  };
}
