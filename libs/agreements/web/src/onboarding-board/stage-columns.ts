import type { OnboardingShape } from '@tallgrunn/api-client/shapes';

export const stages = ['not-invited', 'invited', 'opened', 'account', 'checked', 'submitted', 'accepted'] as const;
export type Stage = (typeof stages)[number];

export interface StageColumn {
  readonly stage: Stage;
  readonly suppliers: readonly OnboardingShape[];
}

/** Suppliers by how far they have come, those who may need a nudge first. */
export function stageColumns(rows: readonly OnboardingShape[]): readonly StageColumn[] {
  return stages.map((stage) => ({
    stage,
    suppliers: rows
      .filter((row) => row.stage === stage)
      .toSorted(
        (a, b) => Number(b.nudge) - Number(a.nudge) || (a.duty?.dueOn ?? '9').localeCompare(b.duty?.dueOn ?? '9'),
      ),
  }));
}

/** The least certain clause of a supplier's agreements: that is the one to do something about. */
export function weakestClause({ agreements }: Pick<OnboardingShape, 'agreements'>) {
  const order = ['missing', 'amendment-drafted', 'sent', 'signed', 'in-contract'] as const;
  return order.find((status) => agreements.some(({ clauseStatus }) => clauseStatus === status)) ?? 'in-contract';
}
