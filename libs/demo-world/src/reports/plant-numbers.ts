import { percentOf, milliText, oreText } from '../values/amounts.ts';
import { numberText, type Planter, type PlantingBed } from './planting.ts';

const vatIncluded =
  (percent: 15 | 25): Planter =>
  (bed) => {
    for (const line of bed.lines) {
      line.cells.unitPrice = { number: oreText(line.price + percentOf(line.price, percent)) };
      line.cells.amount = { number: oreText(line.amount + percentOf(line.amount, percent)) };
    }
    bed.note(`vat-included-${percent}`, null, 'amount', null);
  };

const quantityText: Planter = (bed, count) => {
  for (const line of bed.take(count)) {
    const quantity = numberText(line.cells.quantity);
    bed.write('quantity-text', line, 'quantity', bed.rng.pick([`ca ${quantity}`, `${quantity} stk`, '-']));
  }
};

const currencyText: Planter = (bed, count) => {
  for (const line of bed.take(count))
    bed.write(
      'currency-text',
      line,
      'amount',
      `kr ${numberText(line.cells.amount).replace('.', bed.form.csv?.numbers.decimal ?? ',')}`,
    );
};

const amountMismatch: Planter = (bed, count) => {
  for (const line of bed.take(count))
    bed.write('amount-mismatch', line, 'amount', {
      number: oreText(percentOf(line.amount, bed.rng.pick([88, 92, 104, 107, 112, 118]))),
    });
};

const negativePrice: Planter = (bed, count) => {
  for (const line of bed.take(count)) {
    bed.write('negative-price', line, 'unitPrice', { number: oreText(-line.price) });
    line.cells.amount = { number: oreText(-line.amount) };
  }
};

const extreme: Planter = (bed, count) => {
  for (const line of bed.take(count)) {
    bed.write('extreme', line, 'quantity', { number: milliText(line.quantity * 1000) });
    line.cells.amount = { number: oreText(line.amount * 1000) };
  }
};

const formulaCell: Planter = (bed, count) => {
  for (const line of bed.take(count))
    bed.write(
      'formula-cell',
      line,
      'amount',
      bed.rng.chance(0.5)
        ? { formula: '#REF!*G2', shown: '#REF!' }
        : { formula: "'[priser 2025.xlsx]Ark1'!$D$7", shown: numberText(line.cells.amount) },
    );
};

const foreignCurrency: Planter = (bed, count) => {
  for (const line of bed.take(count))
    bed.write('foreign-currency', line, 'unitPrice', `EUR ${oreText(Math.round(line.price / 11.6)).replace('.', ',')}`);
};

/** A credit of `count` times three the sold quantity of the least sold item. */
const creditExceeds: Planter = (bed, count) => {
  const sold = new Map<string, number>();
  for (const line of bed.lines)
    sold.set(numberText(line.cells.itemNumber), (sold.get(numberText(line.cells.itemNumber)) ?? 0) + line.quantity);
  const seldom = [...bed.lines]
    .filter((line) => line.quantity > 0)
    .sort(
      (a, b) => (sold.get(numberText(a.cells.itemNumber)) ?? 0) - (sold.get(numberText(b.cells.itemNumber)) ?? 0),
    )[0];
  if (!seldom) return;
  const quantity = -3 * count * (sold.get(numberText(seldom.cells.itemNumber)) ?? 0);
  const amount = Math.round((seldom.price * quantity) / 1000);
  const credit = {
    ...seldom,
    deliveries: [],
    like: [],
    quantity,
    amount,
    cells: {
      ...seldom.cells,
      quantity: { number: milliText(quantity) },
      amount: { number: oreText(amount) },
      invoiceNumber: null,
      invoiceLine: null,
    },
  };
  bed.insertAfter(seldom, credit);
  bed.note('credit-exceeds', credit, 'quantity', null);
};

const totalRowOff: Planter = (bed) => {
  bed.totalOff = bed.rng.int(100, 900) * 100;
};

const blank = (bed: PlantingBed, count: number) => {
  for (const line of bed.take(count)) bed.write('quantity-blank', line, 'quantity', null);
};

export const numberPlanters: Record<string, Planter> = {
  'vat-included-15': vatIncluded(15),
  'vat-included-25': vatIncluded(25),
  'quantity-text': quantityText,
  'quantity-blank': blank,
  'currency-text': currencyText,
  'amount-mismatch': amountMismatch,
  'negative-price': negativePrice,
  extreme,
  'formula-cell': formulaCell,
  'foreign-currency': foreignCurrency,
  'credit-exceeds': creditExceeds,
  'total-row-off': totalRowOff,
};
