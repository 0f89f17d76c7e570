import { checkCsv, line, report, saidBy, troubles } from '../testing.ts';

describe('answers worked into terms and context', () => {
  it('accepts a pack and how much it holds', async () => {
    const text = report(
      line({ item: 'H-N-M', name: 'Nitrilhansker M', unit: 'pk à 12', price: '14,40', amount: '28,80' }),
    );
    const first = await checkCsv(text);
    const patches = saidBy(first, 'unit-unknown')[0]!.fix!.patches;
    expect(patches).toEqual([{ set: 'unit', text: 'pk à 12', unit: 'pk à 12', factor: '12', to: 'stk' }]);
    expect(troubles(await checkCsv(text, { patches }))).toEqual([]);
    const dearer = report(
      line({ item: 'H-N-M', name: 'Nitrilhansker M', unit: 'pk à 12', price: '20,00', amount: '40,00' }),
    );
    expect(saidBy(await checkCsv(dearer, { patches }), 'price-above-agreed')).toMatchObject([{ expected: '14.40' }]);
  });

  it('knows an item again under the number a person linked', async () => {
    const text = report(line({ item: 'NYTT', name: 'Melk' }));
    expect(troubles(await checkCsv(text))).toEqual(['item-unknown']);
    expect(troubles(await checkCsv(text, { patches: [{ set: 'item', text: 'NYTT', item: '7001' }] }))).toEqual([]);
  });

  it('passes over answers about what is not there', async () => {
    const patches = [
      { set: 'item', text: 'NYTT', item: 'finnes ikke' },
      { set: 'buyer', text: 'Elverum', buyer: 'finnes ikke' },
    ] as const;
    expect(
      troubles(await checkCsv(report(line({ item: 'NYTT', name: 'Melk', buyer: 'Elverum' })), { patches })),
    ).toEqual(['item-unknown', 'buyer-not-entitled']);
  });
});
