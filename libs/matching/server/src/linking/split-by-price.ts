/** A row of one of several items with similar names. `own` identifies the item, `price` is in øre per unit. */
export interface PricedRow {
  readonly own: string;
  readonly price: number | null;
}

export interface PricedGroup<R, L> {
  readonly rows: readonly R[];
  readonly lines: readonly L[];
}

/** Share by which two prices of an item may differ, because of rounding. */
const PRICE_TOLERANCE = 0.002;
/** Smallest share of the lines whose price must be that of exactly one item. */
const SHOWN_SHARE = 0.8;

/**
 * Divides rows and lines of items with similar names by item, where the prices per unit show the item. If they do not
 * show it for nearly all lines, the group stays whole.
 */
export function splitByPrice<R extends PricedRow, L extends { readonly price: number | null }>(
  rows: readonly R[],
  lines: readonly L[],
): PricedGroup<R, L>[] {
  const items = [...Map.groupBy(rows, ({ own }) => own).values()];
  if (items.length < 2) return [{ rows, lines }];
  const isPriceOf = (own: readonly R[], { price }: L): boolean =>
    price !== null &&
    own.some((row) => row.price !== null && Math.abs(row.price - price) <= PRICE_TOLERANCE * Math.abs(price));
  const shown = Map.groupBy(lines, (line) => {
    const [first, another] = items.filter((own) => isPriceOf(own, line));
    return another ? undefined : first;
  });
  if (lines.length - (shown.get(undefined)?.length ?? 0) < SHOWN_SHARE * lines.length) return [{ rows, lines }];
  return items.flatMap((own) => (shown.has(own) ? [{ rows: own, lines: shown.get(own)! }] : []));
}
