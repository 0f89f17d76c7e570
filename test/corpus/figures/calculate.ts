import { abs, shareOf, total } from './micro.ts';
import type { BookedLine, RawRows, ReportedLine } from './raw-rows.ts';

/** A filter on buyer and months, inclusive. */
export interface FigureFilter {
  readonly buyer?: string;
  readonly from?: string;
  readonly to?: string;
}

/** A part of a spend line: the part explained by a reported line, or the remainder. */
export interface Share {
  readonly line: BookedLine;
  readonly reported: ReportedLine | null;
  /** NOK in millionths. */
  readonly amount: bigint;
}

const OWN_CURRENCY = 'NOK';

/** Sums of one buyer and month, so that a query over many months and buyers does not read every line each time. */
interface BuyerMonthTotals {
  readonly buyer: string;
  readonly month: string;
  purchases: bigint;
  byItem: bigint;
  withFactor: bigint;
  kg: bigint;
}

/** Figures calculated from raw rows by the definitions of facts.md, without any code of the product. */
export class CalculatedFigures {
  readonly shares: readonly Share[];
  readonly #notPurchases: ReadonlySet<string>;
  readonly #purchased: readonly Share[];
  readonly #cells: readonly BuyerMonthTotals[];
  readonly #used: ReadonlyMap<string, readonly Share[]>;

  constructor(readonly rows: RawRows) {
    this.#notPurchases = new Set(rows.weighed.filter(({ method }) => method === 'not-spend').map(({ place }) => place));
    this.shares = splitLines(rows);
    this.#purchased = this.shares.filter(({ line }) => line.currency === OWN_CURRENCY && this.isPurchase(line));
    this.#cells = this.#sumUp();
    this.#used = this.#useOf();
  }

  isPurchase({ place }: Pick<BookedLine, 'place'>): boolean {
    return !this.#notPurchases.has(place);
  }

  /** Returns purchases in NOK. Lines with unknown VAT are excluded. */
  purchases(asked: FigureFilter): bigint {
    return this.#sumOf(asked, 'purchases');
  }

  /** Returns the number of lines that the purchases are of, each once, however many parts it has. */
  purchasedLines(asked: FigureFilter): number {
    return new Set(this.#purchased.filter(({ line }) => matchesFilter(line, asked)).map(({ line }) => line.place)).size;
  }

  /** Returns the purchases with a known item of an agreement. */
  knownByItem(asked: FigureFilter): bigint {
    return this.#sumOf(asked, 'byItem');
  }

  /** Returns the NOK of purchases with a factor. */
  withFactor(asked: FigureFilter): bigint {
    return this.#sumOf(asked, 'withFactor');
  }

  /** Returns kg CO₂e of all lines with emissions. */
  kg(asked: FigureFilter): bigint {
    return this.#sumOf(asked, 'kg');
  }

  /**
   * Returns NOK and kg by category and method, for purchases in NOK. With `isEveryCurrency`, also kg of other
   * currencies.
   */
  byMethod(
    asked: FigureFilter,
    { isEveryCurrency = false } = {},
  ): ReadonlyMap<string, { readonly amount: bigint; readonly kg: bigint }> {
    const sums = new Map<string, { amount: bigint; kg: bigint }>();
    for (const row of this.rows.weighed.filter(
      (each) =>
        matchesFilter(each, asked) &&
        each.method !== 'not-spend' &&
        (each.currency === OWN_CURRENCY || (isEveryCurrency && each.kg !== null)),
    )) {
      const key = `${row.category ?? '-'} ${row.method}`;
      const { amount, kg } = sums.get(key) ?? { amount: 0n, kg: 0n };
      sums.set(key, { amount: amount + (row.currency === OWN_CURRENCY ? row.amount : 0n), kg: kg + (row.kg ?? 0n) });
    }
    return sums;
  }

  /**
   * Returns the NOK explained by an agreement's reports (`reported`), and the NOK of lines that cannot belong to
   * another agreement (`bySupplier`).
   */
  bookedUnder(agreement: string): { readonly reported: bigint; readonly bySupplier: bigint } {
    const used = this.usedUnder(agreement);
    const sumOf = (isReported: boolean) =>
      total(used.filter(({ reported }) => (reported !== null) === isReported).map(({ amount }) => amount));
    return { reported: sumOf(true), bySupplier: sumOf(false) };
  }

  /** Returns the NOK booked under an agreement, by ledger month. */
  bookedByMonth(agreement: string): ReadonlyMap<string, bigint> {
    const sums = new Map<string, bigint>();
    for (const { line, amount } of this.usedUnder(agreement))
      sums.set(line.month, (sums.get(line.month) ?? 0n) + amount);
    return sums;
  }

  usedUnder(agreement: string): readonly Share[] {
    return this.#used.get(agreement) ?? [];
  }

  /**
   * Returns the amount booked on agreement suppliers, and the reported part: never more than is booked per supplier,
   * buyer and month.
   */
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
    const covered = [...cells.values()].map((cell) =>
      cell.booked >= 0n ? least(most(cell.linked, 0n), cell.booked) : most(least(cell.linked, 0n), cell.booked),
    );
    return { agreementPurchases: total([...cells.values()].map(({ booked }) => booked)), linked: total(covered) };
  }

  /** Returns the delivered NOK excl. VAT of an agreement's reports in force. */
  reportedUnder(agreement: string): bigint {
    const lines = [...this.rows.reported.values()].filter(
      (line) => line.agreement === agreement && line.currency === OWN_CURRENCY && line.vat === 'excluded',
    );
    return total(lines.map(({ amount }) => amount ?? 0n));
  }

  /** Returns NOK and kg by item number, from the parts linked to a reported line with that number. */
  byItem(): ReadonlyMap<string, { readonly amount: bigint; readonly kg: bigint }> {
    const sums = new Map<string, { amount: bigint; kg: bigint }>();
    const add = (number: string, amount: bigint, kg: bigint): void => {
      const was = sums.get(number) ?? { amount: 0n, kg: 0n };
      sums.set(number, { amount: was.amount + amount, kg: was.kg + kg });
    };
    for (const { reported, amount } of this.#purchased) if (reported?.itemNumber) add(reported.itemNumber, amount, 0n);
    for (const { reported, kg } of this.rows.weighed) {
      const number = reported === null ? null : this.rows.reported.get(reported)?.itemNumber;
      if (number) add(number, 0n, kg ?? 0n);
    }
    return sums;
  }

  #sumOf(asked: FigureFilter, field: 'purchases' | 'byItem' | 'withFactor' | 'kg'): bigint {
    return total(this.#cells.filter((cell) => matchesFilter(cell, asked)).map((cell) => cell[field]));
  }

  #sumUp(): BuyerMonthTotals[] {
    const cells = new Map<string, BuyerMonthTotals>();
    const cellOf = (buyer: string, month: string): BuyerMonthTotals => {
      const key = `${buyer} ${month}`;
      const cell = cells.get(key) ?? { buyer, month, purchases: 0n, byItem: 0n, withFactor: 0n, kg: 0n };
      cells.set(key, cell);
      return cell;
    };
    for (const { line, reported, amount } of this.#purchased) {
      const cell = cellOf(line.buyer, line.month);
      cell.purchases += amount;
      if (reported?.item != null) cell.byItem += amount;
    }
    for (const { buyer, month, currency, amount, kg } of this.rows.weighed) {
      if (kg === null) continue;
      const cell = cellOf(buyer, month);
      cell.kg += kg;
      if (currency === OWN_CURRENCY) cell.withFactor += amount;
    }
    return [...cells.values()];
  }

  /**
   * Returns the purchases of each agreement: those reported under it, and those of a supplier with only this agreement
   * on that day.
   */
  #useOf(): ReadonlyMap<string, readonly Share[]> {
    const { agreements } = this.rows;
    const agreementsOf = (supplier: string, day: string) =>
      agreements.filter(
        ({ suppliers, startsOn, endsOn }) =>
          suppliers.includes(supplier) && day >= startsOn && (endsOn === null || day <= endsOn),
      );
    const agreementOf = ({ line, reported }: Share): string | undefined => {
      if (reported) return reported.agreement;
      const [only, ...others] = line.supplier === null ? [] : agreementsOf(line.supplier, line.day);
      return only && others.length === 0 ? only.id : undefined;
    };
    const used = Map.groupBy(this.#purchased, agreementOf);
    return new Map(
      [...used].flatMap(([agreement, shares]) => (agreement === undefined ? [] : [[agreement, shares] as const])),
    );
  }
}

const matchesFilter = (
  { buyer, month }: { readonly buyer: string; readonly month: string },
  asked: FigureFilter,
): boolean =>
  (asked.buyer === undefined || buyer === asked.buyer) &&
  (asked.from === undefined || month >= asked.from) &&
  (asked.to === undefined || month <= asked.to);

/**
 * Splits each line with a known amount excl. VAT among the linked reported lines of the same sign. The rest is the
 * remainder.
 */
function splitLines({ booked, links, reported }: RawRows): Share[] {
  const linkedTo = new Map<string, { readonly reported: ReportedLine; readonly amount: bigint }[]>();
  for (const { booked: place, reported: of, amount } of links) {
    const line = reported.get(of);
    if (line && amount !== 0n) linkedTo.set(place, [...(linkedTo.get(place) ?? []), { reported: line, amount }]);
  }
  return booked.flatMap((line) => {
    const { net } = line;
    if (net === null) return [];
    const own = (linkedTo.get(line.place) ?? []).filter(({ amount }) => net !== 0n && amount > 0n === net > 0n);
    const all = total(own.map(({ amount }) => abs(amount)));
    if (own.length === 0) return [{ line, reported: null, amount: net }];
    if (all <= abs(net)) {
      const rest = net - total(own.map(({ amount }) => amount));
      return [
        ...own.map(({ reported: of, amount }) => ({ line, reported: of, amount })),
        ...(rest === 0n ? [] : [{ line, reported: null, amount: rest }]),
      ];
    }
    // More is reported than booked: the amount is allocated in proportion, and the parts still add up to the line.
    let before = 0n;
    return own.map(({ reported: of, amount }) => {
      const upTo = before + abs(amount);
      const share = (upTo === all ? net : shareOf(net, upTo, all)) - shareOf(net, before, all);
      before = upTo;
      return { line, reported: of, amount: share };
    });
  });
}
