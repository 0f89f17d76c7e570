import { factor } from '../../catalogue/factors.ts';
import type { Delivery } from '../../latent/deliveries.ts';
import type { BeatMeasure } from '../../truth/beat-measure.ts';
import { total } from '../../values/amounts.ts';
import { quarterOf } from '../../values/calendar.ts';

const tonnesOf = (list: readonly Delivery[]) =>
  total(list, ({ quantity, item }) => ((quantity / 1000) * item.footprint) / 1000);
const kronerOf = (list: readonly Delivery[]) => total(list, ({ amount }) => amount) / 100;
const piecesOf = (list: readonly Delivery[]) => total(list, ({ quantity }) => quantity) / 1000;
const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** Deliveries of the first half of a year: the latest quarters that both years have. */
const halfYear = (list: readonly Delivery[], year: number) =>
  list.filter(({ deliveredOn }) => [`${year}-Q1`, `${year}-Q2`].includes(quarterOf(deliveredOn)));
const growth = (list: readonly Delivery[], measure: (half: readonly Delivery[]) => number) =>
  100 * (measure(halfYear(list, 2026)) / measure(halfYear(list, 2025)) - 1);

/** Measures the true values of the story beats from the deliveries. */
export function measureBeats(deliveries: readonly Delivery[]): BeatMeasure[] {
  const kitchens = deliveries.filter(
    ({ site, supplier }) => site.municipality.number === '3401' && supplier.key === 'finnskog',
  );
  const beef = kitchens.filter(({ item }) => item.category.key === 'beef');
  const laptops = deliveries.filter(({ item }) => item.category.key === 'laptops');
  const office = deliveries.filter(({ supplier }) => supplier.key === 'blyant');
  const paper = halfYear(
    deliveries.filter(({ item }) => item.number === '0041207'),
    2026,
  );
  const overcharged = deliveries.filter(
    ({ supplier, price, agreedPrice, deliveredOn }) =>
      supplier.key === 'finnskog' && price > agreedPrice && quarterOf(deliveredOn) === '2025-Q4',
  );
  const measures: [beat: string, what: string, value: number, unit: string][] = [
    ['a', 'Kongsvinger food from Finnskog, kroner, first half 2026 against 2025', growth(kitchens, kronerOf), '%'],
    ['a', 'Kongsvinger food from Finnskog, tonnes, first half 2026 against 2025', growth(kitchens, tonnesOf), '%'],
    ['a', 'Kongsvinger beef, tonnes, first half 2026 against 2025', growth(beef, tonnesOf), '%'],
    ['b', 'Laptops, kroner, first half 2026 against 2025', growth(laptops, kronerOf), '%'],
    ['b', 'Laptops, tonnes, first half 2026 against 2025', growth(laptops, tonnesOf), '%'],
    ['b', 'Laptops, pieces, first half 2026 against 2025', growth(laptops, piecesOf), '%'],
    [
      'd',
      'Blyant & Bind, share of kroner outside the assortment',
      100 * (kronerOf(office.filter(({ item }) => !item.onAssortment)) / kronerOf(office)),
      '%',
    ],
    [
      'f',
      'Copy paper 0041207, first half 2026: factor instead of the expired declaration',
      total(
        paper,
        ({ quantity, item }) =>
          ((quantity / 1000) * (item.kilogramsPerUnit * factor('paper').value - item.footprint)) / 1000,
      ),
      't CO2e',
    ],
    [
      'j',
      'Finnskog, 2025-Q4, charged above the agreed price',
      total(overcharged, ({ quantity, price, agreedPrice }) => ((price - agreedPrice) * quantity) / 100_000),
      'NOK',
    ],
  ];
  return measures.map(([beat, what, value, unit]) => ({ beat, what, value: rounded(value), unit }));
}
