import type { TestApp } from '@tallgrunn/platform/testing';
import { randomUUID } from 'node:crypto';
import type { Member, Who } from './world.ts';

/** A decided performance statement of the first supplier, with a comment. */
export interface StatementsWorld {
  readonly statementId: string;
}

const FIGURES = {
  asOf: '2025-12-31',
  punctuality: { due: 0, onTime: 0, late: 0, missing: 0, exempt: 0, meanDaysLate: null, excused: 0, lateReports: [] },
  quality: {
    ...{ reports: 0, lines: 0, returned: 0, findingCount: 0, overriddenCount: 0 },
    ...{ level: null, levels: [], checks: [] },
  },
  coverage: { booked: '0', linked: '0', share: null, outside: '0', ledgerMonths: { complete: 0, expected: 0 } },
  prices: [],
  declarations: { items: 0, declared: 0, waiting: 0, expiring: 0, requiredShare: null },
  openCases: [],
};
const RATINGS = Object.fromEntries(
  ['punctuality', 'data-quality', 'coverage', 'prices', 'declarations', 'open-cases'].map((key) => [key, 'other']),
);

/** Inserts rows as the use cases write them. */
export async function statementsOf(
  stand: TestApp,
  { clerk }: Record<Who, Member>,
  agreementId: string,
  cooperativeId: string,
): Promise<StatementsWorld> {
  const statementId = randomUUID();
  await stand.asOwner(
    `insert into follow_up.performance_statement (cooperative_id, id, number, agreement_id, supplier_id, year, revision, figures, proposed, ratings, overall_rating, reason, decided_at)
     values ($1, $2, 'LV-1', $3, $4, 2026, 1, $5, $6, $7, 'other', 'Første år', '2026-01-15')`,
    [
      ...[cooperativeId, statementId, agreementId, clerk.organisationId],
      ...[FIGURES, { ratings: RATINGS, overall: 'other' }, RATINGS].map((each) => JSON.stringify(each)),
    ],
  );
  await stand.asOwner(
    `insert into follow_up.performance_statement_comment (cooperative_id, id, statement_id, supplier_id, body, written_at) values ($1, gen_random_uuid(), $2, $3, 'Takk', '2026-01-16')`,
    [cooperativeId, statementId, clerk.organisationId],
  );
  return { statementId };
}
