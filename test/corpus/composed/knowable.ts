import type { ComposedTruth, TruePlace, TrueRow } from './composed-truth.ts';

/** The finest level at which a row and a line of the books can be known to hold the same, by what both say. */
export type Level =
  'line' | 'part of a line' | 'item and period' | 'invoice' | 'closed sum' | 'supplier, buyer and quarter';

const core = (number: string): string =>
  number
    .replaceAll(/[^\p{L}\d]/gu, '')
    .replace(/^0+/, '')
    .toLowerCase();

/** Whether one number is the other in other clothes: letters or zeros before, a row behind, cut at an end. Four signs must be the same. */
export function namesSame(a: string, b: string): boolean {
  const [one, other] = [core(a), core(b)];
  if (one === other) return one !== '';
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 4 && long.includes(short);
}

/**
 * Tells at which level a row and a place are known to belong together; `supplier, buyer and quarter` is what remains when neither number, item
 * nor a closed sum says it.
 */
export class Knowing {
  private readonly rowsOf = new Map<number, TrueRow[]>();
  private readonly placesOf = new Map<number, TruePlace[]>();
  private readonly truth: ComposedTruth;
  private readonly closed = new Map<TrueRow | TruePlace, boolean>();

  /** `rows` and `places` as the product has them. */
  constructor(truth: ComposedTruth, rows: readonly TrueRow[], places: readonly TruePlace[]) {
    this.truth = truth;
    for (const row of rows) for (const [id] of row.shares) this.rowsOf.set(id, [...(this.rowsOf.get(id) ?? []), row]);
    for (const place of places)
      for (const [id] of place.shares) this.placesOf.set(id, [...(this.placesOf.get(id) ?? []), place]);
  }

  levelOf(row: TrueRow, place: TruePlace): Level {
    const several = row.shares.length > 1;
    if (place.source === 'invoice-line') {
      if (!several) return this.#isPart(row) ? 'part of a line' : 'line';
      if (row.item !== null) return 'item and period';
      return this.#namesInvoice(row, place)
        ? 'invoice'
        : this.#isClosed(row)
          ? 'closed sum'
          : 'supplier, buyer and quarter';
    }
    if (place.invoices.length === 1 && this.#namesInvoice(row, place)) return 'invoice';
    const alone = place.shares.length === 1 && row.shares.length === 1;
    return alone || this.#isClosed(place) || (several && this.#isClosed(row))
      ? 'closed sum'
      : 'supplier, buyer and quarter';
  }

  #isPart(row: TrueRow): boolean {
    const [id] = row.shares[0] ?? [0];
    return (this.placesOf.get(id) ?? []).length > 1;
  }

  /** Whether both sides write the number of the invoice. An e-invoice always does. */
  #namesInvoice(row: TrueRow, place: TruePlace): boolean {
    if (row.number === null) return false;
    if (place.source === 'posting' && place.number === null) return false;
    return place.invoices.some((id) => {
      const number = this.truth.invoices.get(id)?.number ?? '';
      return namesSame(row.number ?? '', number) && (place.number === null || namesSame(place.number, number));
    });
  }

  /** Everything in it is on the other side too, in whole: the sums agree. */
  #isClosed(of: TrueRow | TruePlace): boolean {
    const known = this.closed.get(of);
    if (known !== undefined) return known;
    const own = new Map(of.shares);
    const others = 'source' in of ? this.rowsOf : this.placesOf;
    const found = [...own.keys()].every((id) =>
      (others.get(id) ?? []).some((other) => other.shares.every(([delivery]) => own.has(delivery))),
    );
    this.closed.set(of, found);
    return found;
  }
}

export const isKnowable = (level: Level): boolean => level !== 'supplier, buyer and quarter';
