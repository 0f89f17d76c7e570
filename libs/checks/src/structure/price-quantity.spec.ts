import type { Layout } from '../testing-layouts.ts';
import { amountOf, dayOf, drawn, numberText, priceOf, testLayout, townOf } from '../testing-layouts.ts';

/** Headings of the price and, where it has a column of its own, of the quantity that the price is for, with its text. */
const forms: readonly (readonly [string, number, string | null, string])[] = [
  ['Pris pr 100', 100, null, ''],
  ['Pris pr. 100 stk', 100, null, ''],
  ['Pris/1000', 1000, null, ''],
  ['Price per 1,000', 1000, null, ''],
  ['Preis pro 100', 100, null, ''],
  ['Pris', 100, 'Prisenhet', '100'],
  ['Pris', 1000, 'Pris per', 'per 1000'],
  ['Pris', 100, 'Price unit', '100 stk'],
];

const layoutOf = ([price, per, quantity, text]: (typeof forms)[number]): Layout => ({
  name: price,
  heading: [
    'Kunde',
    'Varenr',
    'Vare',
    'Antall',
    'Enhet',
    price,
    ...(quantity === null ? [] : [quantity]),
    'Beløp',
    'Levert',
  ],
  cells: (line, item) => [
    townOf(line),
    item.number,
    item.name,
    String(line.quantity),
    item.unit,
    numberText(priceOf(line, item) * per),
    ...(quantity === null ? [] : [text]),
    numberText(amountOf(line, item)),
    dayOf(line.day),
  ],
});

describe.each(forms.map((form) => [`${form[0]} ${form[2] ?? ''} ${form[3]}`, form] as const))(
  'prices with %s',
  (_, form) => {
    testLayout(layoutOf(form), () => drawn);
  },
);
