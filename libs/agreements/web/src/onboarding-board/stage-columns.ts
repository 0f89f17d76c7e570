import type { OnboardingDto } from '@tallgrunn/api-client/shapes';

export const stages = ['not-invited', 'invited', 'opened', 'account', 'checked', 'submitted', 'accepted'] as const;
export type Stage = (typeof stages)[number];

export interface StageColumn {
  readonly stage: Stage;
  readonly suppliers: readonly OnboardingDto[];
}

/** Groups suppliers by stage; those who need a reminder come first. */
export function stageColumns(rows: readonly OnboardingDto[]): readonly StageColumn[] {
  return stages.map((stage) => ({
    stage,
    suppliers: rows
      .filter((row) => row.stage === stage)
      .toSorted(
        (a, b) =>
          Number(b.nudge) - Number(a.nudge) || (a.obligation?.dueOn ?? '9').localeCompare(b.obligation?.dueOn ?? '9'),
      ),
  }));
}

/** Returns the weakest reporting clause status among a supplier's agreements. */
export function weakestClause({ agreements }: Pick<OnboardingDto, 'agreements'>) {
  const order = ['missing', 'not-stated', 'amendment-drafted', 'sent', 'signed', 'in-contract'] as const;
  return order.find((status) => agreements.some(({ clauseStatus }) => clauseStatus === status)) ?? 'not-stated';
}
