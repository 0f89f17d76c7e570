import type { Row, TableFile } from '@tallgrunn/tabular';
import { limits } from '@tallgrunn/values';
import { checkReport } from './check-report.ts';
import { monthlyFood } from './examples/monthly-food.ts';
import { headingCells, march } from './testing.ts';

const rows = 120_000;

/** Returns a table with generated lines: 2,000 distinct items, each line with an unknown unit. */
function longReport(): TableFile {
  const texts = (at: number): string[] => [
    'Kongsvinger',
    `N${at % 2_000}`,
    'Ny vare',
    '2',
    'krt',
    '10,00',
    '20,00',
    '05.03.2026',
    `F${at}`,
  ];
  const row = (at: number, cells: readonly string[]): Row => ({
    sheet: 'Ark1',
    row: at + 1,
    cells: cells.map((text) => ({ kind: 'text', text })),
  });
  return {
    format: 'csv',
    sheets: [{ name: 'Ark1', hidden: false, merged: [] }],
    notes: [],
    batches: async function* () {
      yield [row(0, headingCells)];
      for (let from = 1; from <= rows; from += 1_000)
        yield Array.from({ length: 1_000 }, (_, at) => row(from + at, texts(from + at)));
    },
  };
}

describe('a report of 120,000 lines', () => {
  it('counts all findings with their location, and stores the first 100,000 of a code with details', async () => {
    let lines = 0;
    const checkResult = await checkReport(longReport(), {
      terms: monthlyFood(),
      context: march,
      onLine: () => void (lines += 1),
    });
    expect(lines).toBe(rows);
    expect(checkResult).toMatchObject({ ok: false, rows, accepted: 0, quarantined: rows });
    expect(checkResult.counts['unit-unknown']).toBe(rows);
    expect(checkResult.findings.filter((finding) => finding.code === 'unit-unknown')).toHaveLength(
      limits.findings.keptPerCodeMax,
    );
    const further = checkResult.further.find((places) => places.code === 'unit-unknown')!;
    expect(further.rows).toHaveLength(rows - limits.findings.keptPerCodeMax);
    expect(further.rows.at(-1)).toBe(rows + 1);
    expect(checkResult.groups.find((group) => group.code === 'unit-unknown')).toMatchObject({
      count: rows,
      kroner: '2400000.00',
    });
  }, 120_000);
});
