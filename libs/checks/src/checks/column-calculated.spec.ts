import { checkCsv, findingsOf, heading, report, rightLine } from '../testing.ts';

const without = (line: string, column: number): string => line.split(';').toSpliced(column, 1).join(';');
const priceAt = heading.split(';').indexOf('Enhetspris');

describe('column-calculated', () => {
  it('says that the unit price is calculated when the file has amount and quantity', async () => {
    const result = await checkCsv(`${without(heading, priceAt)}\n${without(rightLine, priceAt)}`);
    expect(result).toMatchObject({ ok: true, accepted: 1 });
    expect(findingsOf(result, 'column-calculated')).toMatchObject([
      { class: 4, severity: 'info', expected: 'Enhetspris', place: { row: 1 } },
    ]);
    expect(findingsOf(result, 'column-missing')).toEqual([]);
  });

  it('says nothing of a file with all columns', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'column-calculated')).toEqual([]);
  });
});
