import type { OpenInvoice } from './pair-by-amount.ts';

/** One that a posting names is booked there, and in no other. */
export type Numbered = OpenInvoice & { readonly isNamed?: boolean };

/** Invoices in the order they were issued, found by their days without a look at the others. */
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

  /** Those issued from one day to another; of those that a posting names only the ones of some numbers. None where they are more than so many. */
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

  /** Whether any was issued from one day to another. */
  isAny(from: number, to: number): boolean {
    return firstFrom(this.ordered, from) < firstFrom(this.ordered, to + 1);
  }
}

/** The first place in an order by day that has a day or a later one. */
function firstFrom(ordered: readonly Numbered[], day: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.day ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
