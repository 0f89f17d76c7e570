import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';
import { monthlyFood } from '../examples/monthly-food.ts';

describe('vat-included-25', () => {
  it('accepts amounts excl. VAT', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'vat-included-25')).toEqual([]);
  });

  it('asks when the amount or the agreed price includes VAT', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ amount: '300,00' }), line({ price: '150,00', amount: '300,00', invoice: 'F2' }))),
        'vat-included-25',
      ),
    ).toMatchObject([
      {
        class: 54,
        severity: 'blocksRow',
        found: '300,00',
        expected: '240.00',
        place: { column: 'Beløp' },
        fix: { kind: 'take-vat-out' },
      },
      { found: '150,00', expected: '120.00', place: { column: 'Enhetspris' } },
    ]);
  });

  it('is one question, not two', async () => {
    const checkResult = await checkCsv(
      report(line({ amount: '300,00' }), line({ price: '150,00', amount: '300,00', invoice: 'F2' })),
    );
    expect([...findingsOf(checkResult, 'amount-differs'), ...findingsOf(checkResult, 'price-above-agreed')]).toEqual(
      [],
    );
  });

  it('reports nothing when the terms require amounts incl. VAT', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ amount: '300,00' })), { terms: monthlyFood({ vat: 'included' }) }),
        'vat-included-25',
      ),
    ).toEqual([]);
  });
});
