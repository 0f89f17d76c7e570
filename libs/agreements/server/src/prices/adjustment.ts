import {
  adjustmentFactor,
  earliestAdjustment,
  type AdjustmentClause,
  type AdjustmentFactor,
  type AdjustmentProblem,
  type IndexValue,
} from '@tallgrunn/checks';

/** An index version as used in a calculation. */
export interface IndexVersion {
  readonly code: string;
  readonly version: number;
  readonly source: string;
  readonly values: readonly IndexValue[];
}

/** The result of a request, with everything it was calculated from. */
export interface AdjustmentCalculation {
  readonly index: { readonly code: string; readonly version: number; readonly source: string } | null;
  readonly factor: AdjustmentFactor;
  /** first day that the clause allows, and the rule that decides it */
  readonly earliestOn: string;
  readonly because: AdjustmentProblem;
  /** day from which the new prices would apply: the requested day, or the first one allowed if later */
  readonly fromOn: string;
}

export interface AdjustmentInput {
  readonly clause: AdjustmentClause;
  readonly comparePeriod: string;
  readonly requestedOn: string;
  readonly wantedFrom: string;
  readonly startsOn: string;
  /** date of the latest price change by adjustment */
  readonly lastOn: string | null;
}

/** Calculates a price adjustment. Without the index the factor is unknown and names the missing period. */
export function calculateAdjustment(
  { clause, comparePeriod, requestedOn, wantedFrom: requestedFrom, startsOn, lastOn }: AdjustmentInput,
  index: IndexVersion | null,
): AdjustmentCalculation {
  const factor = adjustmentFactor(clause, comparePeriod, index?.values ?? []);
  const { on, because } = earliestAdjustment(clause, { startsOn, lastOn, requestedOn });
  return {
    index: index && { code: index.code, version: index.version, source: index.source },
    factor,
    earliestOn: on,
    because,
    fromOn: requestedFrom > on ? requestedFrom : on,
  };
}
