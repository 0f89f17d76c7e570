import { defaultReport } from '@tallgrunn/checks';
import type { ObligationDto } from '@tallgrunn/api-client/shapes';

/**
 * Returns, by agreement and supplier, the latest obligation that has begun: of the usual report, for the whole
 * supplier, and not exempt. The page on e-invoice quality uses its id.
 * @param today date in Oslo, YYYY-MM-DD
 */
export function latestObligations(obligations: readonly ObligationDto[], today: string): readonly ObligationDto[] {
  const startedObligations = obligations.filter(
    ({ report, part, exemptReason, period }) =>
      report.key === defaultReport && part === null && exemptReason === null && period.start <= today,
  );
  const newest = startedObligations.toSorted((a, b) => b.period.start.localeCompare(a.period.start));
  return [...Map.groupBy(newest, ({ agreement, supplier }) => `${agreement.id} ${supplier.id}`).values()].flatMap(
    ([first]) => first ?? [],
  );
}
