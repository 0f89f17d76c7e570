import { checkCsv, line, report, saidBy } from '../testing.ts';

describe('minus-behind', () => {
  it('takes a minus in front', async () => {
    expect(saidBy(await checkCsv(report(line({ quantity: '-2', amount: '-240,00' }))), 'minus-behind')).toEqual([]);
  });

  it('reads a minus behind', async () => {
    expect(saidBy(await checkCsv(report(line({ quantity: '2-', amount: '240,00-' }))), 'minus-behind')).toMatchObject([
      { class: 21, found: '2-', expected: '-2' },
      { found: '240,00-', expected: '-240.00' },
    ]);
  });
});
