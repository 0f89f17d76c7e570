import fc from 'fast-check';
import { checkCsv, checkSheets, heading, headingCells, line, lineCells, march, report, rightLine } from './testing.ts';

/** Generates realistic cells: mostly plausible, sometimes arbitrary. */
const cell = fc.oneof(
  fc.constantFrom(
    'Kongsvinger',
    'Asnes',
    '7001',
    '412',
    'Lettmelk 10 l',
    'stk',
    'krt',
    '1.234',
    '1,5',
    '(12)',
    '-',
    '',
    '05.03.2026',
    '30.02.2026',
    '=A1',
    'kr 1 200,-',
    '999999999',
    'Frakt',
    'Sum',
  ),
  fc.string({ maxLength: 12 }),
);
const row = fc
  .array(cell, { minLength: 0, maxLength: 10 })
  .map((cells) => cells.map((text) => text.replace(/[;"\r\n]/g, ' ')).join(';'));

describe('checkReport, whatever the file', () => {
  it('returns a result that accounts for all rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
        const checkResult = await checkCsv(report(...rows));
        expect(checkResult.rows).toBe(checkResult.accepted + checkResult.quarantined);
        expect(checkResult.ok).toBe(
          !checkResult.findings.some(
            (finding) => finding.severity === 'blocksFile' || finding.severity === 'blocksRow',
          ),
        );
        expect(Object.values(checkResult.counts).reduce((sum, count) => sum + count, 0)).toBe(
          checkResult.findings.length,
        );
        expect(checkResult.groups.reduce((sum, group) => sum + group.count, 0)).toBe(checkResult.findings.length);
        for (const { place } of checkResult.findings)
          if (place?.cell) expect(place.cell).toBe(`${place.cell.replace(/\d+$/, '')}${place.row}`);
      }),
      { numRuns: 150 },
    );
  });

  it('returns such a result without recognised headings as well', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        const checkResult = await checkCsv(['rapport', ...rows].join('\n'), { context: undefined });
        expect(checkResult.rows).toBe(checkResult.accepted + checkResult.quarantined);
      }),
      { numRuns: 150 },
    );
  });

  it('returns the same findings for any order of columns', async () => {
    const lines = [
      rightLine,
      line({ quantity: 'ca 20' }),
      line({ unit: 'krt', invoice: 'F3' }),
      line({ price: '130,00', amount: '260,00', invoice: 'F4' }),
      line({ buyer: 'Asnes', invoice: 'F5' }),
    ];
    const usual = await checkCsv(report(...lines));
    const order = fc.shuffledSubarray([...Array(9).keys()], { minLength: 9, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(order, async (columns) => {
        const turned = [heading, ...lines]
          .map((text) => columns.map((column) => text.split(';')[column]).join(';'))
          .join('\n');
        const checkResult = await checkCsv(turned);
        const said = (each: typeof checkResult) =>
          each.findings
            .map(({ code, place, found, expected }) => [code, place?.row, place?.column, found, expected])
            .sort();
        expect(said(checkResult)).toEqual(said(usual));
        expect(checkResult.totals).toEqual(usual.totals);
      }),
      { numRuns: 40 },
    );
  });

  it('returns the same for a workbook and its CSV', async () => {
    const numbers = fc.record({
      quantity: fc.integer({ min: 1, max: 999 }),
      price: fc.integer({ min: 1, max: 99_999 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(numbers, { minLength: 1, maxLength: 8 }), async (list) => {
        const lines = list.map(({ quantity, price }, at) => ({
          quantity,
          price: price / 100,
          amount: (quantity * price) / 100,
          invoice: `F${at}`,
          item: `N${at}`,
          name: 'Ny vare',
        }));
        const text = (value: number): string => String(value).replace('.', ',');
        const csv = await checkCsv(
          report(
            ...lines.map((each) =>
              line({ ...each, quantity: text(each.quantity), price: text(each.price), amount: text(each.amount) }),
            ),
          ),
          { context: { ...march, earlier: [] } },
        );
        const workbook = await checkSheets([{ rows: [headingCells, ...lines.map((each) => lineCells(each))] }], {
          context: { ...march, earlier: [] },
        });
        expect(workbook.totals).toEqual(csv.totals);
        expect(workbook.accepted).toBe(csv.accepted);
      }),
      { numRuns: 60 },
    );
  });
});
