import type { ObligationDto } from '@tallgrunn/api-client/shapes';

/** Obligations that are not delivered, as the page shows them. */
export interface SortedObligations {
  /** Past their due date, those with most working days of lateness first. Those created after it come last. */
  readonly late: readonly ObligationDto[];
  /**
   * Reports that came in time and were returned, and the next of each supplier, report and branch, the earliest due
   * date first.
   */
  readonly next: readonly ObligationDto[];
  /** Number of exempt obligations whose due date has passed. */
  readonly exempt: number;
}

/** Returns whether a report counts as delivered in time by the terms although it was returned. */
export const isReturnedInTime = ({ state, deliveredOn, dueOn }: ObligationDto): boolean =>
  state === 'returned' && deliveredOn !== null && deliveredOn <= dueOn;

/**
 * Divides obligations without an accepted or submitted report by their due date.
 * @param today date in Oslo, YYYY-MM-DD
 */
export function sortObligations(obligations: readonly ObligationDto[], today: string): SortedObligations {
  const past = obligations.filter(({ dueOn }) => dueOn < today);
  const returned = past.filter(isReturnedInTime).toSorted(byDueDate);
  return {
    late: past
      .filter((each) => each.state !== 'exempt' && !isReturnedInTime(each))
      .toSorted(
        (a, b) =>
          Number(a.isCreatedAfterDueDate) - Number(b.isCreatedAfterDueDate) ||
          b.daysLate - a.daysLate ||
          byDueDate(a, b),
      ),
    next: [...returned, ...nextOfEach(obligations.filter(({ dueOn }) => dueOn >= today))],
    exempt: past.filter(({ state }) => state === 'exempt').length,
  };
}

const byDueDate = (a: ObligationDto, b: ObligationDto): number => a.dueOn.localeCompare(b.dueOn);

/** Returns the first obligation of each supplier, report and branch, by due date. */
function nextOfEach(obligations: readonly ObligationDto[]): readonly ObligationDto[] {
  const groups = Map.groupBy(
    obligations.toSorted(byDueDate),
    ({ supplier, report, part }) => `${supplier.id} ${report.key} ${part?.id ?? ''}`,
  );
  return [...groups.values()].flatMap(([first]) => first ?? []);
}
