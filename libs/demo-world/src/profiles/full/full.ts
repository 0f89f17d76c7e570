import { obligationsOf } from '../../setting/obligations.ts';
import type { Scenario, Span } from '../../setting/scenario.ts';
import { monthOf, monthsFrom, periodRange, quartersOf } from '../../values/calendar.ts';
import { agreements } from './agreements.ts';
import { newBeatMeter } from './beat-meter.ts';
import { buyers, sites } from './buyers.ts';
import { declarations } from './declarations.ts';
import { items } from './items.ts';
import { offAgreement, otherSpend } from './other-spend.ts';
import { people } from './people.ts';
import { indexValues } from './prices.ts';
import { submissionsOf } from './schedule.ts';
import { storyOf } from './story.ts';
import { customers, suppliers } from './suppliers.ts';

const [firstMonth, lastMonth, waitingMonth] = ['2022-01', '2025-12', '2026-01'] as const;
const quarters = quartersOf(monthsFrom(firstMonth, lastMonth));
const monthsIn = (quarter: string): string[] => {
  const { start } = periodRange(quarter);
  const first = monthOf(start);
  return monthsFrom(first, `${first.slice(0, 5)}${String(Number(first.slice(5)) + 2).padStart(2, '0')}`);
};

const indexSeries: Scenario['indexSeries'] = [
  {
    code: 'BYGGDEMO',
    title: 'Byggevareindeks (oppdiktet)',
    source: 'Oppdiktet for demonstrasjon',
    licence: 'EUPL-1.2',
    path: 'indexes/byggdemo.csv',
    values: indexValues,
  },
];

/** One span per quarter, plus one for the last month, which is not submitted yet. */
const spans: readonly Span[] = [
  ...quarters.map((key, index) => ({ key, months: monthsIn(key), warmUp: index === 0 ? ['2021-11', '2021-12'] : [] })),
  { key: waitingMonth, months: [waitingMonth], warmUp: [] },
];

/**
 * Builds the full scenario. It has eight agreements and one predecessor, twelve suppliers, seven municipalities, two
 * other bodies and sixteen quarters. Three earlier years have ledgers only.
 */
export function fullScenario(seed: number): Scenario {
  const obligations = obligationsOf({ suppliers, agreements, firstMonth, lastMonth, waitingMonth });
  return {
    profile: 'full',
    seed,
    asOf: '2026-02-10T09:00:00+01:00',
    asOfDay: '2026-02-10',
    firstMonth,
    lastMonth,
    waitingMonth,
    spans,
    quarters,
    spendOnlyQuarters: quartersOf(monthsFrom('2019-01', '2021-12')),
    buyers,
    sites,
    suppliers,
    agreements,
    items,
    customers,
    people,
    obligations,
    submissions: submissionsOf(seed, obligations, waitingMonth),
    declarations,
    otherSpend,
    offAgreement,
    story: storyOf(seed),
    indexSeries,
    carefulPlanting: true,
    closing: { quarterDays: 11, yearDays: 9 },
    newBeatMeter,
    truthInParts: true,
  };
}
