import { checkCsv, checkSheets, headingCells, line, lineCells, report, rightLine, findingsOf } from '../testing.ts';

describe('row-too-long', () => {
  it('reports nothing for empty cells after the last, or for a workbook with remarks next to the table', async () => {
    expect(findingsOf(await checkCsv(report(`${rightLine};;;`)), 'row-too-long')).toEqual([]);
    expect(
      findingsOf(await checkSheets([{ rows: [headingCells, [...lineCells(), 'ring Kari']] }]), 'row-too-long'),
    ).toEqual([]);
  });

  it('asks about a row with more fields than headings', async () => {
    expect(
      findingsOf(await checkCsv(report(`${rightLine};ekstra;mer`, line({ invoice: 'F2' }))), 'row-too-long'),
    ).toMatchObject([
      {
        class: 62,
        severity: 'confirm',
        place: { row: 2, cell: 'J2' },
        found: 'ekstra · mer',
        params: { cells: 11, headings: 9 },
      },
    ]);
  });

  it('explains a file with commas for both: the decimal comma splits cells', async () => {
    const commas =
      'Kunde,Varenummer,Varenavn,Antall,Enhet,Enhetspris,Beløp,Leveringsdato,Fakturanummer\r\nKongsvinger,7001,Lettmelk 10 l,2,stk,120,00,240,00,05.03.2026,F1';
    expect(findingsOf(await checkCsv(commas), 'row-too-long')).toMatchObject([
      { place: { row: 2 }, found: '05.03.2026 · F1' },
    ]);
  });
});
