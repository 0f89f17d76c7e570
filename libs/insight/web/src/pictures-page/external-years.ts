import type { ExternalFigureDto } from '@tallgrunn/api-client/shapes';
import type { TimePoint } from './draw-time.ts';

/** The purchases that the picture shows, as external figures are recorded. */
export interface ExternalScope {
  /** Null: all buyers together. */
  readonly buyerId: string | null;
  /** Null: all purchases. */
  readonly category: string | null;
}

/**
 * Adds the years before the first one with ledgers for which figures made elsewhere are recorded. Years between that
 * nobody has figures of are empty. A correction is a later record of the same figure: the latest applies.
 * @param points years, the oldest first
 */
export function withExternalYears(
  points: readonly TimePoint[],
  figures: readonly ExternalFigureDto[],
  { buyerId, category }: ExternalScope,
): readonly TimePoint[] {
  const first = Number(points[0]?.key ?? NaN);
  const latest = new Map<number, ExternalFigureDto>();
  for (const figure of figures.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    if (figure.buyerId === buyerId && figure.category === category && figure.year < first)
      latest.set(figure.year, figure);
  }
  if (latest.size === 0) return points;
  const from = Math.min(...latest.keys());
  const before = Array.from({ length: first - from }, (_, at): TimePoint => {
    const figure = latest.get(from + at) ?? null;
    return {
      key: String(from + at),
      booked: null,
      kgCo2e: figure?.kg ?? null,
      interval: null,
      isComplete: false,
      madeBy: figure?.madeBy ?? null,
    };
  });
  return [...before, ...points];
}
