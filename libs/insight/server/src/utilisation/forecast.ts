import { addDays, daysBetween, Period } from '@tallgrunn/values';

/** Call-offs of a month: '2026-03', amount as decimal text. */
export interface MonthAmount {
  readonly month: string;
  readonly amount: string;
}

export interface ForecastWanted {
  readonly months: readonly MonthAmount[];
  /** Decimal text; null = no maximum value. */
  readonly maximum: string | null;
  readonly today: string;
  /** First day of the agreement. */
  readonly startsOn: string;
  /** Last day of the agreement. */
  readonly endsOn: string | null;
  /** Stated call-offs before a month. */
  readonly opening?: { readonly amount: string; readonly beforeMonth: string; readonly isWhole: boolean } | null;
  /** Months with complete data: the ledgers of all buyers, or the reports of all suppliers. */
  readonly complete: ReadonlySet<string>;
}

export interface Forecast {
  readonly state: 'no-maximum' | 'reached' | 'will-be-reached' | 'not-in-sight' | 'cannot-be-told';
  /** Date on which the maximum was or will be reached. */
  readonly on: string | null;
  /** Whether that is on or before the last day of the agreement; null without a last day or a date. */
  readonly beforeEnd: boolean | null;
  /** Mean of the months used, or the mean with seasonal indices from earlier years. */
  readonly method: 'mean' | 'seasonal' | null;
  readonly monthsUsed: number;
  /**
   * Earliest and latest date on which the maximum may be reached. Earliest: at the fastest known pace, with the usual
   * amount in months without data. Latest: at the slowest, with nothing added in those months.
   */
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Months of the agreement up to the last complete one that are incomplete. */
  readonly unknownMonths: readonly string[];
  /**
   * The first month with data, if the agreement started earlier: call-offs before it are unknown. Null if the data
   * start with the agreement, or earlier call-offs are stated.
   */
  readonly unknownBefore: string | null;
  /** The last complete month. */
  readonly knownUntil: string | null;
  readonly monthly: string | null;
  /** Expected call-offs by the last day at the current pace. */
  readonly atEnd: string | null;
}

const MONTHS_LEAST = 3;
const MONTHS_SEASONAL = 24;
const YEAR = 12;
/** Planning horizon in months. */
const MONTHS_AHEAD = 240;

const money = (value: number): string => value.toFixed(2);
const monthAfter = (month: string, count = 1): Period => Period.shift(Period.parse(month), count);

/**
 * Forecasts when the maximum is reached at the current pace: the mean of the last twelve complete months, or of the
 * available ones, at least three. From 24 months on, seasonal indices of those months are applied. The result is an
 * estimate, so floating-point numbers are sufficient.
 */
export function forecast(wanted: ForecastWanted): Forecast {
  const past = pastMonths(wanted);
  const known = past.filter(({ month }) => wanted.complete.has(month));
  const from = known.at(-1)?.month ?? '';
  const unknown = past.filter(({ month }) => month <= from && !wanted.complete.has(month));
  const base = {
    monthsUsed: Math.min(known.length, YEAR),
    knownUntil: from || null,
    unknownMonths: unknown.map(({ month }) => month),
    unknownBefore: unknownBefore(past, known, wanted.months),
    earliest: null,
    latest: null,
  };
  const none = { ...base, on: null, beforeEnd: null, method: null, monthly: null, atEnd: null };
  const opening = Number(wanted.opening?.amount ?? '0');
  const used = opening + sumOf(wanted.months);
  const maximum = wanted.maximum === null ? null : Number(wanted.maximum);
  const reachedOn = maximum === null || used < maximum ? null : pastReachDate(wanted, maximum);
  if (known.length < MONTHS_LEAST) {
    if (reachedOn) return { ...none, state: 'reached', on: reachedOn, beforeEnd: isBefore(reachedOn, wanted.endsOn) };
    return { ...none, state: maximum === null ? 'no-maximum' : 'cannot-be-told' };
  }
  const pace = paceOf(known);
  const method = known.length >= MONTHS_SEASONAL ? 'seasonal' : 'mean';
  const started = opening + sumOf(wanted.months.filter(({ month }) => month <= from));
  const result = {
    ...base,
    method,
    monthly: money(pace.mean),
    atEnd: wanted.endsOn ? money(Math.max(used, expectedAmountBy(wanted.endsOn, from, started, pace.of))) : null,
  } as const;
  if (maximum === null) return { ...result, state: 'no-maximum', on: null, beforeEnd: null };
  if (reachedOn) return { ...result, state: 'reached', on: reachedOn, beforeEnd: isBefore(reachedOn, wanted.endsOn) };
  const on = forecastReachDate(from, started, maximum, pace.of, wanted.today);
  const usual = unknown.reduce((sum, { month, amount }) => sum + Math.max(0, pace.of(month) - Number(amount)), 0);
  const at = (speed: number, more: number) =>
    started + more >= maximum
      ? wanted.today
      : forecastReachDate(from, started + more, maximum, (month) => pace.of(month) * speed, wanted.today);
  const range = { earliest: at(pace.fastest, usual), latest: at(pace.slowest, 0) };
  return on
    ? { ...result, ...range, state: 'will-be-reached', on, beforeEnd: isBefore(on, wanted.endsOn) }
    : { ...result, ...range, state: 'not-in-sight', on: null, beforeEnd: wanted.endsOn ? false : null };
}

const isBefore = (day: string, endsOn: string | null): boolean | null => (endsOn === null ? null : day <= endsOn);

const sumOf = (months: readonly MonthAmount[]): number => months.reduce((sum, { amount }) => sum + Number(amount), 0);

/** Returns the first complete month, or the first month with data, if the agreement started earlier; otherwise null. */
function unknownBefore(
  past: readonly MonthAmount[],
  known: readonly MonthAmount[],
  months: readonly MonthAmount[],
): string | null {
  const [begins, first] = [past[0]?.month, known[0]?.month ?? months.map(({ month }) => month).sort()[0]];
  return begins !== undefined && first !== undefined && begins < first ? first : null;
}

/**
 * Returns every month of the agreement before the current one, with zero for months without data. Starts with the first
 * month that has data, if that is before the agreement's first day.
 */
function pastMonths({ months, today, startsOn, opening }: ForecastWanted): MonthAmount[] {
  const amounts = new Map(months.map(({ month, amount }) => [month, amount]));
  const begins = [startsOn.slice(0, 7), ...amounts.keys()].sort()[0] ?? '';
  // Amounts stated for all suppliers are known, but do not affect the pace.
  const first = opening?.isWhole && opening.beforeMonth > begins ? opening.beforeMonth : begins;
  const last = monthAfter(today.slice(0, 7), -1);
  return first > last.key
    ? []
    : Period.between('month', Period.parse(first).start, last.end).map(({ key }) => ({
        month: key,
        amount: amounts.get(key) ?? '0',
      }));
}

/**
 * Returns the expected amount per month of the year. Also returns the fastest and slowest pace relative to it. The pace
 * is over three consecutive months, or over a whole year if there are two years of data.
 */
function paceOf(known: readonly MonthAmount[]): {
  mean: number;
  fastest: number;
  slowest: number;
  of: (month: string) => number;
} {
  const last = known.slice(-YEAR);
  const mean = sumOf(last) / last.length;
  const twoYears = known.slice(-MONTHS_SEASONAL);
  const usual = sumOf(twoYears) / MONTHS_SEASONAL;
  const isSeasonal = twoYears.length >= MONTHS_SEASONAL && usual > 0;
  const window = isSeasonal ? YEAR : MONTHS_LEAST;
  const all = isSeasonal ? twoYears : last;
  const paces = all.slice(window - 1).map((_, at) => sumOf(all.slice(at, at + window)) / window / mean);
  const range = { fastest: mean > 0 ? Math.max(1, ...paces) : 1, slowest: mean > 0 ? Math.min(1, ...paces) : 1 };
  if (!isSeasonal) return { mean, ...range, of: () => mean };
  // Complete months need not be consecutive: a month of the year may occur once, three times or never.
  const same = (month: string) => twoYears.filter((each) => each.month.slice(5) === month.slice(5));
  const index = (months: readonly MonthAmount[]) => (months.length === 0 ? 1 : sumOf(months) / months.length / usual);
  return { mean, ...range, of: (month) => mean * index(same(month)) };
}

function pastReachDate({ months, opening }: ForecastWanted, maximum: number): string {
  let sum = Number(opening?.amount ?? '0');
  if (opening && sum >= maximum) return addDays(Period.parse(opening.beforeMonth).start, -1);
  for (const { month, amount } of [...months].sort((a, b) => a.month.localeCompare(b.month))) {
    sum += Number(amount);
    if (sum >= maximum) return addDays(Period.parse(month).end, -1);
  }
  return '';
}

function forecastReachDate(
  from: string,
  started: number,
  maximum: number,
  of: (month: string) => number,
  today: string,
): string | null {
  let sum = started;
  for (let ahead = 1; ahead <= MONTHS_AHEAD; ahead += 1) {
    const { key, start, end } = monthAfter(from, ahead);
    const amount = of(key);
    if (amount > 0 && sum + amount >= maximum) {
      const day = addDays(
        start,
        Math.min(daysBetween(start, end) - 1, Math.floor(((maximum - sum) / amount) * daysBetween(start, end))),
      );
      return day < today ? today : day;
    }
    sum += amount;
  }
  return null;
}

/** Returns the amount called off so far plus the amount expected until a day. */
function expectedAmountBy(endsOn: string, from: string, started: number, of: (month: string) => number): number {
  let sum = started;
  for (let ahead = 1; ahead <= MONTHS_AHEAD; ahead += 1) {
    const { key, start, end } = monthAfter(from, ahead);
    if (start > endsOn) break;
    const days = daysBetween(start, end);
    sum += of(key) * (Math.min(days, daysBetween(start, endsOn) + 1) / days);
  }
  return sum;
}
