import type { ObligationPeriod } from './obligation-periods.ts';

export interface RequiredObligation extends ObligationPeriod {
  readonly report: string;
  /** The branch that reports; null when the supplier reports as a whole. */
  readonly partOf: string | null;
  readonly lots: readonly string[];
}

export interface ExistingObligation extends RequiredObligation {
  readonly id: string;
  /** `no-longer-owed` when the dates make the obligation void; the person's reason when exempted. */
  readonly exemptReason: string | null;
}

export interface ObligationPlan {
  readonly add: readonly RequiredObligation[];
  readonly change: readonly (readonly [id: string, obligation: RequiredObligation])[];
  readonly withdraw: readonly ExistingObligation[];
}

/**
 * Returns the changes that bring the existing obligations in line with the wanted ones. An obligation that has ended by
 * today is never changed, and none is added that overlaps it.
 */
export function planObligations(
  existingObligations: readonly ExistingObligation[],
  requiredObligations: readonly RequiredObligation[],
  today: string,
): ObligationPlan {
  const ended = existingObligations.filter(({ end }) => end <= today);
  const running = new Map(
    existingObligations.filter(({ end }) => end > today).map((obligation) => [periodKeyOf(obligation), obligation]),
  );
  const add: RequiredObligation[] = [];
  const change: [string, RequiredObligation][] = [];
  for (const obligation of requiredObligations) {
    const there = running.get(periodKeyOf(obligation));
    if (there) {
      running.delete(periodKeyOf(obligation));
      if (differs(there, obligation)) change.push([there.id, obligation]);
    } else if (
      !ended.some(
        (other) => isSameSeries(other, obligation) && other.start < obligation.end && obligation.start < other.end,
      )
    ) {
      add.push(obligation);
    }
  }
  return { add, change, withdraw: [...running.values()].filter(({ exemptReason }) => exemptReason === null) };
}

const seriesOf = ({ report, partOf }: RequiredObligation) => `${report} ${partOf ?? ''}`;
const periodKeyOf = (obligation: RequiredObligation) => `${seriesOf(obligation)} ${obligation.key} ${obligation.start}`;
const isSameSeries = (a: RequiredObligation, b: RequiredObligation) => seriesOf(a) === seriesOf(b);

function differs(there: ExistingObligation, obligation: RequiredObligation): boolean {
  const facts = ({ termsId, end, dueOn, lots, runOff }: RequiredObligation) =>
    [termsId, end, dueOn, lots.join(), runOff].join('|');
  return there.exemptReason === 'no-longer-owed' || facts(there) !== facts(obligation);
}
