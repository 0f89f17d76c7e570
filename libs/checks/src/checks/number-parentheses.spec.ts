import { checkCsv, line, report, findingsOf } from '../testing.ts';

describe('number-parentheses', () => {
  it('accepts a leading minus', async () => {
    expect(
      findingsOf(await checkCsv(report(line({ quantity: '-2', amount: '-240,00' }))), 'number-parentheses'),
    ).toEqual([]);
  });

  it('reads parentheses as minus', async () => {
    expect(
      findingsOf(await checkCsv(report(line({ quantity: '(2)', amount: '(240,00)' }))), 'number-parentheses'),
    ).toMatchObject([
      { class: 20, found: '(2)', expected: '-2' },
      { found: '(240,00)', expected: '-240.00', place: { cell: 'G2' } },
    ]);
  });
});
