/** One column of a table over rows of T. `text` is what is shown and what an export writes. */
export interface Column<T> {
  readonly key: string;
  readonly head: string;
  readonly text: (row: T) => string;
  /** Makes the column sortable. Decimal texts should be given as numbers here. */
  readonly order?: (row: T) => string | number;
  readonly numeric?: boolean;
  /** The reader may choose it away, or bring it in when it starts hidden. */
  readonly choice?: 'shown' | 'hidden';
}

/** Sort state as it stands in the address: "amount", "-amount" for falling, empty for the order given. */
export function sorted<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  sort: string,
  collator: Intl.Collator,
): readonly T[] {
  const falling = sort.startsWith('-');
  const order = columns.find((column) => column.key === sort.replace(/^-/, ''))?.order;
  if (!order) return rows;
  const compare = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return [...rows].sort((a, b) => (falling ? -1 : 1) * compare(order(a), order(b)));
}

/** A press on a heading: rising, then falling, then as given. */
export function nextSort(sort: string, key: string): string {
  if (sort === key) return `-${key}`;
  return sort === `-${key}` ? '' : key;
}
