import type { Obligation } from '../../setting/obligations.ts';
import type { Submission } from '../../reports/submission.ts';
import { addDays, addWorkingDays, isWorkingDay, periodRange, quarterOf, type Day } from '../../values/calendar.ts';
import { randomStream, type Rng } from '../../values/rng.ts';
import { clerksOf } from './people.ts';
import { chooseHard, chooseSoft, fixedPlants, habitsOf, type Plant } from './plants.ts';

const quartersInAll = 16;
const quarterNumber = (period: string): number => {
  const quarter = period.includes('Q') ? period : quarterOf(`${period}-01`);
  return (Number(quarter.slice(0, 4)) - 2022) * 4 + Number(quarter.slice(6)) - 1;
};

/** Returns the probability that the first version is accepted: from 45 % in the first quarter to 85 % in the last. */
const firstPass = (period: string): number => 0.45 + (0.4 * quarterNumber(period)) / (quartersInAll - 1);

/**
 * Draws working days after the due date; 0 is on time. 78 % are on time, 12 % up to 5 days late, 7 % up to 20 and 3 %
 * up to 34, after a reminder.
 */
function lateness(rng: Rng): number {
  const chance = rng.next();
  return chance < 0.78 ? 0 : chance < 0.9 ? rng.int(1, 5) : chance < 0.97 ? rng.int(6, 20) : rng.int(21, 34);
}

/** Varselklær is late in three consecutive quarters (beat e). */
const alwaysLate = (obligation: Obligation): number | null =>
  obligation.supplier === 'varselklaer' && ['2024-Q2', '2024-Q3', '2024-Q4'].includes(obligation.period) ? 17 : null;

function dayOf(obligation: Obligation, late: number, rng: Rng): Day {
  if (late > 0) return addWorkingDays(obligation.dueOn, late);
  const early = addDays(obligation.dueOn, -rng.int(0, 6));
  const end = obligation.end ?? periodRange(obligation.period).end;
  const day = early < end ? end : early;
  return isWorkingDay(day)
    ? day
    : addWorkingDays(day, 1) <= obligation.dueOn
      ? addWorkingDays(day, 1)
      : obligation.dueOn;
}

const timeOf = (rng: Rng): string =>
  `${String(rng.int(8, 15)).padStart(2, '0')}:${String(rng.int(0, 59)).padStart(2, '0')}`;

type Part = Pick<Submission, 'version' | 'at' | 'by' | 'outcome' | 'plants' | 'reason'>;

/** Draws the submissions for one obligation: accepted at once, or returned and corrected. */
function submissionsForObligation(obligation: Obligation, isFirst: boolean, rng: Rng): Part[] {
  const { administrator, clerk } = clerksOf(obligation.supplier);
  const usual = habitsOf(obligation);
  const day = dayOf(obligation, alwaysLate(obligation) ?? lateness(rng), rng);
  const at = `${day} ${timeOf(rng)}`;
  const fixed = fixedPlants(obligation);
  const soft = chooseSoft(obligation, rng);
  const accepted: Plant[] = [...usual, ...(fixed?.accepted ?? []), ...soft];
  if (!fixed?.returned && rng.chance(firstPass(obligation.period)))
    return [
      {
        version: 1,
        at,
        by: rng.chance(0.5) ? clerk : administrator,
        outcome: 'accepted',
        plants: accepted,
        reason: '',
      },
    ];
  const hard = fixed?.returned ?? chooseHard(obligation, isFirst, rng);
  const putRight = `${addWorkingDays(day, rng.int(2, 6))} ${timeOf(rng)}`;
  const refused: Part[] = hard.refused
    ? [{ version: null, at: `${day} 07:50`, by: clerk, outcome: 'refused', plants: [hard.refused], reason: '' }]
    : [];
  return [
    ...refused,
    {
      version: 1,
      at,
      by: clerk,
      outcome: 'returned',
      plants: [...hard.plants, ...usual, ...(fixed?.accepted ?? [])],
      reason: hard.reason,
    },
    { version: 2, at: putRight, by: administrator, outcome: 'accepted', plants: accepted, reason: '' },
  ];
}

/** Draws all submissions: sender, time and mistakes. Suppliers improve: the share accepted at once increases. */
export function submissionsOf(seed: number, obligations: readonly Obligation[], waitingMonth: string): Submission[] {
  const rng = randomStream(seed, 'schedule');
  const reportedBefore = new Set<string>();
  return obligations.flatMap((obligation) => {
    const { supplier, agreement, period } = obligation;
    const branch = obligation.branch ?? null;
    const isFirst = !reportedBefore.has(`${supplier}/${branch}`);
    reportedBefore.add(`${supplier}/${branch}`);
    // an overdue quarter, and the month after the world's last, are left for the user of the demo
    const waits = period === waitingMonth || (supplier === 'odal' && period === '2025-Q4');
    const parts: Part[] = waits
      ? [
          {
            version: 1,
            at: null,
            by: clerksOf(supplier).clerk,
            outcome: 'waiting',
            plants: habitsOf(obligation),
            reason: '',
          },
        ]
      : submissionsForObligation(obligation, isFirst, rng);
    return parts.map((part): Submission => ({
      supplier,
      agreement,
      branch,
      period,
      decidedLater: false,
      nil: part.plants.some(({ kind }) => kind === 'nil-contradicted'),
      ...part,
    }));
  });
}
