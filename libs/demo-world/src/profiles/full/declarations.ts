import type { Declaration, Flaw } from '../../footprints/declaration.ts';
import type { Item } from '../../catalogue/item.ts';
import { onWorkingDay } from '../../values/calendar.ts';
import { randomStream } from '../../values/rng.ts';
import { items } from './items.ts';
import { clerksOf } from './people.ts';

/** Suppliers whose agreements require or request declarations. Food and fuel are calculated from factors. */
const declaring = ['blyant', 'tregard', 'omsorg', 'nettverket', 'glomma', 'odal', 'varselklaer', 'helse', 'pleie'];

/** Weights of the flaws: 11 of 20 declarations have none. */
const flaws: readonly (readonly [Flaw, number])[] = [
  ['none', 11],
  ['expired', 3],
  ['unit-pack', 1],
  ['unit-area', 1],
  ['old-basis', 1.6],
  ['unverified', 1.4],
  ['negative', 1],
];

/**
 * Returns the last day of validity. That of copy paper passes unnoticed; other expired declarations end within the
 * world's period.
 */
const endOf = (item: Item, flaw: Flaw, year: number): string =>
  item.number === '0041207'
    ? '2024-12-31'
    : flaw === 'expired'
      ? `${Math.min(2025, year + 1)}-06-30`
      : `${year + 5}-12-31`;

/**
 * Declarations for about a third of the non-food items, fixed for every seed. Those of Omsorgsmøbler grow from 20 % to
 * 70 % of its furniture.
 */
export const declarations: readonly Declaration[] = (() => {
  const rng = randomStream(1, 'declarations');
  const chosen = items.filter(
    (item) =>
      declaring.includes(item.supplier) &&
      item.onAssortment &&
      (item.number === '0041207' || rng.chance(item.supplier === 'omsorg' ? 0.7 : 0.42)),
  );
  const confused = items.find((item) => item.number === 'PRJ-4000') as Item;
  return chosen.map((item, index): Declaration => {
    const flaw: Flaw =
      item.number === '0041207'
        ? 'expired'
        : index % 97 === 40
          ? 'other-product'
          : item.supplier === 'omsorg'
            ? 'none'
            : rng.weighted(flaws, ([, weight]) => weight)[0];
    const grows = item.supplier === 'omsorg' ? (index % 7 < 2 ? 2022 : 2022 + (index % 4)) : 2022 + (index % 3);
    const { administrator } = clerksOf(item.supplier);
    return {
      item,
      flaw,
      number: `NEPD-DEMO-${String(2001 + index * 7)}`,
      validFrom: `${grows - 1}-01-01`,
      validTo: endOf(item, flaw, grows),
      submittedAt: `${onWorkingDay(`${grows}-${String(1 + (index % 11)).padStart(2, '0')}-${String(5 + (index % 20)).padStart(2, '0')}`)}T10:00:00+01:00`,
      by: administrator,
      confusedWith: flaw === 'other-product' ? confused : null,
    };
  });
})();
