import { checkCsv, checkSheets, headingCells, line, lineCells, report, findingsOf } from '../testing.ts';

describe('item-as-date', () => {
  it('accepts item numbers with points', async () => {
    expect(findingsOf(await checkCsv(report(line({ item: '12.345', name: 'Ny vare' }))), 'item-as-date')).toEqual([]);
  });

  it('asks for an item number that became a date', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ item: '12.03.2025' }), line({ item: '3. des', invoice: 'F2' }))),
        'item-as-date',
      ),
    ).toMatchObject([
      { class: 29, severity: 'blocksRow', found: '12.03.2025', place: { column: 'Varenummer' } },
      { found: '3. des' },
    ]);
  });

  it.each(['2025-03-12', '2025/3/12', '12/03/2025', '12-03-2025', '2025-03-12 00:00:00'])(
    'recognises the date in %s',
    async (item) => {
      expect(findingsOf(await checkCsv(report(line({ item }))), 'item-as-date')).toMatchObject([
        { class: 29, found: item, place: { row: 2 } },
      ]);
    },
  );

  it.each(['12-5', '2025-13-01', '45-03-2025', '2025-0312', '12/03-2025', '1203-2025', '12-05-202'])(
    'accepts %s as an item number',
    async (item) => {
      expect(findingsOf(await checkCsv(report(line({ item }))), 'item-as-date')).toEqual([]);
    },
  );

  it('recognises dates in workbooks', async () => {
    const checkResult = await checkSheets([
      { rows: [headingCells, lineCells({ item: { kind: 'date', text: '2025-03-12', shown: '12.mar' } })] },
    ]);
    expect(findingsOf(checkResult, 'item-as-date')).toMatchObject([{ found: '12.mar' }]);
  });
});
