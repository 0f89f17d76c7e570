import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('number-inferred', () => {
  it('accepts a decimal sign that the column proves', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'number-inferred')).toEqual([]);
  });

  it('uses the interpretation that gives the amount, and asks', async () => {
    expect(
      findingsOf(await checkCsv(report(line({ price: '1.234', amount: '2468' }))), 'number-inferred'),
    ).toMatchObject([{ class: 16, severity: 'confirm', found: '1.234', expected: '1234', place: { cell: 'F2' } }]);
  });
});
