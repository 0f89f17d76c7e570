import type { FactorAssignmentDto } from '@tallgrunn/api-client/shapes';

type StepText = (p: { by: string; at: string }) => string;

/** Text functions for the steps of an assignment's history. */
export interface HistoryTexts {
  readonly drafted: StepText;
  readonly proposed: StepText;
  readonly asked: (p: { name: string }) => string;
  readonly approved: StepText;
  readonly rejected: StepText;
  readonly withdrawn: (p: { at: string }) => string;
  readonly retired: StepText;
}

/**
 * Returns the history of an assignment in chronological order. `somebody` replaces a name that the user may not see.
 */
export function assignmentHistory(
  row: FactorAssignmentDto,
  steps: HistoryTexts,
  unknownPerson: string,
  instant: (at: string) => string,
): readonly string[] {
  const decided = row.state === 'rejected' ? steps.rejected : steps.approved;
  return [
    steps.drafted({ by: row.createdBy ?? unknownPerson, at: instant(row.createdAt) }),
    ...(row.proposedAt ? [steps.proposed({ by: row.proposedBy ?? unknownPerson, at: instant(row.proposedAt) })] : []),
    ...(row.state === 'proposed' ? [steps.asked({ name: row.approver ?? unknownPerson })] : []),
    ...(row.decidedAt
      ? [
          [decided({ by: row.decidedBy ?? unknownPerson, at: instant(row.decidedAt) }), row.decisionNote]
            .filter(Boolean)
            .join(': '),
        ]
      : []),
    ...(row.withdrawnAt ? [steps.withdrawn({ at: instant(row.withdrawnAt) })] : []),
    ...(row.retiredAt ? [steps.retired({ by: row.retiredBy ?? unknownPerson, at: instant(row.retiredAt) })] : []),
  ];
}
