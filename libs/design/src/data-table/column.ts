/** One column of a table with rows of T. */
export interface Column<T> {
  readonly key: string;
  readonly head: string;
  /** What is displayed and written to files. Without it the column has only controls, and is in no file. */
  readonly text?: (row: T) => string;
  /** Makes the column sortable. Return decimal texts as numbers here. */
  readonly order?: (row: T) => string | number;
  readonly numeric?: boolean;
  /** The user may hide the column, or show it when it is hidden initially. */
  readonly choice?: 'shown' | 'hidden';
}

/** Sorts rows by the sort state of the address: "amount", "-amount" for descending, empty for the given order. */
export function sortRows<T>(
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

/** Returns the next sort state after a click on a header: ascending, descending, given order. */
export function nextSort(sort: string, key: string): string {
  if (sort === key) return `-${key}`;
  return sort === `-${key}` ? '' : key;
}
