import type { Declaration, Flaw } from '../../footprints/declaration.ts';
import type { Item } from '../../catalogue/item.ts';
import { onWorkingDay } from '../../values/calendar.ts';
import { randomStream } from '../../values/rng.ts';
import { items } from './items.ts';
import { clerksOf } from './people.ts';

/** Suppliers whose agreements ask for declarations or wish for them; food and fuel are reckoned from factors. */
const declaring = ['blyant', 'tregard', 'omsorg', 'nettverket', 'glomma', 'odal', 'varselklaer', 'helse', 'pleie'];

/** Out of twenty declarations: eleven are as they should be. */
const flaws: readonly (readonly [Flaw, number])[] = [
  ['none', 11],
  ['expired', 3],
  ['unit-pack', 1],
  ['unit-area', 1],
  ['old-basis', 1.6],
  ['unverified', 1.4],
  ['negative', 1],
];

/** The copy paper's ends unnoticed; others that have ended did so within the world. */
const endOf = (item: Item, flaw: Flaw, year: number): string =>
  item.number === '0041207'
    ? '2024-12-31'
    : flaw === 'expired'
      ? `${Math.min(2025, year + 1)}-06-30`
      : `${year + 5}-12-31`;

/** About a third of what is no food, fixed for every seed; Omsorgsmøbler's grow from a fifth of the furniture to seven tenths. */
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
