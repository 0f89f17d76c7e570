import fc from 'fast-check';
import type { CheckContext } from './context.ts';
import { quarterlyGoods } from './examples/quarterly-goods.ts';
import { checkCsv } from './testing.ts';

/** Exports of systems, drawn anew: an agreement, its customers and lines, written in one of the layouts below. */
export interface DrawnItem {
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly ore: number;
}
export interface DrawnLine {
  readonly buyer: number;
  readonly item: number;
  readonly quantity: number;
  readonly day: number;
  /** how many times too high the price is */
  readonly times: number;
}
export interface Drawn {
  readonly items: readonly DrawnItem[];
  readonly lines: readonly DrawnLine[];
  readonly wrong: number;
}

export const towns = ['Tynset', 'Verdal', 'Kvinesdal', 'Grong', 'Suldal', 'Namsos'];
export const customer = (buyer: number): string => String(40_000 + buyer * 137);
/** The organisation number of a customer: nine digits with a check digit. */
export const orgNumber = (buyer: number): string => {
  for (let base = 94_211_700 + buyer * 41; ; base += 1) {
    const weights = [3, 2, 7, 6, 5, 4, 3, 2];
    const sum = [...String(base)].reduce((total, digit, at) => total + Number(digit) * weights[at]!, 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return `${base}${check}`;
  }
};
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
export const drawn: fc.Arbitrary<Drawn> = drawnItems.chain((items) =>
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

export const dayOf = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
export const numberText = (ore: number): string => (ore / 100).toFixed(2).replace('.', ',');

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
      orgNumber: towns.map((_, at) => orgNumber(at)),
    },
  };
}

export type Cells = readonly string[];
export interface Layout {
  readonly name: string;
  readonly heading: Cells;
  readonly cells: (line: DrawnLine, item: DrawnItem) => Cells;
  /** rows that name the customer above its lines, instead of a column */
  readonly group?: (buyer: number) => string;
  /** the file's own words for units */
  readonly units?: Readonly<Record<string, string>>;
  readonly write?: (rows: readonly Cells[]) => string;
  /** rows of the heading that `write` makes; one when not given */
  readonly headingRows?: number;
  /** the lines of each customer are together */
  readonly byCustomer?: true;
}

export const priceOf = ({ times }: DrawnLine, { ore }: DrawnItem): number => ore * times;
export const amountOf = (line: DrawnLine, item: DrawnItem): number => priceOf(line, item) * line.quantity;
export const sold = (line: DrawnLine, item: DrawnItem): Cells => [
  String(line.quantity),
  item.unit,
  numberText(priceOf(line, item)),
  numberText(amountOf(line, item)),
];
export const townOf = ({ buyer }: DrawnLine): string => `${towns[buyer]} kommune`;

/** Writes lines in a layout. Returns the text and the row of each line. */
export function writeExport(layout: Layout, { items, lines }: Drawn): { text: string; rows: number[] } {
  const sorted = layout.group || layout.byCustomer ? lines.toSorted((a, b) => a.buyer - b.buyer) : lines;
  const out: Cells[] = [layout.heading];
  const rows: number[] = [];
  for (const [at, line] of sorted.entries()) {
    if (layout.group && sorted[at - 1]?.buyer !== line.buyer) out.push([layout.group(line.buyer)]);
    out.push(layout.cells(line, items[line.item]!));
    rows[lines.indexOf(line)] = out.length - 1 + (layout.headingRows ?? 1);
  }
  const text = layout.write ? layout.write(out) : out.map((cells) => cells.join(';')).join('\r\n');
  return { text, rows };
}

export const check = (layout: Layout, given: Drawn) =>
  checkCsv(writeExport(layout, given).text, { terms: quarterlyGoods(), context: contextOf(given) });

/** Tests that exports in a layout are accepted whole, and that a wrong price is found at its row. */
export function testLayout(layout: Layout, drawnFor: (layout: Layout) => fc.Arbitrary<Drawn>): void {
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
}
