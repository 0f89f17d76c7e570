import type { SummaryRowDto } from '@tallgrunn/api-client/shapes';
import { add, sum } from '@tallgrunn/values';

/** Spend and emissions by method and currency. `kg` is null if the method gives no figure. Decimals are text. */
export interface MethodSum {
  readonly method: string;
  readonly currency: string;
  readonly lines: number;
  readonly amount: string;
  readonly kg: string | null;
}

/** One category with its spend, with and without an emission figure. */
export interface CategorySum {
  /** Null = no category. */
  readonly code: string | null;
  /** Null if nothing in it has a factor; never zero. */
  readonly kg: string | null;
  /** The part of kg calculated from spend. */
  readonly kgFromKroner: string;
  readonly withFactor: string;
  readonly ask: string;
  readonly noFactor: string;
}

/** Methods that give a figure, most specific first; the last two are spend-based. */
export const methodsWithFigure: readonly string[] = [
  'declared-verified',
  'declared-unverified',
  'invoice-co2e',
  'physical-average',
  'spend-category',
  'spend-account',
];
const spendMethods: readonly string[] = ['spend-category', 'spend-account'];

/** Sums a run by method, in the server's order of methods. */
export function byMethod(rows: readonly SummaryRowDto[]): readonly MethodSum[] {
  const sums = new Map<string, MethodSum>();
  for (const { method, currency, lines, amount, outside, kg } of rows) {
    const key = `${method} ${currency}`;
    const before = sums.get(key);
    const totalKg = kg === null ? (before?.kg ?? null) : add(before?.kg ?? '0', kg);
    sums.set(key, {
      method,
      currency,
      lines: (before?.lines ?? 0) + lines,
      amount: add(before?.amount ?? '0', method === 'vat-unknown' ? outside : amount),
      kg: totalKg,
    });
  }
  const order: readonly string[] = [
    ...methodsWithFigure,
    'ask',
    'no-factor',
    'not-converted',
    'vat-unknown',
    'not-spend',
  ];
  return [...sums.values()].toSorted((a, b) => order.indexOf(a.method) - order.indexOf(b.method));
}

/**
 * Sums purchases by category in the cooperative's currency, including converted amounts. Order: largest emissions
 * first, then the largest spend without a figure.
 */
export function byCategory(rows: readonly SummaryRowDto[]): readonly CategorySum[] {
  const own = rows.filter((row) => [...methodsWithFigure, 'ask', 'no-factor'].includes(row.method));
  const sums = [...new Set(own.map(({ category }) => category))].map((code) => {
    const mine = own.filter(({ category }) => category === code);
    const amountOf = (...methods: readonly string[]) =>
      sum(mine.filter((row) => methods.includes(row.method)).map(({ ownAmount }) => ownAmount ?? '0'));
    const kgValues = mine.flatMap(({ kg }) => (kg === null ? [] : [kg]));
    const kgFromKroner = sum(
      mine.flatMap(({ kg, method }) => (kg !== null && spendMethods.includes(method) ? [kg] : [])),
    );
    return {
      code,
      kgFromKroner,
      kg: kgValues.length > 0 ? sum(kgValues) : null,
      withFactor: amountOf(...methodsWithFigure),
      ask: amountOf('ask'),
      noFactor: amountOf('no-factor'),
    };
  });
  const without = ({ ask, noFactor }: CategorySum) => Number(add(ask, noFactor));
  return sums.toSorted((a, b) => Number(b.kg ?? 0) - Number(a.kg ?? 0) || without(b) - without(a));
}
