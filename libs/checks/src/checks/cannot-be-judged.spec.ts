import { monthlyFood } from '../examples/monthly-food.ts';
import { checkCsv, report, rightLine, saidBy } from '../testing.ts';

describe('cannot-be-judged', () => {
  it('has nothing to say when all is known', async () => {
    expect(saidBy(await checkCsv(report(rightLine)), 'cannot-be-judged')).toEqual([]);
  });

  it('names once each thing that is not known, and the checks that wait for it', async () => {
    const said = saidBy(await checkCsv(report(rightLine, rightLine), { context: {} }), 'cannot-be-judged');
    expect(said.map((finding) => finding.params.need)).toEqual(['items', 'prices', 'buyers', 'period']);
    expect(said[1]).toMatchObject({
      class: 0,
      severity: 'info',
      place: null,
      params: { checks: 'pack-as-piece, price-scale, price-above-agreed' },
    });
  });

  it('can be left out', async () => {
    const terms = monthlyFood({ checks: [{ id: 'cannot-be-judged', severity: 'off' }] });
    expect(saidBy(await checkCsv(report(rightLine), { terms, context: {} }), 'cannot-be-judged')).toEqual([]);
  });
});
