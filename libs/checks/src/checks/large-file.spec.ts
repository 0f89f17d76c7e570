import { monthlyFood } from '../examples/monthly-food.ts';
import { checkCsv, report, rightLine, findingsOf } from '../testing.ts';

describe('large-file', () => {
  it('reports nothing about a small file', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'large-file')).toEqual([]);
  });

  it('reports the number of rows above which checking takes a while', async () => {
    const terms = monthlyFood({ checks: [{ id: 'large-file', params: { rowsMin: 2 } }] });
    expect(findingsOf(await checkCsv(report(rightLine, rightLine), { terms }), 'large-file')).toMatchObject([
      { class: 76, severity: 'info', found: '2', params: { rows: 2 } },
    ]);
  });
});
