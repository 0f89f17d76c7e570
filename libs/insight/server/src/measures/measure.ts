import type { Months } from '@tallgrunn/emissions-server';
import { Period } from '@tallgrunn/values';

/** States of a measure, in the order in which it usually passes them. */
export const measureStates = ['proposed', 'decided', 'under-way', 'ended'] as const;
export type MeasureState = (typeof measureStates)[number];

/** States that may follow a state. An ended measure stays ended; another can be proposed. */
export const nextStates: Readonly<Record<MeasureState, readonly MeasureState[]>> = {
  proposed: ['decided', 'ended'],
  decided: ['under-way', 'ended'],
  'under-way': ['ended'],
  ended: [],
};

const MONTHS_A_YEAR = 12;

/** Returns the twelve months before a first day: the quantity and the mix with which a measure is compared. */
export function baseMonths(startsOn: string): Months {
  const first = Period.parse(startsOn.slice(0, 7));
  return { from: Period.shift(first, -MONTHS_A_YEAR).key, to: Period.shift(first, -1).key };
}

/** Returns the years of a measure that began by a month, each as its twelve months. */
export function yearsOfMeasure(startsOn: string, lastMonth: string): Months[] {
  const years: Months[] = [];
  for (
    let first = Period.parse(startsOn.slice(0, 7));
    first.key <= lastMonth;
    first = Period.shift(first, MONTHS_A_YEAR)
  )
    years.push({ from: first.key, to: Period.shift(first, MONTHS_A_YEAR - 1).key });
  return years;
}
