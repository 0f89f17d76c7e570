import { checkCsv, line, report, findingsOf, troubles } from '../testing.ts';

describe('answers applied to terms and context', () => {
  it('accept a pack and its content', async () => {
    const text = report(
      line({ item: 'H-N-M', name: 'Nitrilhansker M', unit: 'pk à 12', price: '14,40', amount: '28,80' }),
    );
    const first = await checkCsv(text);
    const patches = findingsOf(first, 'unit-unknown')[0]!.fix!.patches;
    expect(patches).toEqual([{ set: 'unit', text: 'pk à 12', unit: 'pk à 12', factor: '12', to: 'stk' }]);
    expect(troubles(await checkCsv(text, { patches }))).toEqual([]);
    const dearer = report(
      line({ item: 'H-N-M', name: 'Nitrilhansker M', unit: 'pk à 12', price: '20,00', amount: '40,00' }),
    );
    expect(findingsOf(await checkCsv(dearer, { patches }), 'price-above-agreed')).toMatchObject([
      { expected: '14.40' },
    ]);
  });

  it('match an item by the number a person linked', async () => {
    const text = report(line({ item: 'NYTT', name: 'Melk' }));
    expect(troubles(await checkCsv(text))).toEqual(['item-unknown']);
    expect(troubles(await checkCsv(text, { patches: [{ set: 'item', text: 'NYTT', item: '7001' }] }))).toEqual([]);
  });

  it('are ignored when their subject does not exist', async () => {
    const patches = [
      { set: 'item', text: 'NYTT', item: 'finnes ikke' },
      { set: 'buyer', text: 'Elverum', buyer: 'finnes ikke' },
    ] as const;
    expect(
      troubles(await checkCsv(report(line({ item: 'NYTT', name: 'Melk', buyer: 'Elverum' })), { patches })),
    ).toEqual(['item-unknown', 'buyer-not-entitled']);
  });
});
