import { usualReport } from '@tallgrunn/checks';
import type { DutyShape } from '@tallgrunn/api-client/shapes';

/**
 * The newest report that has begun of each agreement and supplier: the usual one, of the whole supplier, that is owed. Its address is where the
 * supplier's e-invoices are judged from. `today`: the day in Oslo, YYYY-MM-DD.
 */
export function newestDuties(duties: readonly DutyShape[], today: string): readonly DutyShape[] {
  const begun = duties.filter(
    ({ report, part, exemptReason, period }) =>
      report.key === usualReport && part === null && exemptReason === null && period.start <= today,
  );
  const newest = begun.toSorted((a, b) => b.period.start.localeCompare(a.period.start));
  return [...Map.groupBy(newest, ({ agreement, supplier }) => `${agreement.id} ${supplier.id}`).values()].flatMap(
    ([first]) => first ?? [],
  );
}
