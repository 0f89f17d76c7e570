import type { DutyPeriod } from './duty-periods.ts';

export interface WantedDuty extends DutyPeriod {
  readonly report: string;
  /** The branch whose report it is; null where the supplier reports as one. */
  readonly partOf: string | null;
  readonly lots: readonly string[];
}

export interface OpenDuty extends WantedDuty {
  readonly id: string;
  /** `no-longer-owed` where it was withdrawn by the dates, a person's words where a person exempted it. */
  readonly exemptReason: string | null;
}

export interface DutyPlan {
  readonly add: readonly WantedDuty[];
  readonly change: readonly (readonly [id: string, duty: WantedDuty])[];
  readonly withdraw: readonly OpenDuty[];
}

/**
 * What to do to the duties that are there so that they follow what holds now. What has ended by today is left as it was:
 * nothing that overlaps it is added, and it is never changed.
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
