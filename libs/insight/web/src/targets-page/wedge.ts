import type { MeasureDto, TargetDto } from '@tallgrunn/api-client/shapes';

/** One measure in the wedge: its expected reduction each year, kg CO2e. */
export interface WedgeBand {
  readonly id: string;
  readonly title: string;
  readonly isProposed: boolean;
  readonly kg: readonly number[];
  /** Interval of the reduction in the target year. */
  readonly low: number;
  readonly high: number;
}

/** The way from today's level over the measures to the target, kg CO2e. */
export interface Wedge {
  readonly years: readonly number[];
  /** Emissions at today's level; not a forecast. */
  readonly start: number;
  /** False if no year after the base year can be compared, so that the base year is used. */
  readonly isStartFromData: boolean;
  readonly path: readonly number[];
  readonly target: number;
  readonly bands: readonly WedgeBand[];
  /** Reduction required from today's level, and the share of it that the measures give. Null if nothing is required. */
  readonly required: number;
  readonly coveredShare: number | null;
  /** Emissions in the target year with all measures, and their interval. */
  readonly remaining: number;
  readonly remainingLow: number;
  readonly remainingHigh: number;
  /** Measures without an expected effect, and those of others than the target's municipality. */
  readonly withoutEffect: readonly string[];
  readonly ofOthers: readonly string[];
}

const MONTHS_A_YEAR = 12;

/** Returns the share of a measure's yearly effect in a year: none before it starts, and part of its first year. */
function shareOfYear(startsOn: string, year: number): number {
  const [first, month] = startsOn.split('-').map(Number) as [number, number];
  return year < first ? 0 : year > first ? 1 : (MONTHS_A_YEAR + 1 - month) / MONTHS_A_YEAR;
}

/** Calculates the wedge of an emission target; null for other targets, and without a base figure. */
export function wedgeOf(target: TargetDto, measures: readonly MeasureDto[], today: string): Wedge | null {
  const base = target.base.figure;
  if (target.kind !== 'emissions' || base === null || target.progressPath.length === 0) return null;
  const latest = target.years.findLast(({ base: of, figure }) => figure !== null && of !== null && Number(of) > 0);
  const start = latest?.figure
    ? (Number(base.value) * Number(latest.figure.value)) / Number(latest.base)
    : Number(base.value);
  const thisYear = Math.max(target.baseYear, Math.min(Number(today.slice(0, 4)), target.targetYear - 1));
  const years = Array.from({ length: target.targetYear - thisYear + 1 }, (_, at) => thisYear + at);
  const active = measures.filter(({ state }) => state !== 'ended');
  const own = active.filter(({ buyerId }) => target.buyerId === null || buyerId === target.buyerId);
  const bands = own.flatMap((measure): WedgeBand[] =>
    measure.expectedKg === null
      ? []
      : [
          {
            id: measure.id,
            title: measure.title,
            isProposed: measure.state === 'proposed',
            kg: years.map((year) => -Number(measure.expectedKg) * shareOfYear(measure.startsOn, year)),
            low: -Number(measure.expectedHigh),
            high: -Number(measure.expectedLow),
          },
        ],
  );
  const sumOf = (of: (band: WedgeBand) => number) => bands.reduce((sum, band) => sum + of(band), 0);
  const reduced = sumOf(({ kg }) => kg.at(-1) ?? 0);
  const required = start - Number(target.targetValue);
  return {
    years,
    start,
    isStartFromData: latest !== undefined,
    path: years.map((year) => Number(target.progressPath.find((point) => point.year === year)?.value ?? base.value)),
    target: Number(target.targetValue),
    bands,
    required,
    coveredShare: required > 0 ? reduced / required : null,
    remaining: start - reduced,
    remainingLow: start - sumOf(({ high }) => high),
    remainingHigh: start - sumOf(({ low }) => low),
    withoutEffect: own.filter(({ expectedKg }) => expectedKg === null).map(({ title }) => title),
    ofOthers: active.filter((measure) => !own.includes(measure)).map(({ title }) => title),
  };
}
