import type { OpenInvoice } from './pair-by-amount.ts';

/** An open invoice. `isNamed`: a posting states its number, so it can only be booked there. */
export type Numbered = OpenInvoice & { readonly isNamed?: boolean };

/** Invoices ordered by issue day, with binary search by day. */
export class IssuedInvoices<I extends Numbered> {
  readonly #place: ReadonlyMap<I, number>;
  readonly #free: readonly I[];
  readonly #named: ReadonlyMap<string, readonly I[]>;

  constructor(private readonly ordered: readonly I[]) {
    this.#place = new Map(ordered.map((invoice, at) => [invoice, at]));
    this.#free = ordered.filter(({ isNamed }) => !isNamed);
    this.#named = Map.groupBy(
      ordered.filter(({ isNamed }) => isNamed),
      ({ number }) => number ?? '',
    );
  }

  /**
   * Returns the invoices issued between two days. Invoices named by a posting are included only for the given numbers.
   * Empty when there are more than `max`.
   */
  between(from: number, to: number, numbers: readonly string[], max: number): I[] {
    const [first, end] = [firstFrom(this.#free, from), firstFrom(this.#free, to + 1)];
    if (end - first > max) return [];
    const named = [...new Set(numbers)]
      .flatMap((number) => this.#named.get(number) ?? [])
      .filter(({ day }) => day >= from && day <= to);
    const free = this.#free.slice(first, end);
    if (named.length === 0) return free;
    return free.length + named.length > max
      ? []
      : [...free, ...named].toSorted((a, b) => (this.#place.get(a) ?? 0) - (this.#place.get(b) ?? 0));
  }

  /** Returns whether any invoice was issued between two days. */
  hasAny(from: number, to: number): boolean {
    return firstFrom(this.ordered, from) < firstFrom(this.ordered, to + 1);
  }
}

/** Returns the index of the first invoice issued on a day or later. */
function firstFrom(ordered: readonly Numbered[], day: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.day ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
