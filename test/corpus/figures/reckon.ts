import { abs, shareOf, total } from './micro.ts';
import type { BookedLine, RawRows, ReportedLine } from './raw-rows.ts';

/** Whose figures, and of which months, both included. */
export interface Asked {
  readonly buyer?: string;
  readonly from?: string;
  readonly to?: string;
}

/** A part of a krone line: what a reported line explains of it, or the rest. */
export interface Share {
  readonly line: BookedLine;
  readonly reported: ReportedLine | null;
  /** Kroner in millionths. */
  readonly amount: bigint;
}

const OWN_CURRENCY = 'NOK';

/** Figures reckoned from raw rows by the definitions of facts.md, and by nothing of the product. */
export class Reckoned {
  readonly shares: readonly Share[];
  readonly #notPurchases: ReadonlySet<string>;

  constructor(readonly rows: RawRows) {
    this.#notPurchases = new Set(rows.weighed.filter(({ method }) => method === 'not-spend').map(({ place }) => place));
    this.shares = sharesOf(rows);
  }

  isPurchase({ place }: Pick<BookedLine, 'place'>): boolean {
    return !this.#notPurchases.has(place);
  }

  /** Purchases in the cooperative's currency: kroner. Lines whose VAT nothing tells are not among them. */
  purchases(asked: Asked): bigint {
    return total(this.#purchased(asked).map(({ amount }) => amount));
  }

  /** The part of the purchases that an item of an agreement is known for. */
  knownByItem(asked: Asked): bigint {
    return total(this.#purchased(asked).filter(({ reported }) => reported?.item != null).map(({ amount }) => amount));
  }

  /** kg of what weighs, whatever it is. */
  kg(asked: Asked): bigint {
    return total(this.rows.weighed.filter((row) => isAsked(row, asked)).map(({ kg }) => kg ?? 0n));
  }

  /** Kroner and kg by category and method, of purchases. */
  byMethod(asked: Asked): ReadonlyMap<string, { readonly amount: bigint; readonly kg: bigint }> {
    const sums = new Map<string, { amount: bigint; kg: bigint }>();
    for (const row of this.rows.weighed.filter((each) => isAsked(each, asked) && each.method !== 'not-spend' && each.currency === OWN_CURRENCY)) {
      const key = `${row.category ?? '-'} ${row.method}`;
      const { amount, kg } = sums.get(key) ?? { amount: 0n, kg: 0n };
      sums.set(key, { amount: amount + row.amount, kg: kg + (row.kg ?? 0n) });
    }
    return sums;
  }

  /** Kroner of the parts that an agreement's reports explain, and of lines that can be no other agreement's. */
  bookedUnder(agreement: string): { readonly reported: bigint; readonly bySupplier: bigint } {
    const { startsOn, endsOn, suppliers } = this.rows.agreements.find(({ id }) => id === agreement)!;
    const sole = new Set(suppliers.filter((supplier) => this.rows.agreements.filter((each) => each.suppliers.includes(supplier)).length === 1));
    const own = this.#purchased({});
    const untold = own.filter(({ line, reported }) => reported === null && line.supplier !== null && sole.has(line.supplier) && line.day >= startsOn && (endsOn === null || line.day <= endsOn));
    return { reported: total(own.filter(({ reported }) => reported?.agreement === agreement).map(({ amount }) => amount)), bySupplier: total(untold.map(({ amount }) => amount)) };
  }

  /** Booked on agreement suppliers, and what of it reports tell: never more than is booked of one supplier, buyer and month. */
  coverage(): { readonly agreementPurchases: bigint; readonly linked: bigint } {
    const linked = new Map<string, bigint>();
    for (const { booked, amount } of this.rows.links) linked.set(booked, (linked.get(booked) ?? 0n) + amount);
    const cells = new Map<string, { booked: bigint; linked: bigint }>();
    for (const { place, supplier, buyer, month, net } of this.rows.booked) {
      if (supplier === null || net === null) continue;
      const key = `${supplier} ${buyer} ${month}`;
      const cell = cells.get(key) ?? { booked: 0n, linked: 0n };
      cells.set(key, { booked: cell.booked + net, linked: cell.linked + (linked.get(place) ?? 0n) });
    }
    const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
    const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);
    const covered = [...cells.values()].map((cell) => (cell.booked >= 0n ? least(most(cell.linked, 0n), cell.booked) : most(least(cell.linked, 0n), cell.booked)));
    return { agreementPurchases: total([...cells.values()].map(({ booked }) => booked)), linked: total(covered) };
  }

  /** What the reports of an agreement that stand say was delivered: kroner without VAT. */
  reportedUnder(agreement: string): bigint {
    const lines = [...this.rows.reported.values()].filter((line) => line.agreement === agreement && line.currency === OWN_CURRENCY && line.vat === 'excluded');
    return total(lines.map(({ amount }) => amount ?? 0n));
  }

  /** Kroner and kg booked of each item number, as reports tell it: the parts that are tied to a line of that number. */
  byItem(): ReadonlyMap<string, { readonly amount: bigint; readonly kg: bigint }> {
    const sums = new Map<string, { amount: bigint; kg: bigint }>();
    const add = (number: string, amount: bigint, kg: bigint): void => {
      const was = sums.get(number) ?? { amount: 0n, kg: 0n };
      sums.set(number, { amount: was.amount + amount, kg: was.kg + kg });
    };
    for (const { reported, amount } of this.#purchased({})) if (reported?.itemNumber) add(reported.itemNumber, amount, 0n);
    for (const { reported, kg } of this.rows.weighed) {
      const number = reported === null ? null : this.rows.reported.get(reported)?.itemNumber;
      if (number) add(number, 0n, kg ?? 0n);
    }
    return sums;
  }

  #purchased(asked: Asked): readonly Share[] {
    return this.shares.filter(({ line }) => isAsked(line, asked) && line.currency === OWN_CURRENCY && this.isPurchase(line));
  }
}

const isAsked = ({ buyer, month }: { readonly buyer: string; readonly month: string }, asked: Asked): boolean =>
  (asked.buyer === undefined || buyer === asked.buyer) && (asked.from === undefined || month >= asked.from) && (asked.to === undefined || month <= asked.to);

/** Each line whose net is known, shared among the reported lines that are tied to it with the same sign; what they leave is the rest. */
function sharesOf({ booked, links, reported }: RawRows): Share[] {
  const tied = new Map<string, { readonly reported: ReportedLine; readonly amount: bigint }[]>();
  for (const { booked: place, reported: of, amount } of links) {
    const line = reported.get(of);
    if (line && amount !== 0n) tied.set(place, [...(tied.get(place) ?? []), { reported: line, amount }]);
  }
  return booked.flatMap((line) => {
    const { net } = line;
    if (net === null) return [];
    const own = (tied.get(line.place) ?? []).filter(({ amount }) => net !== 0n && amount > 0n === net > 0n);
    const all = total(own.map(({ amount }) => abs(amount)));
    if (own.length === 0) return [{ line, reported: null, amount: net }];
    if (all <= abs(net)) {
      const rest = net - total(own.map(({ amount }) => amount));
      return [...own.map(({ reported: of, amount }) => ({ line, reported: of, amount })), ...(rest === 0n ? [] : [{ line, reported: null, amount: rest }])];
    }
    // More is reported than booked: the kroner are shared in proportion, and the parts still add up to the line.
    let before = 0n;
    return own.map(({ reported: of, amount }) => {
      const upTo = before + abs(amount);
      const share = (upTo === all ? net : shareOf(net, upTo, all)) - shareOf(net, before, all);
      before = upTo;
      return { line, reported: of, amount: share };
    });
  });
}
