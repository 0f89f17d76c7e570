import { checkCsv, line, march, report, findingsOf, troubles } from '../testing.ts';

describe('item-number-changed', () => {
  it('accepts the agreed number with any punctuation', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ item: 'HNM', name: 'Nitrilhansker M', price: '1,20', amount: '2,40' }))),
        'item-number-changed',
      ),
    ).toEqual([]);
  });

  it('asks when the number resembles an agreed one', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            line({ item: 'A100-2', name: 'Kontorstol', price: '2000,00', amount: '4000,00' }),
            line({ item: 'NY1', name: 'Nitrilhansker M', price: '1,20', amount: '2,40', invoice: 'F2' }),
          ),
        ),
        'item-number-changed',
      ),
    ).toMatchObject([
      {
        class: 31,
        severity: 'confirm',
        found: 'A100-2',
        expected: 'A100',
        fix: { patches: [{ set: 'item', text: 'A100-2', item: 'A100' }] },
      },
      { found: 'NY1', expected: 'H-N-M' },
    ]);
  });

  it('reports nothing for the agreed GTIN instead of the number, or for a number damaged by the spreadsheet', async () => {
    const checkResult = await checkCsv(
      report(line({ item: '7038010001239' }), line({ item: '7,038E+12', invoice: 'F2' })),
    );
    expect(findingsOf(checkResult, 'item-number-changed')).toEqual([]);
    expect(troubles(checkResult)).toEqual(['scientific-notation']);
  });

  it('does not ask about a number in the agreement', async () => {
    const context = { ...march, formerItems: { number: ['A100-2'], item: [3] } };
    expect(
      findingsOf(
        await checkCsv(report(line({ item: 'A100-2', name: 'Kontorstol', price: '2000,00', amount: '4000,00' })), {
          context,
        }),
        'item-number-changed',
      ),
    ).toEqual([]);
  });
});
