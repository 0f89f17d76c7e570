import fc from 'fast-check';
import type { Cells, Drawn, Layout } from '../testing-layouts.ts';
import { check, dayOf, drawn, numberText, sold, testLayout, townOf } from '../testing-layouts.ts';

const LINES_A_PAGE = 9;
const AMOUNT = 6;

/** Ways to carry a sum from page to page: at the end of one and at the beginning of the next. */
const words: readonly (readonly [string, string])[] = [
  ['Overføres', 'Overført'],
  ['Transport', 'Transport'],
  ['Att överföra', 'Överfört'],
  ['Til overførsel', 'Fra forrige side'],
  ['Carried forward', 'Brought forward'],
  ['Übertrag', 'Übertrag'],
  ['Mellomsum', 'Mellomsum'],
];

const oreIn = (row: Cells): number => Math.round(Number(row[AMOUNT]!.replace(',', '.')) * 100);

/** An export in which every page ends with the sum so far, wrong by `error` øre on the first page, and repeats it. */
const layoutOf = ([end, start]: (typeof words)[number], error = 0, subtotals = false): Layout => ({
  name: end,
  heading: ['Kunde', 'Varenr', 'Varetekst', 'Antall', 'Enhet', 'Pris', 'Beløp', 'Levert'],
  cells: (line, item) => [townOf(line), item.number, item.name, ...sold(line, item), dayOf(line.day)],
  byCustomer: true,
  write: ([heading, ...rows]) => {
    const out: Cells[] = [heading!];
    let [all, own] = [0, 0];
    const sum = (label: string, ore: number): Cells => ['', '', label, '', '', '', numberText(ore), ''];
    for (const [at, row] of rows.entries()) {
      const carried = all + (at === LINES_A_PAGE ? error : 0);
      if (at > 0 && at % LINES_A_PAGE === 0) out.push(sum(end, carried), sum(start, carried));
      out.push(row);
      all += oreIn(row);
      own += oreIn(row);
      if (subtotals && rows[at + 1]?.[0] !== row[0]) {
        out.push(sum(`Sum ${row[0]}`, own));
        own = 0;
      }
    }
    return out.map((cells) => cells.join(';')).join('\r\n');
  },
});

/** Rows carried before a line move it down, so that only whole files are compared. */
async function openFindings(given: Drawn, layout: Layout): Promise<string[]> {
  const { findings } = await check(layout, given);
  return findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
}

describe.each(words)('a sum carried as «%s» and «%s»', (end, start) => {
  it('is no line, with and without subtotals by customer', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, fc.boolean(), async (given, subtotals) => {
        const result = await check(layoutOf([end, start], 0, subtotals), given);
        expect(result.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
        expect(result.rows).toBe(given.lines.length);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a carried sum that is not that of the lines', () => {
  it.each(words.filter(([end]) => end !== 'Transport' && end !== 'Mellomsum'))('is reported: «%s»', async (...pair) => {
    await fc.assert(
      fc.asyncProperty(drawn, fc.integer({ min: 100, max: 90_000 }), async (given, error) => {
        expect(new Set(await openFindings(given, layoutOf(pair, error)))).toEqual(new Set(['total-differs']));
      }),
      { numRuns: 12 },
    );
  });
});

describe('a list without carried sums', () => {
  testLayout(
    { ...layoutOf(['', '']), write: (rows) => rows.map((cells) => cells.join(';')).join('\r\n') },
    () => drawn,
  );
});
