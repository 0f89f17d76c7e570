import fc from 'fast-check';
import { bytesOf } from '../byte-source.ts';
import { openTable } from '../open-table.ts';
import { detectFixedWidth, FixedWidthScanner } from './fixed-width.ts';

const letters = fc.string({ minLength: 2, maxLength: 9, unit: fc.constantFrom(...'abdefghiklmnoprstuv') });
const heading = fc.uniqueArray(letters, { minLength: 5, maxLength: 9 });
const name = fc.array(letters, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const amount = fc.integer({ min: 0, max: 9_999_999 }).map((ore) => (ore / 100).toFixed(2).replace('.', ','));

/** A heading, and rows of which the first two columns are names and the others numbers. */
const lists = heading.chain((titles) =>
  fc.record({
    titles: fc.constant(titles),
    rows: fc.array(
      fc.tuple(name, name, ...titles.slice(2).map(() => amount)).map((cells) => cells as string[]),
      { minLength: 12, maxLength: 60 },
    ),
    gap: fc.integer({ min: 2, max: 4 }),
    rule: fc.boolean(),
  }),
);

function written({
  titles,
  rows,
  gap,
  rule,
}: {
  titles: string[];
  rows: string[][];
  gap: number;
  rule: boolean;
}): string {
  const widths = titles.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]!.length)));
  const lineOf = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join(' '.repeat(gap))
      .trimEnd();
  return [lineOf(titles), ...(rule ? ['-'.repeat(40)] : []), ...rows.map(lineOf)].join('\r\n');
}

async function rowsOf(text: string) {
  const table = await openTable(bytesOf(new TextEncoder().encode(text)), 'liste.txt');
  const found: { row: number; texts: string[] }[] = [];
  for await (const batch of table.batches())
    for (const { row, cells } of batch) found.push({ row, texts: cells.map((cell) => cell.text) });
  return found;
}

describe('lists with columns at fixed positions', () => {
  it('are read as they were written, with their row numbers', async () => {
    await fc.assert(
      fc.asyncProperty(lists, async (list) => {
        const found = await rowsOf(written(list));
        expect(found.map(({ texts }) => texts)).toEqual([list.titles, ...list.rows]);
        expect(found.map(({ row }) => row).slice(1)).toEqual(list.rows.map((_, at) => at + (list.rule ? 3 : 2)));
      }),
    );
  });

  it('are the same wherever a piece ends', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 50 }), (list, size) => {
        const text = written(list);
        const found = detectFixedWidth(text, true)!;
        const scanner = new FixedWidthScanner(found, 1000);
        const records = [];
        for (let at = 0; at < text.length; at += size)
          records.push(...scanner.push(text.slice(at, at + size), at + size >= text.length));
        expect(records).toEqual(new FixedWidthScanner(found, 1000).push(text, true));
      }),
    );
  });

  it('are refused at a line without an end, before it is read whole', () => {
    const columns = [0, 20, 40, 60].map((start) => ({ start, blankFrom: start }));
    const scanner = new FixedWidthScanner({ columns, titles: new Set() }, 100);
    const pieces = columns.length * 2;
    let taken = 0;
    expect(() => {
      for (; taken < pieces; taken += 1) scanner.push('a '.repeat(50), false);
    }).toThrow(expect.objectContaining({ code: 'cell-too-long' }));
    expect(taken).toBe(columns.length);
  });

  it('have the top of each page as one text, and the names of columns whole', async () => {
    const page = (at: number) => [
      `${at > 1 ? '\f' : ''}NORDVIK AS          SALG          SIDE   ${at}`,
      '          01.07.26',
      'NAVN1            VARE         ANTALL LEV        SUM EKS MVA',
      ...Array.from(
        { length: 9 },
        (_, row) => `Tynset kommune   Stol blå            ${row + 10}             ${row + 100},00`,
      ),
    ];
    const found = await rowsOf([...page(1), ...page(2), ...page(3), 'Skrevet ut av Nordvik 03.07.26'].join('\n'));
    expect(found.filter(({ texts }) => /SIDE|Skrevet/.test(texts.join())).map(({ texts }) => texts)).toEqual([
      ...[1, 2, 3].map((at) => [`NORDVIK AS          SALG          SIDE   ${at}`]),
      ['Skrevet ut av Nordvik 03.07.26'],
    ]);
    expect(found.filter(({ texts }) => texts[0] === 'NAVN1').map(({ row, texts }) => [row, ...texts])).toEqual(
      [3, 15, 27].map((row) => [row, 'NAVN1', 'VARE', 'ANTALL LEV', 'SUM EKS MVA']),
    );
    expect(found.filter(({ texts }) => texts[0] === 'Tynset kommune')).toHaveLength(27);
  });

  it('have a number that reaches into the blank before its column whole', async () => {
    const lines = Array.from({ length: 12 }, (_, at) => `Tynset kommune   Stol blå     ${at + 10}    ${at + 100},00`);
    const found = await rowsOf(
      ['Kunde            Vare         Ant   Beløp', ...lines, 'Sum                              12345,00'].join('\n'),
    );
    expect(found.at(-1)!.texts.filter((text) => text !== '')).toEqual(['Sum', '12345,00']);
  });

  it.each([
    ['a text with semicolons', 'Kunde;Vare;Ant;Beløp\nGrue;Stol;1;2,00\nGrue;Bord;2;3,00\nGrue;Skap;2;3,00\n'],
    ['a text with tabs', 'Kunde\tVare\tAnt\tBeløp\nGrue\tStol\t1\t2,00\nGrue\tBord\t2\t3,00\nGrue\tSkap\t2\t3,00\n'],
    ['a letter', 'Hei\nHer er rapporten for mars.\nMed vennlig hilsen\nOss\n'],
  ])('are not %s', (_, text) => expect(text.includes(';') ? null : detectFixedWidth(text, true)).toBeNull());
});
