import type { Delivery } from '../../latent/deliveries.ts';
import { clinic, wasteCompany } from '../../setting/bodies.ts';
import { obligationsOf } from '../../setting/obligations.ts';
import { municipalities } from '../../setting/municipalities.ts';
import type { Scenario } from '../../setting/scenario.ts';
import { sites } from '../../setting/sites.ts';
import { monthsFrom, quartersOf } from '../../values/calendar.ts';
import { agreements, officeIndex } from './agreements.ts';
import { measureBeats } from './beat-measures.ts';
import { declarations } from './declarations.ts';
import { items } from './items.ts';
import { offAgreement, otherSpend } from './other-spend.ts';
import { people } from './people.ts';
import { submissions } from './schedule.ts';
import { story } from './story.ts';
import { customers, suppliers } from './suppliers.ts';

const [firstMonth, lastMonth, waitingMonth] = ['2025-01', '2026-06', '2026-07'] as const;

/**
 * Builds the light scenario: three agreements, four suppliers, seven municipalities, six quarters; the same story for
 * every seed. Small enough for a single span.
 */
export function lightScenario(seed: number): Scenario {
  return {
    profile: 'light',
    seed,
    asOf: '2026-08-10T09:00:00+02:00',
    asOfDay: '2026-08-10',
    firstMonth,
    lastMonth,
    waitingMonth,
    // ordering begins before the world's first month, so that the first months include deliveries ordered earlier
    spans: [{ key: 'all', warmUp: ['2024-11', '2024-12'], months: monthsFrom(firstMonth, waitingMonth) }],
    quarters: quartersOf(monthsFrom(firstMonth, lastMonth)),
    spendOnlyQuarters: [],
    buyers: [...municipalities, wasteCompany({}), clinic({})],
    sites,
    suppliers,
    agreements,
    items,
    customers,
    people,
    submissions,
    declarations,
    otherSpend,
    offAgreement,
    story,
    indexSeries: [
      {
        code: 'KONTORDEMO',
        title: 'Kontorvareindeks (oppdiktet)',
        source: 'Oppdiktet for demonstrasjon',
        licence: 'EUPL-1.2',
        path: 'indexes/kontordemo.csv',
        values: officeIndex,
      },
    ],
    carefulPlanting: false,
    closing: { quarterDays: 12, yearDays: 11 },
    obligations: obligationsOf({ suppliers, agreements, firstMonth, lastMonth, waitingMonth }),
    newBeatMeter: () => {
      const seen: Delivery[] = [];
      return { see: ({ deliveries }) => void seen.push(...deliveries), result: () => measureBeats(seen) };
    },
    truthInParts: false,
  };
}
