import { checkCsv, line, report, findingsOf } from '../testing.ts';

describe('pack-as-piece', () => {
  it('accepts the pack in its own unit', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(line({ item: 'H-N-M', name: 'Nitrilhansker M', unit: 'eske', price: '120,00', amount: '240,00' })),
        ),
        'pack-as-piece',
      ),
    ).toEqual([]);
  });

  it('asks when the price is that of a pack', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ item: 'H-N-M', name: 'Nitrilhansker M', price: '118,00', amount: '236,00' }))),
        'pack-as-piece',
      ),
    ).toMatchObject([
      {
        class: 52,
        severity: 'confirm',
        params: { factor: 100, pack: 'eske', agreed: 1.2 },
        fix: { patches: [{ column: 4, value: 'eske' }] },
      },
    ]);
  });

  it('is one question, not two', async () => {
    const checkResult = await checkCsv(
      report(line({ item: 'H-N-M', name: 'Nitrilhansker M', price: '118,00', amount: '236,00' })),
    );
    expect(findingsOf(checkResult, 'price-above-agreed')).toEqual([]);
  });
});
