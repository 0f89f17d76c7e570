import type fc from 'fast-check';
import type { Cells, Drawn, DrawnItem, DrawnLine, Layout } from '../testing-layouts.ts';
import { amountOf, dayOf, drawn, numberText, priceOf, sold, testLayout, townOf } from '../testing-layouts.ts';

const monthStarts = [0, 31, 59];

/** Gathers lines into orders of one to four, each of one customer and day. Customers order on the same days too. */
const ordered: fc.Arbitrary<Drawn> = drawn.map((given) => {
  const byBuyer = Map.groupBy(given.lines, ({ buyer }) => buyer);
  const lines = [...byBuyer].flatMap(([buyer, own]) => {
    let [order, size] = [-1, 0];
    return own.map((line): DrawnLine => {
      if (order < 0 || size === 1 + ((order + buyer + given.wrong) % 4)) [order, size] = [order + 1, 0];
      size += 1;
      const day = monthStarts[(order + buyer) % 3]! + 2 * Math.floor(order / 3);
      return { ...line, day, item: (given.wrong + order + size) % given.items.length };
    });
  });
  return { ...given, lines };
});

const orderOf = ({ buyer, day }: DrawnLine): string => `W-${20_000 + buyer * 100 + day}`;

/** An export whose first columns are filled in on the first line of each order only. */
const onceAnOrder = (
  name: string,
  once: readonly (readonly [string, (line: DrawnLine) => string])[],
  goods: Cells,
  cells: (line: DrawnLine, item: DrawnItem) => Cells,
): Layout => ({
  name,
  heading: [...once.map(([heading]) => heading), ...goods],
  cells: (line, item) => [...once.map(([, write]) => write(line)), orderOf(line), ...cells(line, item)],
  write: ([heading, ...rows]) => {
    const at = once.length;
    const isSame = (row: number): boolean => row > 0 && rows[row]![at] === rows[row - 1]![at];
    const written = rows.map((row, index) => [
      ...row.slice(0, at).map((text) => (isSame(index) ? '' : text)),
      ...row.slice(at + 1),
    ]);
    return [heading!, ...written].map((row) => row.join(';')).join('\r\n');
  },
});

const stamp = ({ day }: DrawnLine): string => `${dayOf(day)} 09:14:05 +0200`;
const goodsOf = (line: DrawnLine, item: DrawnItem): Cells => [item.number, item.name, ...sold(line, item)];

const layouts: readonly Layout[] = [
  onceAnOrder(
    'order, customer and date once an order',
    [
      ['Ordrenr', orderOf],
      ['Kunde', townOf],
      ['Levert', ({ day }) => dayOf(day)],
    ],
    ['Varenr', 'Produkt', 'Antall', 'Enhet', 'Pris', 'Beløp'],
    goodsOf,
  ),
  onceAnOrder(
    'customer and date once an order',
    [
      ['Kunde', townOf],
      ['Levert', stamp],
    ],
    ['Varenr', 'Produkt', 'Antall', 'Enhet', 'Pris', 'Beløp'],
    goodsOf,
  ),
  onceAnOrder(
    'date and time, and order sums once an order',
    [
      ['Order', orderOf],
      ['Company', townOf],
      ['Delivered at', stamp],
      ['Shipping method', () => 'Bring'],
    ],
    ['SKU', 'Product', 'Quantity', 'Unit', 'Unit price', 'Line total'],
    (line, item) => [
      item.number,
      item.name,
      String(line.quantity),
      item.unit,
      numberText(priceOf(line, item)).replace(',', '.'),
      numberText(amountOf(line, item)).replace(',', '.'),
    ],
  ),
];

describe.each(layouts.map((layout) => [layout.name, layout] as const))('a web shop with %s', (_, layout) => {
  testLayout(layout, () => ordered);
});
