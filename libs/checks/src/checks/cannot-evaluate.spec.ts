import { monthlyFood } from '../examples/monthly-food.ts';
import { checkCsv, report, rightLine, findingsOf } from '../testing.ts';

describe('cannot-evaluate', () => {
  it('reports nothing when all data is available', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'cannot-evaluate')).toEqual([]);
  });

  it('names each missing piece of data once, with the checks that need it', async () => {
    const said = findingsOf(await checkCsv(report(rightLine, rightLine), { context: {} }), 'cannot-evaluate');
    expect(said.map((finding) => finding.params.need)).toEqual(['items', 'prices', 'buyers', 'period']);
    expect(said[1]).toMatchObject({
      class: 0,
      severity: 'info',
      place: null,
      params: { checks: 'pack-as-piece, price-scale, price-above-agreed' },
    });
  });

  it('can be disabled', async () => {
    const terms = monthlyFood({ checks: [{ id: 'cannot-evaluate', severity: 'off' }] });
    expect(findingsOf(await checkCsv(report(rightLine), { terms, context: {} }), 'cannot-evaluate')).toEqual([]);
  });
});
