import type { FactorChoiceShape } from '@tallgrunn/api-client/shapes';

type Done = (p: { by: string; at: string }) => string;

/** Text functions for the steps of an assignment's history. */
export interface Steps {
  readonly drafted: Done;
  readonly proposed: Done;
  readonly asked: (p: { name: string }) => string;
  readonly approved: Done;
  readonly rejected: Done;
  readonly withdrawn: (p: { at: string }) => string;
  readonly retired: Done;
}

/**
 * Returns the history of an assignment in chronological order. `somebody` replaces a name that the user may not see.
 */
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
