import type { CategoryShareDto } from '@tallgrunn/api-client/shapes';
import { sum } from '@tallgrunn/values';

/** One category of the chart. Amounts and kg are decimal text; spend without a figure is stated separately. */
export interface CategoryPart {
  /** Null = no category. */
  readonly code: string | null;
  /** Null if nothing in it has a factor; never zero. */
  readonly kg: string | null;
  /** The part of kg estimated from spend. */
  readonly kgFromKroner: string;
  readonly amount: string;
  /** Spend with a figure, and the part of it calculated from quantities. */
  readonly withFactor: string;
  readonly measured: string;
  readonly ask: string;
  readonly noFactor: string;
}

/** Methods based on quantities. */
const measured: readonly string[] = ['declared-verified', 'declared-unverified', 'invoice-co2e', 'physical-average'];

/**
 * Groups the server's parts by category. Sorted by the larger of relative emissions and relative spend, so that a large
 * amount without a factor is not at the end.
 */
export function categoryParts(parts: readonly CategoryShareDto[]): readonly CategoryPart[] {
  const codes = [...new Set(parts.map(({ category }) => category))];
  const rows = codes.map((code) => {
    const own = parts.filter(({ category }) => category === code);
    const amountOf = (...methods: readonly (string | null)[]) =>
      sum(own.filter(({ method }) => methods.includes(method)).map(({ amount }) => amount));
    const weighed = own.filter(({ kg }) => kg !== null).map(({ kg }) => kg ?? '0');
    return {
      code,
      kg: weighed.length > 0 ? sum(weighed) : null,
      amount: sum(own.map(({ amount }) => amount)),
      kgFromKroner: sum(
        own.filter(({ kg, method }) => kg !== null && !measured.includes(method ?? '')).map(({ kg }) => kg ?? '0'),
      ),
      withFactor: amountOf(...measured, 'spend-category', 'spend-account'),
      measured: amountOf(...measured),
      ask: amountOf('ask'),
      noFactor: amountOf('no-factor', 'not-converted', 'vat-unknown', null),
    };
  });
  const most = (of: (row: CategoryPart) => string) => Math.max(1, ...rows.map((row) => Number(of(row))));
  const [heaviest, dearest] = [most(({ kg }) => kg ?? '0'), most(({ amount }) => amount)];
  const size = ({ kg, amount }: CategoryPart) => Math.max(Number(kg ?? 0) / heaviest, Number(amount) / dearest);
  return rows.sort((a, b) => size(b) - size(a) || Number(b.amount) - Number(a.amount));
}
