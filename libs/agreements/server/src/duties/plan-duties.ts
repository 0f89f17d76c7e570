import type { DutyPeriod } from './duty-periods.ts';

export interface WantedDuty extends DutyPeriod {
  readonly report: string;
  /** The branch that reports; null when the supplier reports as a whole. */
  readonly partOf: string | null;
  readonly lots: readonly string[];
}

export interface OpenDuty extends WantedDuty {
  readonly id: string;
  /** `no-longer-owed` when the dates make the obligation void; the person's reason when exempted. */
  readonly exemptReason: string | null;
}

export interface DutyPlan {
  readonly add: readonly WantedDuty[];
  readonly change: readonly (readonly [id: string, duty: WantedDuty])[];
  readonly withdraw: readonly OpenDuty[];
}

/**
 * Returns the changes that bring the existing obligations in line with the wanted ones. An obligation that has ended by
 * today is never changed, and none is added that overlaps it.
 */
export function planDuties(known: readonly OpenDuty[], wanted: readonly WantedDuty[], today: string): DutyPlan {
  const ended = known.filter(({ end }) => end <= today);
  const running = new Map(known.filter(({ end }) => end > today).map((duty) => [placeOf(duty), duty]));
  const add: WantedDuty[] = [];
  const change: [string, WantedDuty][] = [];
  for (const duty of wanted) {
    const there = running.get(placeOf(duty));
    if (there) {
      running.delete(placeOf(duty));
      if (differs(there, duty)) change.push([there.id, duty]);
    } else if (!ended.some((other) => sameLine(other, duty) && other.start < duty.end && duty.start < other.end)) {
      add.push(duty);
    }
  }
  return { add, change, withdraw: [...running.values()].filter(({ exemptReason }) => exemptReason === null) };
}

const lineOf = ({ report, partOf }: WantedDuty) => `${report} ${partOf ?? ''}`;
const placeOf = (duty: WantedDuty) => `${lineOf(duty)} ${duty.key} ${duty.start}`;
const sameLine = (a: WantedDuty, b: WantedDuty) => lineOf(a) === lineOf(b);

function differs(there: OpenDuty, duty: WantedDuty): boolean {
  const facts = ({ termsId, end, dueOn, lots, runOff }: WantedDuty) =>
    [termsId, end, dueOn, lots.join(), runOff].join('|');
  return there.exemptReason === 'no-longer-owed' || facts(there) !== facts(duty);
}
