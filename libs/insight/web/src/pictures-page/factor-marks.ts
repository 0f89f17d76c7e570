import type { FactorAssignmentDto } from '@tallgrunn/api-client/shapes';
import { Period } from '@tallgrunn/values';
import type { TimePoint } from './draw-time.ts';

/** A day in the picture from which other emission factors apply. */
export interface FactorMark {
  /** Number at the mark, from 1. */
  readonly number: number;
  readonly day: string;
  /** Index of its period, and the part of the period that has passed, 0 to 1. */
  readonly at: number;
  readonly fraction: number;
  /** The assignments that begin that day. */
  readonly assignments: readonly FactorAssignmentDto[];
}

/** States of assignments that applied from their first day. */
const APPLIED: readonly string[] = ['in-force', 'replaced', 'retired'];

/** Returns the days within the periods on which emission factors changed, the oldest first. */
export function factorMarks(
  points: readonly Pick<TimePoint, 'key'>[],
  assignments: readonly FactorAssignmentDto[],
): readonly FactorMark[] {
  const periods = points.map(({ key }) => Period.parse(key));
  const applied = assignments.filter(({ standing }) => APPLIED.includes(standing));
  return [...Map.groupBy(applied, ({ fromOn }) => fromOn)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([day, own]) => {
      const at = periods.findIndex(({ start, end }) => day >= start && day < end);
      const period = periods[at];
      return period ? [{ day, at, fraction: passed(day, period), assignments: own }] : [];
    })
    .map((mark, index) => ({ ...mark, number: index + 1 }));
}

const passed = (day: string, { start, end }: { readonly start: string; readonly end: string }): number =>
  (Date.parse(day) - Date.parse(start)) / (Date.parse(end) - Date.parse(start));

/** Returns the numbers of the marks in a period. */
export const marksIn = (marks: readonly FactorMark[], at: number): readonly number[] =>
  marks.filter((mark) => mark.at === at).map(({ number }) => number);
