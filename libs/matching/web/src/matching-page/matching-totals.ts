import type { ResolveByCauseRequest, MatchingCellDto } from '@tallgrunn/api-client/shapes';
import { compare, Period, sum } from '@tallgrunn/values';

export type Side = 'reported' | 'booked';
export type ReviewState =
  'reported-not-booked' | 'booked-not-reported' | 'books-not-loaded' | 'outside-agreements' | 'matched';

/** Amount (NOK, decimal text) and lines of a state. */
export interface CoverageSegment {
  readonly amount: string;
  readonly lines: number;
}

/** The sums of one supplier and one buyer in each state. */
export interface PartyRow {
  readonly key: string;
  readonly supplierId: string;
  readonly supplier: string;
  readonly buyerId: string;
  readonly buyer: string;
  readonly matched: CoverageSegment;
  readonly notBooked: CoverageSegment;
  readonly missing: CoverageSegment;
  readonly notReported: CoverageSegment;
}

/** Returns the sum of the totals of a side in a state. */
export function segmentOf(cells: readonly MatchingCellDto[], side: Side, state: ReviewState): CoverageSegment {
  const own = cells.filter((cell) => cell.side === side && cell.state === state);
  return { amount: sum(own.map(({ amount }) => amount)), lines: own.reduce((all, { lines }) => all + lines, 0) };
}

/** Returns one row per supplier and buyer with purchases, largest unexplained amounts first. */
export function partyRows(cells: readonly MatchingCellDto[]): readonly PartyRow[] {
  const keys = [...new Set(cells.map((cell) => `${cell.supplierId}:${cell.buyerId}`))];
  const rows = keys.flatMap((key) => {
    const own = cells.filter((cell) => `${cell.supplierId}:${cell.buyerId}` === key);
    const [first] = own;
    if (!first) return [];
    return [
      {
        key,
        supplierId: first.supplierId ?? '',
        supplier: first.supplier ?? '',
        buyerId: first.buyerId,
        buyer: first.buyer,
        matched: segmentOf(own, 'reported', 'matched'),
        notBooked: segmentOf(own, 'reported', 'reported-not-booked'),
        missing: segmentOf(own, 'reported', 'books-not-loaded'),
        notReported: segmentOf(own, 'booked', 'booked-not-reported'),
      },
    ];
  });
  return rows.sort((a, b) => compare(unexplained(b), unexplained(a)));
}

const unexplained = ({ notBooked, notReported }: PartyRow): string => sum([notBooked.amount, notReported.amount]);

/** Returns the share of the reported amount that is matched; null without a reported amount. */
export function matchedShare(cells: readonly MatchingCellDto[]): string | null {
  const total = sum(cells.filter(({ side }) => side === 'reported').map(({ amount }) => amount));
  return compare(total, '0') > 0
    ? String(Number(segmentOf(cells, 'reported', 'matched').amount) / Number(total))
    : null;
}

/** Returns the possible causes of a state; 'none' means without a cause. */
export function causesOf(state: ReviewState): readonly string[] {
  if (state === 'reported-not-booked')
    return [
      'none',
      'not-tied',
      'not-known',
      'other-unit',
      'timing',
      'freight-fees',
      'reported-twice',
      'credited',
      'missing-alias',
    ];
  if (state === 'books-not-loaded') return ['books-missing', 'buyer-without-books'];
  if (state === 'booked-not-reported')
    return [
      'none',
      'not-tied',
      'not-known',
      'other-unit',
      'report-missing',
      'missing-alias',
      'timing',
      'freight-fees',
      'invoice-remainder',
      'credited',
      'vat',
      'period-13',
      'purchasing-card',
      'internal-invoice',
      'other-seller',
      'off-agreement',
      'not-reported',
    ];
  if (state === 'outside-agreements')
    return ['off-agreement', 'no-agreement', 'internal-invoice', 'purchasing-card', 'period-13'];
  return [];
}

/** Causes that a user can assign. */
export const resolutionCauses: readonly NonNullable<ResolveByCauseRequest['cause']>[] = [
  'off-agreement',
  'no-agreement',
  'other-seller',
  'not-reported',
  'not-booked',
  'timing',
  'freight-fees',
  'vat',
  'off-assortment',
  'missing-alias',
  'buyer-without-books',
  'period-13',
  'purchasing-card',
  'internal-invoice',
  'report-missing',
  'books-missing',
  'reported-twice',
  'credited',
];

/** Returns a share as decimal text; null if the whole is 0. */
export const shareOf = (part: string, denominator: string): string | null =>
  compare(denominator, '0') > 0 ? String(Number(part) / Number(denominator)) : null;

/** Returns years and quarters that contain any of the months, newest first. */
export function periodsOf(months: readonly string[]): readonly string[] {
  const keys = months.flatMap((month) => [
    month.slice(0, 4),
    `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`,
  ]);
  return [...new Set(keys)].sort(
    (a, b) => b.slice(0, 4).localeCompare(a.slice(0, 4)) || a.length - b.length || b.localeCompare(a),
  );
}

/** Returns the first and last month of a period; empty for none. */
export function monthsOf(key: string): { readonly from?: string; readonly to?: string } {
  const period = Period.tryParse(key);
  if (!period) return {};
  const last = new Date(`${period.end}T00:00:00Z`);
  last.setUTCDate(0);
  return { from: period.start.slice(0, 7), to: last.toISOString().slice(0, 7) };
}
