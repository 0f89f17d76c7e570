import type { Item } from '../catalogue/item.ts';
import { milliText, oreText } from '../values/amounts.ts';
import type { ReportLine } from './line.ts';
import { numberText, type Planter } from './planting.ts';

const itemOf = (line: ReportLine) => line.deliveries[0]?.item;

/** A workbook stores item numbers as numbers: every leading zero is lost. */
const lostZeros: Planter = (bed) => {
  for (const line of bed.lines) {
    const number = numberText(line.cells.itemNumber);
    if (/^0\d+$/.test(number)) bed.write('lost-zeros', line, 'itemNumber', { number: String(Number(number)) });
  }
};

const itemDecimal: Planter = (bed, count) => {
  for (const line of bed.take(count, (one) => /^[1-9]\d+$/.test(numberText(one.cells.itemNumber))))
    bed.write('item-decimal', line, 'itemNumber', `${numberText(line.cells.itemNumber)}.0`);
};

const itemDate: Planter = (bed, count) => {
  for (const line of bed.take(count))
    bed.write('item-date', line, 'itemNumber', {
      date: `2025-${bed.rng.pick(['03', '05', '11'])}-${bed.rng.pick(['07', '12', '18'])}`,
    });
};

const renumbered: Planter = (bed, count) => {
  for (const line of bed.take(
    count,
    (one) => itemOf(one)?.onAssortment === true && itemOf(one)?.category.key === 'laptops',
  ))
    bed.write('item-renumbered', line, 'itemNumber', `${numberText(line.cells.itemNumber)}-2`);
};

const scientificGtin: Planter = (bed, count) => {
  for (const line of bed.take(count))
    bed.write(
      'scientific-gtin',
      line,
      'gtin',
      `${numberText(line.cells.gtin).slice(0, 1)},${numberText(line.cells.gtin).slice(1, 3)}E+12`,
    );
};

const gtinDigit: Planter = (bed, count) => {
  for (const line of bed.take(count)) {
    const right = numberText(line.cells.gtin);
    bed.write('gtin-digit', line, 'gtin', `${right.slice(0, 12)}${(Number(right[12]) + 1) % 10}`);
  }
};

/** The unit is pieces, but the quantity and the price are those of packs. */
const packAsPiece: Planter = (bed, count) => {
  for (const line of bed.take(
    count,
    (one) =>
      itemOf(one)?.onAssortment === true && itemOf(one)?.holds.unit === 'stk' && (itemOf(one)?.holds.count ?? 1) > 1,
  ))
    bed.write('pack-as-piece', line, 'unit', 'stk');
};

const unitUnknown: Planter = (bed, count) => {
  for (const line of bed.take(count, (one) => itemOf(one)?.unit !== 'kg'))
    bed.write('unit-unknown', line, 'unit', bed.rng.pick(['KLI', 'kl.', 'pk à 12']));
};

/** Correctly converted to the inner unit: the amount is right, but the item now has two units. */
const unitMixed: Planter = (bed, count) => {
  const among = new Map<Item | undefined, number>();
  for (const line of bed.lines) among.set(itemOf(line), (among.get(itemOf(line)) ?? 0) + 1);
  const shows = (line: ReportLine) => !bed.scenario.carefulPlanting || (among.get(itemOf(line)) ?? 0) > 2;
  for (const line of bed.take(count, (one) => (itemOf(one)?.holds.count ?? 1) > 1 && shows(one))) {
    const { count: inner, unit } = (itemOf(line) as Item).holds;
    bed.write('unit-mixed', line, 'unit', unit);
    line.cells.quantity = { number: milliText(line.quantity * inner) };
    line.cells.unitPrice = { number: oreText(Math.round(line.price / inner)) };
  }
};

const injection: Planter = (bed, count) => {
  for (const line of bed.take(count))
    bed.write('injection', line, 'itemName', '=HYPERLINK("http://bilder.example/vare","Se bilde")');
};

const lineBreak: Planter = (bed, count) => {
  for (const line of bed.take(count, (one) => numberText(one.cells.itemName).includes(' ')))
    bed.write('line-break', line, 'itemName', numberText(line.cells.itemName).replace(' ', '\n'));
};

export const itemPlanters: Record<string, Planter> = {
  'lost-zeros': lostZeros,
  'item-decimal': itemDecimal,
  'item-date': itemDate,
  'item-renumbered': renumbered,
  'scientific-gtin': scientificGtin,
  'gtin-digit': gtinDigit,
  'pack-as-piece': packAsPiece,
  'unit-unknown': unitUnknown,
  'unit-mixed': unitMixed,
  injection,
  'line-break': lineBreak,
};
