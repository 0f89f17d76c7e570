import { checkCsv, line, report, findingsOf } from '../testing.ts';

describe('trailing-minus', () => {
  it('accepts a leading minus', async () => {
    expect(findingsOf(await checkCsv(report(line({ quantity: '-2', amount: '-240,00' }))), 'trailing-minus')).toEqual(
      [],
    );
  });

  it('reads a trailing minus', async () => {
    expect(
      findingsOf(await checkCsv(report(line({ quantity: '2-', amount: '240,00-' }))), 'trailing-minus'),
    ).toMatchObject([
      { class: 21, found: '2-', expected: '-2' },
      { found: '240,00-', expected: '-240.00' },
    ]);
  });
});
