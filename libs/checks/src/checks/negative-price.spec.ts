import { checkCsv, line, report, findingsOf } from '../testing.ts';

describe('negative-price', () => {
  it('accepts credits as negative quantities', async () => {
    expect(findingsOf(await checkCsv(report(line({ quantity: '-2', amount: '-240,00' }))), 'negative-price')).toEqual(
      [],
    );
  });

  it('asks whether the line is a credit', async () => {
    expect(
      findingsOf(await checkCsv(report(line({ price: '-120,00', amount: '-240,00' }))), 'negative-price'),
    ).toMatchObject([
      {
        class: 24,
        severity: 'blocksRow',
        found: '-120,00',
        place: { column: 'Enhetspris' },
        fix: {
          kind: 'make-credit',
          patches: [
            { column: 5, value: '120' },
            { column: 3, value: '-2' },
          ],
        },
      },
    ]);
  });
});
