import fc from 'fast-check';
import { writeCsv } from '@tallgrunn/tabular';
import { formatDate, formatMoney, formatShare, languages } from '@tallgrunn/values';
import { fetchAllPages } from './all-rows.ts';
import type { Column } from './column.ts';
import { tableContent } from './table-file.ts';

interface Row {
  readonly name: string;
  readonly amount: number;
  readonly share: number;
  readonly day: string;
}
const columns = (language: 'nb' | 'nn' | 'en'): readonly Column<Row>[] => [
  { key: 'name', head: 'Navn', text: (row) => row.name, order: (row) => row.name },
  {
    key: 'amount',
    head: 'Beløp',
    text: (row) => formatMoney(String(row.amount), 'NOK', language),
    order: (row) => row.amount,
    numeric: true,
  },
  { key: 'share', head: 'Andel', text: (row) => formatShare(String(row.share), language), order: (row) => row.share },
  { key: 'day', head: 'Frist', text: (row) => formatDate(row.day, language), order: (row) => row.day },
];
const rows: readonly Row[] = [
  { name: '=1+1', amount: 318204.5, share: 0.25, day: '2026-04-20' },
  { name: 'Åsen', amount: -12, share: 1, day: '2026-01-02' },
];

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts);
}
describe('tableContent', () => {
  it.each(languages)('converts displayed texts in %s to numbers and days, with the unit in the header', (language) => {
    const content = tableContent(rows, columns(language), language);
    expect(content.columns.map(({ header, kind }) => [header, kind])).toEqual([
      ['Navn', undefined],
      [expect.stringMatching(/^Beløp \(.+\)$/), 'number'],
      ['Andel', undefined],
      ['Frist', 'date'],
    ]);
    expect(content.rows.map(([, amount, , day]) => [Number(amount), day])).toEqual([
      [318204.5, '2026-04-20'],
      [-12, '2026-01-02'],
    ]);
  });

  it('leaves a column as text when a text is not the number it is sorted by', () => {
    const late: readonly Column<Row>[] = [
      {
        key: 'a',
        head: 'Dager',
        text: (row) => (row.amount < 0 ? 'Ikke oppgitt' : '3 dager'),
        order: (row) => row.amount,
      },
      {
        key: 'b',
        head: 'Blandet',
        text: (row) => (row.amount < 0 ? '-12 kr' : '318 204,50 EUR'),
        order: (row) => row.amount,
      },
    ];
    expect(tableContent(rows, late, 'nb').columns.map(({ kind }) => kind)).toEqual([undefined, undefined]);
  });

  it('leaves out columns of controls, and keeps those that are empty', () => {
    const shown: Column<(typeof rows)[number]>[] = [
      { key: 'none', head: 'Ingen', text: () => '' },
      { key: 'act', head: 'Gjør' },
    ];
    const content = tableContent(rows, shown, 'nb');
    expect(content.columns.map(({ header }) => header)).toEqual(['Ingen']);
    expect(content.rows).toEqual(rows.map(() => [null]));
  });

  it('writes no cell that a spreadsheet would run as a formula', async () => {
    const content = tableContent(rows, columns('nb'), 'nb');
    const csv = new TextDecoder().decode(await whole(writeCsv(content)));
    expect(csv).toContain("'=1+1;");
  });

  it('writes numbers of any size as displayed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...languages),
        (øre, language) => {
          const drawn = øre.map((each) => ({ ...rows[0]!, amount: each / 100 }));
          const [, written] = columns(language);
          const content = tableContent(drawn, [written!], language);
          expect(content.rows.map(([value]) => Number(value))).toEqual(drawn.map(({ amount }) => amount));
        },
      ),
    );
  });
});

describe('allPages', () => {
  const source = (count: number, size: number) => async (after: number | null) => {
    const from = after ?? 0;
    const page = Array.from({ length: Math.max(0, Math.min(size, count - from)) }, (_, at) => from + at);
    return { rows: page, next: page.length === size ? from + size : null };
  };

  it('fetches every row once for any page size, and reports when there are more', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 40 }),
        async (count, size, max) => {
          const all = await fetchAllPages(source(count, size), () => undefined, max);
          expect(all.rows).toEqual(Array.from({ length: Math.min(count, max) }, (_, at) => at));
          if (count > max) expect(all.isCut).toBe(true);
          if (count < max) expect(all.isCut).toBe(false);
        },
      ),
    );
  });
});
