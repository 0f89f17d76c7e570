import {
  adjustmentFactor,
  earliestAdjustment,
  type AdjustmentClause,
  type AdjustmentFactor,
  type AdjustmentProblem,
  type IndexValue,
} from '@tallgrunn/checks';

/** An index as it stood when it was used. */
export interface IndexUsed {
  readonly code: string;
  readonly version: number;
  readonly source: string;
  readonly values: readonly IndexValue[];
}

/** What came of a request, and all it was computed from. */
export interface Computed {
  readonly index: { readonly code: string; readonly version: number; readonly source: string } | null;
  readonly factor: AdjustmentFactor;
  /** the first day the clause allows, and what decides it */
  readonly earliestOn: string;
  readonly because: AdjustmentProblem;
  /** the day the new prices would hold from: the day asked for, or the first allowed */
  readonly fromOn: string;
}

export interface AdjustmentAsked {
  readonly clause: AdjustmentClause;
  readonly comparePeriod: string;
  readonly requestedOn: string;
  readonly wantedFrom: string;
  readonly startsOn: string;
  /** when prices last changed by adjustment */
  readonly lastOn: string | null;
}

/** What a request comes to. Without the index the factor is not known, and says which period is missing. */
export function computeAdjustment(
  { clause, comparePeriod, requestedOn, wantedFrom, startsOn, lastOn }: AdjustmentAsked,
  index: IndexUsed | null,
): Computed {
  const factor = adjustmentFactor(clause, comparePeriod, index?.values ?? []);
  const { on, because } = earliestAdjustment(clause, { startsOn, lastOn, requestedOn });
  return {
    index: index && { code: index.code, version: index.version, source: index.source },
    factor,
    earliestOn: on,
    because,
    fromOn: wantedFrom > on ? wantedFrom : on,
  };
}
