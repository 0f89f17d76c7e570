import type { UtilisationDto } from '@tallgrunn/api-client/shapes';
import { add, Period } from '@tallgrunn/values';

export interface ConsumptionPoint {
  /** Months since the first, with fractions. */
  readonly at: number;
  readonly value: number;
}

export interface ConsumptionRow {
  readonly month: string;
  readonly reported: string;
  readonly reportedSum: string;
  readonly booked: string;
  readonly bookedSum: string;
  /** Whether all due reports, and the ledgers of all buyers, are available. */
  readonly isReportedComplete: boolean;
  readonly isBookedComplete: boolean;
}

export interface ConsumptionDrawing {
  readonly rows: readonly ConsumptionRow[];
  /** Months of the axis, as '2026-01'. */
  readonly months: readonly string[];
  readonly reported: readonly ConsumptionPoint[];
  readonly booked: readonly ConsumptionPoint[];
  readonly expected: readonly ConsumptionPoint[];
  /**
   * Months with a missing report or ledger, consecutive ones combined: from the start of the first to the end of the
   * last.
   */
  readonly incomplete: readonly { readonly from: number; readonly to: number }[];
  readonly maximum: number | null;
  readonly top: number;
}

/** Maximum months that the chart extends into the future. */
const AHEAD_MAX = 36;

/** Calculates the accumulated sums by month and their forecast. The value of a month is at its end. */
export function drawConsumption(
  { months, maximum, basis, forecast }: UtilisationDto,
  endsOn: string | null,
): ConsumptionDrawing {
  const rows = accumulate(months);
  const first = rows[0]?.month;
  if (!first)
    return {
      rows,
      months: [],
      reported: [],
      booked: [],
      expected: [],
      incomplete: [],
      maximum: maximum === null ? null : Number(maximum),
      top: Number(maximum ?? 0),
    };
  const place = (month: string) => monthsFrom(first, month);
  const points = (sum: (row: ConsumptionRow) => string): ConsumptionPoint[] => [
    { at: 0, value: 0 },
    ...rows.map((row) => ({ at: place(row.month) + 1, value: Number(sum(row)) })),
  ];
  const [reported, booked] = [points((row) => row.reportedSum), points((row) => row.bookedSum)];
  const known = place(rows.at(-1)?.month ?? first) + 1;
  const expected = expectedFrom(
    (basis === 'booked' ? booked : reported).at(-1) ?? { at: known, value: 0 },
    forecast,
    endsOn,
    maximum,
    (date) => place(date.slice(0, 7)) + Number(date.slice(8, 10)) / 31,
  );
  const last = Math.ceil(Math.min(known + AHEAD_MAX, Math.max(known, ...expected.map(({ at }) => at))));
  const axis = Array.from({ length: last }, (_, index) => Period.shift(Period.parse(first), index).key);
  const top = Math.max(Number(maximum ?? 0), ...[...reported, ...booked, ...expected].map(({ value }) => value));
  return {
    rows,
    months: axis,
    reported,
    booked,
    expected: expected.filter(({ at }) => at <= last),
    incomplete: spansOf(
      rows.filter((row) => !row.isReportedComplete || !row.isBookedComplete).map(({ month }) => place(month)),
    ),
    maximum: maximum === null ? null : Number(maximum),
    top,
  };
}

function accumulate(months: UtilisationDto['months']): ConsumptionRow[] {
  const rows: ConsumptionRow[] = [];
  for (const { month, reported, booked, isReportedComplete, isBookedComplete } of months) {
    const before = rows.at(-1);
    rows.push({
      month,
      reported,
      booked,
      isReportedComplete,
      isBookedComplete,
      reportedSum: add(before?.reportedSum ?? '0', reported),
      bookedSum: add(before?.bookedSum ?? '0', booked),
    });
  }
  return rows;
}

function spansOf(places: readonly number[]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (const place of places) {
    const last = spans.at(-1);
    if (last?.to === place) spans[spans.length - 1] = { ...last, to: place + 1 };
    else spans.push({ from: place, to: place + 1 });
  }
  return spans;
}

/** Returns a straight line to the date when the maximum is reached, or to the expected amount on the last day. */
function expectedFrom(
  from: ConsumptionPoint,
  { state, on, atEnd }: UtilisationDto['forecast'],
  endsOn: string | null,
  maximum: string | null,
  placeOf: (date: string) => number,
): ConsumptionPoint[] {
  const ends = endsOn && atEnd ? { at: placeOf(endsOn), value: Number(atEnd) } : null;
  const reached = state === 'will-be-reached' && on && maximum ? { at: placeOf(on), value: Number(maximum) } : null;
  const ahead = [reached, ends]
    .filter((point) => point !== null)
    .filter(({ at }) => at > from.at)
    .sort((a, b) => a.at - b.at);
  return ahead.length > 0 ? [from, ...ahead] : [];
}

function monthsFrom(first: string, month: string): number {
  const number = (key: string) => Number(key.slice(0, 4)) * 12 + Number(key.slice(5, 7));
  return number(month) - number(first);
}
