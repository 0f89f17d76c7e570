import { checkCsv, line, march, report, rightLine, saidBy } from '../testing.ts';

describe('price-above-agreed', () => {
  it('takes the agreed price and less', async () => {
    expect(saidBy(await checkCsv(report(rightLine, line({ price: '110,00', amount: '220,00', invoice: 'F2' }), line({ item: 'H-N-M', name: 'Nitrilhansker M', unit: 'eske', price: '120,00', amount: '240,00', invoice: 'F3' }))), 'price-above-agreed')).toEqual([]);
  });

  it('says by how much, from when, and what it costs', async () => {
    expect(saidBy(await checkCsv(report(line({ price: '132,00', amount: '264,00' }))), 'price-above-agreed')).toMatchObject([{ class: 57, severity: 'confirm', found: '132,00', expected: '120.00', amount: '24.00', params: { percent: '10.0', from: '2026-01-01' }, fix: { patches: [{ column: 5, value: '120.00' }, { column: 6, value: '240.00' }] } }]);
  });

  it('goes by the price of the delivery date', async () => {
    const context = { ...march, period: { key: '2025-12', start: '2025-12-01', end: '2026-01-01' } };
    const verdict = await checkCsv(report(line({ item: 'H-N-M', name: 'Nitrilhansker M', price: '1,20', amount: '2,40', date: '05.12.2025' })), { context });
    expect(saidBy(verdict, 'price-above-agreed')).toMatchObject([{ expected: '1.12' }]);
  });

  it('says once what it cannot compare', async () => {
    const verdict = await checkCsv(report(line({ unit: 'kg' }), line({ unit: 'kg', invoice: 'F2' })));
    expect(saidBy(verdict, 'cannot-be-judged')).toMatchObject([{ params: { need: 'unit', item: '7001' }, place: { row: 2 } }]);
  });
});
