import type { ComposedTruth, TrueBookedLine, TrueRow } from './composed-truth.ts';

/** The finest level at which the content of a report row and a booked line shows that they belong together. */
export type Level =
  'line' | 'part of a line' | 'item and period' | 'invoice' | 'closed sum' | 'supplier, buyer and quarter';

const core = (number: string): string =>
  number
    .replaceAll(/[^\p{L}\d]/gu, '')
    .replace(/^0+/, '')
    .toLowerCase();

/**
 * Returns true if one number contains the other after normalisation: prefixes, leading zeros, a line suffix or a
 * truncated end are allowed. At least four characters must be equal.
 */
export function isSameNumber(a: string, b: string): boolean {
  const [one, other] = [core(a), core(b)];
  if (one === other) return one !== '';
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 4 && long.includes(short);
}

/**
 * Determines the level at which a row and a booked line can be recognised as the same purchase. `supplier, buyer and
 * quarter` is left when neither number, item nor a closed sum identifies it.
 */
export class KnowabilityAssessor {
  private readonly rowsOf = new Map<number, TrueRow[]>();
  private readonly placesOf = new Map<number, TrueBookedLine[]>();
  private readonly truth: ComposedTruth;
  private readonly closed = new Map<TrueRow | TrueBookedLine, boolean>();

  /**
   * @param rows report rows that the product has
   * @param places booked lines that the product has
   */
  constructor(truth: ComposedTruth, rows: readonly TrueRow[], places: readonly TrueBookedLine[]) {
    this.truth = truth;
    for (const row of rows) for (const [id] of row.shares) this.rowsOf.set(id, [...(this.rowsOf.get(id) ?? []), row]);
    for (const place of places)
      for (const [id] of place.shares) this.placesOf.set(id, [...(this.placesOf.get(id) ?? []), place]);
  }

  levelOf(row: TrueRow, place: TrueBookedLine): Level {
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

  /** Returns true if both sides have the invoice number. An e-invoice always has it. */
  #namesInvoice(row: TrueRow, place: TrueBookedLine): boolean {
    if (row.number === null) return false;
    if (place.source === 'posting' && place.number === null) return false;
    return place.invoices.some((id) => {
      const number = this.truth.invoices.get(id)?.number ?? '';
      return isSameNumber(row.number ?? '', number) && (place.number === null || isSameNumber(place.number, number));
    });
  }

  /** Returns true if the other side contains all the deliveries in full, so that the sums agree. */
  #isClosed(of: TrueRow | TrueBookedLine): boolean {
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
