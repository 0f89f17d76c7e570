import fc from 'fast-check';
import type { Drawn, DrawnItem, DrawnLine, Layout } from '../testing-layouts.ts';
import { amountOf, dayOf, drawn, numberText, priceOf, testLayout, townOf } from '../testing-layouts.ts';

/** Food has 15 % and other goods 25 %: the rate follows the item. */
const rates = [1.25, 1.15];
const rateOf = ({ item }: DrawnLine): number => rates[item % rates.length]!;
const withVat = (ore: number, line: DrawnLine): string => numberText(Math.round(ore * rateOf(line)));

/** Headings of price and amount with VAT, and of those without. */
const headings: readonly (readonly [string, string, string, string])[] = [
  ['Pris', 'Beløp', 'Netto pris', 'Netto'],
  ['Enhetspris', 'Sum', 'Pris eks. mva', 'Beløp eks. mva'],
  ['À-pris', 'Linjesum', 'Nettopris', 'Grunnlag'],
  ['Pris', 'Belopp', 'Pris exkl. moms', 'Nettobelopp'],
  ['Stykpris', 'I alt', 'Pris u. moms', 'Beløb u. moms'],
  ['Einzelpreis', 'Gesamtpreis', 'Einzelpreis netto', 'Gesamt netto'],
  ['Unit price', 'Total', 'Net price', 'Net amount'],
];

const layoutOf = ([price, amount, netPrice, netAmount]: (typeof headings)[number], netFirst: boolean): Layout => {
  const ordered = <Value>(gross: readonly Value[], net: readonly Value[]): Value[] =>
    netFirst ? [...net, ...gross] : [...gross, ...net];
  return {
    name: `${price}, ${netPrice}`,
    heading: [
      'Kunde',
      'Varenr',
      'Varetekst',
      'Antall',
      'Enhet',
      ...ordered([price, amount], [netPrice, netAmount]),
      'Levert',
    ],
    cells: (line: DrawnLine, item: DrawnItem) => [
      townOf(line),
      item.number,
      item.name,
      String(line.quantity),
      item.unit,
      ...ordered(
        [withVat(priceOf(line, item), line), withVat(amountOf(line, item), line)],
        [numberText(priceOf(line, item)), numberText(amountOf(line, item))],
      ),
      dayOf(line.day),
    ],
  };
};

describe.each(headings.map((words) => [words[0], words[2], words] as const))(
  'a list with «%s» with VAT and «%s» without',
  (_, __, words) => {
    for (const netFirst of [true, false])
      describe(netFirst ? 'those without first' : 'those with first', () => {
        testLayout(layoutOf(words, netFirst), (): fc.Arbitrary<Drawn> => drawn);
      });
  },
);
