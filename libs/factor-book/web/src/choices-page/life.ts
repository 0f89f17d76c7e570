import type { FactorChoiceShape } from '@tallgrunn/api-client/shapes';

type Done = (p: { by: string; at: string }) => string;

/** What has been done, in words. */
export interface Steps {
  readonly drafted: Done;
  readonly proposed: Done;
  readonly asked: (p: { name: string }) => string;
  readonly approved: Done;
  readonly rejected: Done;
  readonly withdrawn: (p: { at: string }) => string;
  readonly retired: Done;
}

/** What has been done with a choice so far, in the order in which it was done; by `somebody` where the reader may not know whom. */
export function lifeOf(
  row: FactorChoiceShape,
  steps: Steps,
  somebody: string,
  instant: (at: string) => string,
): readonly string[] {
  const decided = row.state === 'rejected' ? steps.rejected : steps.approved;
  return [
    steps.drafted({ by: row.createdBy ?? somebody, at: instant(row.createdAt) }),
    ...(row.proposedAt ? [steps.proposed({ by: row.proposedBy ?? somebody, at: instant(row.proposedAt) })] : []),
    ...(row.state === 'proposed' ? [steps.asked({ name: row.approver ?? somebody })] : []),
    ...(row.decidedAt
      ? [
          [decided({ by: row.decidedBy ?? somebody, at: instant(row.decidedAt) }), row.decisionNote]
            .filter(Boolean)
            .join(': '),
        ]
      : []),
    ...(row.withdrawnAt ? [steps.withdrawn({ at: instant(row.withdrawnAt) })] : []),
    ...(row.retiredAt ? [steps.retired({ by: row.retiredBy ?? somebody, at: instant(row.retiredAt) })] : []),
  ];
}
