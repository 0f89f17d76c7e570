import fc from 'fast-check';
import type { Cells, Drawn, DrawnLine, Layout } from '../testing-layouts.ts';
import {
  amountOf,
  check,
  customer,
  dayOf,
  drawn,
  numberText,
  priceOf,
  sold,
  testLayout,
  townOf,
  towns,
} from '../testing-layouts.ts';

const ownWords: Readonly<Record<string, string>> = { stk: 'tln', krt: 'zzk', pk: 'qpa', kg: 'kg' };

/** Writes columns at fixed positions: texts to the left, numbers to the right. */
function atPositions(rows: readonly Cells[]): string {
  const width = Math.max(...rows.map(({ length }) => length));
  const widths = Array.from({ length: width }, (_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const isNumber = (at: number): boolean => rows.slice(1).every((row) => /^[\d,]*$/.test(row[at] ?? ''));
  const lines = rows.map((row) =>
    row
      .map((text, at) => (isNumber(at) ? text.padStart(widths[at]!) : text.padEnd(widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], '-'.repeat(60), ...lines.slice(1)].join('\r\n');
}

const layouts: readonly Layout[] = [
  {
    name: 'a customer number below «Kunde», the name below «Navn»',
    heading: ['Kunde', 'Navn', 'Artikkel', 'Art.nr', 'Ant', 'Enh', 'Pris', 'Sum', 'Levert dato'],
    cells: (line, item) => [
      customer(line.buyer),
      townOf(line),
      item.name,
      item.number,
      ...sold(line, item),
      dayOf(line.day),
    ],
  },
  {
    name: 'numbers and names in one column each',
    heading: ['Kunde', 'Vare', 'Levert', 'Enhet', 'Pr. enhet', 'Linjesum', 'Levert dato'],
    cells: (line, item) => [
      `${customer(line.buyer)} - ${townOf(line)}`,
      `${item.number} ${item.name}`,
      ...sold(line, item),
      dayOf(line.day),
    ],
  },
  {
    name: 'names before their numbers, quantity with its unit',
    heading: ['Mottaker', 'Produkt', 'Mengde', 'Pris', 'Beløp', 'Dato'],
    cells: (line, item) => [
      `${townOf(line)} (${customer(line.buyer)})`,
      `${item.name} [${item.number}]`,
      `${line.quantity} ${item.unit}`,
      ...sold(line, item).slice(2),
      `${dayOf(line.day)} 00:00:00`,
    ],
  },
  {
    name: 'the customer above its lines',
    heading: ['Varenr', 'Varenavn', 'Dato', 'Antall', 'Enhet', 'Pris', 'Beløp'],
    cells: (line, item) => [item.number, item.name, dayOf(line.day), ...sold(line, item)],
    group: (buyer) => `Kundenr: ${customer(buyer)}  Kundenavn: ${towns[buyer]} kommune`,
  },
  {
    name: 'columns at fixed positions',
    heading: ['KUNDE', 'NAVN', 'VARENR', 'VARETEKST', 'ANTALL', 'ENH', 'PRIS', 'BELØP', 'LEVDATO'],
    cells: (line, item) => [
      customer(line.buyer),
      townOf(line).toUpperCase(),
      item.number,
      item.name.toUpperCase(),
      ...sold(line, item),
      dayOf(line.day).replaceAll('-', ''),
    ],
    write: atPositions,
    headingRows: 2,
  },
  {
    name: 'own words for units below a code',
    heading: ['KUNAG', 'NAME1', 'MATNR', 'ARKTX', 'FKIMG', 'VRKME', 'NETPR', 'NETWR', 'LFDAT'],
    cells: (line, item) => [
      customer(line.buyer),
      townOf(line),
      item.number,
      item.name,
      ...sold(line, { ...item, unit: ownWords[item.unit]! }),
      dayOf(line.day),
    ],
    units: ownWords,
  },
  {
    name: 'prices for a hundred',
    heading: ['Kunde', 'Varenr', 'Varenavn', 'Antall', 'Enhet', 'Pris', 'Per', 'Netto', 'Lev.dato'],
    cells: (line, item) => [
      `${towns[line.buyer]} komm.`,
      item.number,
      item.name,
      String(line.quantity),
      item.unit,
      numberText(priceOf(line, item) * 100),
      '100',
      numberText(amountOf(line, item)),
      dayOf(line.day),
    ],
  },
  {
    name: 'a list price and a discount in NOK',
    heading: ['Kunde', 'Varenr', 'Varenavn', 'Antall', 'Enhet', 'Listepris', 'Rabatt kr', 'Netto', 'Lev.dato'],
    cells: (line, item) => [
      townOf(line),
      item.number,
      item.name,
      String(line.quantity),
      item.unit,
      numberText(priceOf(line, item) + 150),
      numberText(150 * line.quantity),
      numberText(amountOf(line, item)),
      dayOf(line.day),
    ],
  },
];

/** Minimum number of lines that show what a word of the file's own means, also when one of them has a wrong price. */
const linesThatShow = 6;

/** Draws lines for a layout: in one with its own words for units, enough lines show what each word means. */
const drawnFor = ({ units: words }: Layout): fc.Arbitrary<Drawn> =>
  drawn.filter(({ items, lines }) => {
    const uses = Map.groupBy(lines, ({ item }) => items[item]!.unit);
    return words === undefined || [...uses.values()].every(({ length }) => length >= linesThatShow);
  });

describe.each(layouts.map((layout) => [layout.name, layout] as const))('an export with %s', (_, layout) => {
  testLayout(layout, drawnFor);
});

describe('a word for a unit on one line only', () => {
  it('is asked about, also when the price is the agreed one', async () => {
    const layout = layouts.find(({ units: words }) => words)!;
    await fc.assert(
      fc.asyncProperty(drawnFor(layout), async (given) => {
        const [first, ...rest] = given.lines;
        const unitOf = ({ item }: DrawnLine) => given.items[item]!.unit;
        fc.pre(unitOf(first!) !== 'kg');
        const lines = [first!, ...rest.filter((line) => unitOf(line) !== unitOf(first!))];
        const result = await check(layout, { ...given, lines });
        const open = result.findings.filter(({ severity }) => severity !== 'info');
        expect(open.map(({ code }) => code)).toEqual(['unit-unknown']);
      }),
      { numRuns: 12 },
    );
  });
});

describe('customers of others named above their lines', () => {
  it('are never taken for the customer above them', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (given) => {
        const layout = layouts.find(({ group }) => group)!;
        const others = {
          ...layout,
          group: (buyer: number) => (buyer === 0 ? 'Kunde: 90111 Utenfor Handel AS' : layout.group!(buyer)),
        };
        fc.pre(given.lines.some(({ buyer }) => buyer > 0) && given.lines.some(({ buyer }) => buyer === 0));
        const result = await check(others, given);
        const theirs = given.lines.filter(({ buyer }) => buyer === 0).length;
        expect(result.findings.filter(({ code }) => code === 'buyer-not-entitled')).toHaveLength(theirs);
        expect(result.accepted).toBe(given.lines.length - theirs);
      }),
      { numRuns: 12 },
    );
  });
});
