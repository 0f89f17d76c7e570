import fc from 'fast-check';
import type { CheckContext } from '../context.ts';
import { quarterlyGoods } from '../examples/quarterly-goods.ts';
import { checkCsv } from '../testing.ts';

/** Exports of systems, drawn anew: an agreement, its customers and lines, written in one of the layouts below. */
interface DrawnItem {
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly ore: number;
}
interface DrawnLine {
  readonly buyer: number;
  readonly item: number;
  readonly quantity: number;
  readonly day: number;
  /** how many times too high the price is */
  readonly times: number;
}
interface Drawn {
  readonly items: readonly DrawnItem[];
  readonly lines: readonly DrawnLine[];
  readonly wrong: number;
}

const towns = ['Tynset', 'Verdal', 'Kvinesdal', 'Grong', 'Suldal', 'Namsos'];
const customer = (buyer: number): string => String(40_000 + buyer * 137);
const syllables = ['bar', 'del', 'fin', 'gro', 'hal', 'kim', 'lor', 'mun', 'pes', 'ral', 'sol', 'tik', 'vad'];
const word = fc.array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 3 }).map((parts) => parts.join(''));
const units = ['stk', 'krt', 'pk', 'kg'];

const drawnItems = fc
  .uniqueArray(fc.record({ name: fc.tuple(word, word), ore: fc.integer({ min: 300, max: 90_000 }) }), {
    minLength: 8,
    maxLength: 14,
    selector: ({ name }) => name[0],
  })
  .map((list) =>
    list.map(({ name, ore }, at) => ({
      number: String(10_023 + at * 917),
      name: `${name.join(' ')} ${['5 kg', '12 stk', 'blå'][at % 3]}`,
      unit: units[at % units.length]!,
      ore,
    })),
  );
const drawn: fc.Arbitrary<Drawn> = drawnItems.chain((items) =>
  fc.record({
    items: fc.constant(items),
    lines: fc.uniqueArray(
      fc.record({
        buyer: fc.nat({ max: towns.length - 1 }),
        item: fc.nat({ max: items.length - 1 }),
        quantity: fc.integer({ min: 2, max: 40 }),
        day: fc.integer({ min: 0, max: 89 }),
        times: fc.constant(1),
      }),
      { minLength: 24, maxLength: 50, selector: ({ buyer, item, day }) => `${buyer} ${item} ${day}` },
    ),
    wrong: fc.nat(),
  }),
);

const dayOf = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
const numberText = (ore: number): string => (ore / 100).toFixed(2).replace('.', ',');

function contextOf({ items }: Drawn): CheckContext {
  return {
    period: { key: '2026-Q1', start: '2026-01-01', end: '2026-04-01' },
    items: {
      number: items.map(({ number }) => number),
      name: items.map(({ name }) => name),
      unit: items.map(({ unit }) => unit),
    },
    prices: {
      item: items.map((_, at) => at),
      price: items.map(({ ore }) => (ore / 100).toFixed(2)),
      from: items.map(() => '2026-01-01'),
      to: items.map(() => null),
    },
    buyers: {
      key: towns.map((_, at) => String(5000 + at)),
      name: towns.map((name) => `${name} kommune`),
      municipalityNumber: towns.map((_, at) => String(5000 + at)),
    },
  };
}

type Cells = readonly string[];
interface Layout {
  readonly name: string;
  readonly heading: Cells;
  readonly cells: (line: DrawnLine, item: DrawnItem) => Cells;
  /** rows that name the customer above its lines, instead of a column */
  readonly group?: (buyer: number) => string;
  /** the file's own words for units */
  readonly units?: Readonly<Record<string, string>>;
  readonly write?: (rows: readonly Cells[]) => string;
}

const priceOf = ({ times }: DrawnLine, { ore }: DrawnItem): number => ore * times;
const amountOf = (line: DrawnLine, item: DrawnItem): number => priceOf(line, item) * line.quantity;
const sold = (line: DrawnLine, item: DrawnItem): Cells => [
  String(line.quantity),
  item.unit,
  numberText(priceOf(line, item)),
  numberText(amountOf(line, item)),
];
const townOf = ({ buyer }: DrawnLine): string => `${towns[buyer]} kommune`;
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

/** Writes lines in a layout, with a total. Returns the text and the row of each line. */
function writeExport(layout: Layout, { items, lines }: Drawn): { text: string; rows: number[] } {
  const sorted = layout.group ? lines.toSorted((a, b) => a.buyer - b.buyer) : lines;
  const out: Cells[] = [layout.heading];
  const rows: number[] = [];
  for (const [at, line] of sorted.entries()) {
    if (layout.group && sorted[at - 1]?.buyer !== line.buyer) out.push([layout.group(line.buyer)]);
    out.push(layout.cells(line, items[line.item]!));
    rows[lines.indexOf(line)] = out.length + (layout.write ? 1 : 0);
  }
  const text = layout.write ? layout.write(out) : out.map((cells) => cells.join(';')).join('\r\n');
  return { text, rows };
}

const check = (layout: Layout, given: Drawn) =>
  checkCsv(writeExport(layout, given).text, { terms: quarterlyGoods(), context: contextOf(given) });

/** Minimum number of lines that show what a word of the file's own means, also when one of them has a wrong price. */
const linesThatShow = 6;

/** Draws lines for a layout: in one with its own words for units, enough lines show what each word means. */
const drawnFor = ({ units: words }: Layout): fc.Arbitrary<Drawn> =>
  drawn.filter(({ items, lines }) => {
    const uses = Map.groupBy(lines, ({ item }) => items[item]!.unit);
    return words === undefined || [...uses.values()].every(({ length }) => length >= linesThatShow);
  });

describe.each(layouts.map((layout) => [layout.name, layout] as const))('an export with %s', (_, layout) => {
  it('is accepted whole, without a question', async () => {
    await fc.assert(
      fc.asyncProperty(drawnFor(layout), async (given) => {
        const result = await check(layout, given);
        const open = result.findings.filter(({ severity }) => severity !== 'info');
        expect(open.map(({ code, place }) => [code, place?.row])).toEqual([]);
        const ore = given.lines.reduce((sum, line) => sum + amountOf(line, given.items[line.item]!), 0);
        expect([result.rows, result.accepted, result.totals.amount]).toEqual([
          given.lines.length,
          given.lines.length,
          (ore / 100).toFixed(2),
        ]);
        expect(result.totals.byBuyer).toHaveLength(new Set(given.lines.map(({ buyer }) => buyer)).size);
      }),
      { numRuns: 12 },
    );
  });

  it('has a price that is ten times too high found at its row', async () => {
    await fc.assert(
      fc.asyncProperty(drawnFor(layout), async (honest) => {
        const at = honest.wrong % honest.lines.length;
        const given = {
          ...honest,
          lines: honest.lines.map((line, index) => (index === at ? { ...line, times: 10 } : line)),
        };
        const { rows } = writeExport(layout, given);
        const result = await check(layout, given);
        const found = result.findings.filter(({ code }) => code === 'price-scale' || code === 'price-above-agreed');
        expect([...new Set(found.map(({ place }) => place?.row))]).toEqual([rows[at]]);
      }),
      { numRuns: 12 },
    );
  });
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
