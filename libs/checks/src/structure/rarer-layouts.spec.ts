import fc from 'fast-check';
import type { Cells, Drawn, DrawnLine, Layout } from '../testing-layouts.ts';
import { customer, dayOf, drawn, sold, testLayout, townOf } from '../testing-layouts.ts';

type Part = (line: DrawnLine) => string;

/** The ISO week of a day in the first quarter of 2026, whose first Thursday is 1 January. */
const weekOf: Part = ({ day }) => String(1 + Math.floor((day + 3) / 7));
const digitsOf = (order: readonly number[]): Part => {
  const parts = (line: DrawnLine): string[] => dayOf(line.day).slice(2).split('-');
  return (line) => order.map((at) => parts(line)[at]!).join('');
};
const monthNames = ['Januar', 'Februar', 'Mars'];
const monthOf: Part = ({ day }) => String(Number(dayOf(day).slice(5, 7)));

/** A list with its dates in other columns than one of days. */
const dated = (name: string, headings: Cells, dates: readonly Part[], isSame?: Part): Rarer => ({
  name,
  heading: ['Kunde', 'Varenr', 'Varenavn', ...headings, 'Antall', 'Enhet', 'Pris', 'Beløp'],
  cells: (line, item) => [
    townOf(line),
    item.number,
    item.name,
    ...dates.map((part) => part(line)),
    ...sold(line, item),
  ],
  ...(isSame && { isSame }),
});

interface Rarer extends Layout {
  /** the days that one line is for: two lines of a customer and item in it would be the same line twice */
  readonly isSame?: Part;
}

const plainHeading = ['Kunde', 'Varenr', 'Varenavn', 'Antall', 'Enhet', 'Pris', 'Beløp', 'Lev.dato'];
const plain: Layout['cells'] = (line, item) => [
  townOf(line),
  item.number,
  item.name,
  ...sold(line, item),
  dayOf(line.day),
];
const written = (rows: readonly Cells[]): string => rows.map((cells) => cells.join(';')).join('\r\n');

const layouts: readonly Rarer[] = [
  dated('weeks and no days', ['Uke'], [weekOf], weekOf),
  dated('weeks with a year before', ['Uke'], [(line) => `2026${weekOf(line).padStart(2, '0')}`], weekOf),
  dated('a year and a week in columns of their own', ['År', 'Uke'], [() => '2026', weekOf], weekOf),
  dated(
    'a year, a month and a day in columns of their own',
    ['År', 'Måned', 'Dag'],
    [() => '2026', monthOf, ({ day }) => String(Number(dayOf(day).slice(8)))],
  ),
  dated('names of months', ['Måned'], [(line) => monthNames[Number(monthOf(line)) - 1]!], monthOf),
  dated('dates of six digits, the day first', ['Levdato'], [digitsOf([2, 1, 0])]),
  dated('dates of six digits, the year first', ['Levdato'], [digitsOf([0, 1, 2])]),
  {
    name: 'amounts and no unit prices',
    heading: ['Kunde', 'Varenr', 'Varenavn', 'Antall', 'Enhet', 'Omsetning', 'Lev.dato'],
    cells: (line, item) => plain(line, item).toSpliced(5, 1),
  },
  {
    name: 'prices and no units',
    heading: plainHeading.toSpliced(4, 1),
    cells: (line, item) => plain(line, item).toSpliced(4, 1),
  },
  {
    name: 'its headings once more in English',
    heading: ['Kundenr', ...plainHeading],
    cells: (line, item) => [customer(line.buyer), ...plain(line, item)],
    headingRows: 2,
    write: ([heading, ...rows]) =>
      written([
        heading!,
        ['Customer no', 'Customer', 'Item no', 'Item name', 'Quantity', 'Unit', 'Price', 'Amount', 'Delivery date'],
        ...rows,
      ]),
  },
  {
    name: 'the customer on its first line only',
    heading: plainHeading,
    cells: plain,
    byCustomer: true,
    write: (rows) =>
      written(rows.map(([buyer, ...cells], at) => [buyer === rows[at - 1]?.[0] ? '' : buyer!, ...cells])),
  },
];

const drawnFor = ({ isSame = ({ day }) => String(day) }: Rarer): fc.Arbitrary<Drawn> =>
  drawn.map((given) => ({
    ...given,
    lines: [
      ...new Map(given.lines.map((line) => [`${line.buyer} ${line.item} ${isSame(line)}`, line] as const)).values(),
    ],
  }));

describe.each(layouts.map((layout) => [layout.name, layout] as const))('an export with %s', (_, layout) => {
  testLayout(layout, () => drawnFor(layout));
});
