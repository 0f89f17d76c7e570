import { checkCsv, line, report, findingsOf } from '../testing.ts';

describe('municipality-number-old', () => {
  it('accepts the current number', async () => {
    expect(findingsOf(await checkCsv(report(line({ buyer: '3401' }))), 'municipality-number-old')).toEqual([]);
  });

  it('translates numbers from before 2020, with and without the leading zero', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ buyer: '0402' }), line({ buyer: '402', invoice: 'F2' }))),
        'municipality-number-old',
      ),
    ).toMatchObject([{ class: 38, severity: 'info', found: '0402', expected: '3401' }, { found: '402' }]);
  });
});
