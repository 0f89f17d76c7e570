import { monthAfter, monthsBetween } from './periods.ts';

/**
 * NOK of each month, and the other inputs of a forecast. Floats, because a forecast is an estimate, compared to the øre
 * and the day.
 */
export interface ForecastInput {
  readonly amounts: ReadonlyMap<string, number>;
  readonly complete: ReadonlySet<string>;
  readonly opening: { readonly amount: number; readonly before: string; readonly isWhole: boolean } | null;
  readonly maximum: number | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly today: string;
}

export interface Forecast {
  readonly state: string;
  readonly on: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly monthly: string | null;
  readonly atEnd: string | null;
  readonly monthsUsed: number;
  readonly knownUntil: string | null;
  readonly unknownMonths: readonly string[];
}

const AHEAD = 240;
const daysIn = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
const dayOf = (month: string, day: number): string => `${month}-${String(day).padStart(2, '0')}`;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Forecasts when a maximum value is reached, following the decision on comparisons.
 * - Expected pace: mean of the last twelve complete months. From two complete years on, it is distributed over the year
 * like the same months of both.
 * - Earliest day: the fastest pace of three consecutive months (a year, where there are two), with the usual amount in
 * unknown months.
 * - Latest day: the slowest such pace, with nothing in unknown months.
 */
export function forecastMaximum({
  amounts,
  complete,
  opening,
  maximum,
  startsOn,
  endsOn,
  today,
}: ForecastInput): Forecast {
  const begins = [startsOn.slice(0, 7), ...amounts.keys()].sort()[0]!;
  const first = opening?.isWhole && opening.before > begins ? opening.before : begins;
  const past = monthsBetween(first, monthAfter(today.slice(0, 7), -1));
  const completeMonths = past.filter((month) => complete.has(month));
  const last = completeMonths.at(-1) ?? null;
  const unknown = past.filter((month) => last !== null && month < last && !complete.has(month));
  const of = (month: string): number => amounts.get(month) ?? 0;
  const before = opening?.amount ?? 0;
  const used = before + [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
  const forecast = {
    on: null,
    earliest: null,
    latest: null,
    monthly: null,
    atEnd: null,
    monthsUsed: Math.min(12, completeMonths.length),
    knownUntil: last,
    unknownMonths: unknown,
  };
  const passed = maximum !== null && used >= maximum ? passedOn(amounts, opening, maximum) : null;
  if (completeMonths.length < 3 || last === null)
    return { ...forecast, state: passed ? 'reached' : maximum === null ? 'no-maximum' : 'cannot-be-told', on: passed };

  const year = completeMonths.slice(-12).map(of);
  const monthly = mean(year);
  const two = completeMonths.slice(-24);
  const isSeasonal = two.length === 24 && mean(two.map(of)) > 0;
  const same = (month: string): readonly string[] =>
    isSeasonal ? two.filter((each) => each.slice(5) === month.slice(5)) : [];
  const expected = (month: string): number =>
    same(month).length === 0 ? monthly : (monthly * mean(same(month).map(of))) / mean(two.map(of));
  const width = isSeasonal ? 12 : 3;
  const series = isSeasonal ? two.map(of) : year;
  const paces = series.flatMap((_, at) =>
    at + width <= series.length ? [mean(series.slice(at, at + width)) / monthly] : [],
  );
  const [fastest, slowest] = monthly > 0 ? [Math.max(1, ...paces), Math.min(1, ...paces)] : [1, 1];
  const started = before + [...amounts].filter(([month]) => month <= last).reduce((sum, [, amount]) => sum + amount, 0);
  const atEnd = endsOn === null ? null : Math.max(used, started + expectedUntil(endsOn, last, expected)).toFixed(2);
  const paced = { ...forecast, monthly: monthly.toFixed(2), atEnd };
  if (maximum === null) return { ...paced, state: 'no-maximum' };
  if (passed) return { ...paced, state: 'reached', on: passed };
  const reached = (from: number, speed: number): string | null =>
    from >= maximum ? today : reachedOn(last, from, maximum, (month) => expected(month) * speed, today);
  const missing = unknown.reduce((sum, month) => sum + Math.max(0, expected(month) - of(month)), 0);
  const on = reachedOn(last, started, maximum, expected, today);
  return {
    ...paced,
    state: on === null ? 'not-in-sight' : 'will-be-reached',
    on,
    earliest: reached(started + missing, fastest),
    latest: reached(started, slowest),
  };
}

/** Returns the last day of the month in which the maximum was exceeded. */
function passedOn(
  amounts: ForecastInput['amounts'],
  opening: ForecastInput['opening'],
  maximum: number,
): string | null {
  let sum = opening?.amount ?? 0;
  if (opening && sum >= maximum) return dayOf(monthAfter(opening.before, -1), daysIn(monthAfter(opening.before, -1)));
  for (const [month, amount] of [...amounts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    sum += amount;
    if (sum >= maximum) return dayOf(month, daysIn(month));
  }
  return null;
}

function reachedOn(
  last: string,
  from: number,
  maximum: number,
  of: (month: string) => number,
  today: string,
): string | null {
  let [sum, month] = [from, last];
  for (let ahead = 0; ahead < AHEAD; ahead += 1) {
    month = monthAfter(month);
    const amount = of(month);
    if (amount > 0 && sum + amount >= maximum) {
      const day = dayOf(month, 1 + Math.min(daysIn(month) - 1, Math.floor(((maximum - sum) / amount) * daysIn(month))));
      return day < today ? today : day;
    }
    sum += amount;
  }
  return null;
}

function expectedUntil(endsOn: string, last: string, of: (month: string) => number): number {
  let [sum, month] = [0, monthAfter(last)];
  for (let ahead = 0; ahead < AHEAD && dayOf(month, 1) <= endsOn; ahead += 1, month = monthAfter(month)) {
    const days = daysIn(month);
    sum += of(month) * (endsOn.slice(0, 7) === month ? Math.min(days, Number(endsOn.slice(8))) / days : 1);
  }
  return sum;
}
