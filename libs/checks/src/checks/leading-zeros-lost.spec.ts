import { checkCsv, line, report, saidBy } from '../testing.ts';

describe('leading-zeros-lost', () => {
  it('takes the agreed number', async () => {
    expect(saidBy(await checkCsv(report(line({ item: '00412', name: 'Kopipapir A4', unit: 'pk', price: '40,00', amount: '80,00' }))), 'leading-zeros-lost')).toEqual([]);
  });

  it('suggests the number with its zeros', async () => {
    expect(saidBy(await checkCsv(report(line({ item: '412', name: 'Kopipapir A4', unit: 'pk', price: '40,00', amount: '80,00' }))), 'leading-zeros-lost')).toMatchObject([{ class: 25, severity: 'confirm', found: '412', expected: '00412', place: { cell: 'B2' }, fix: { patches: [{ set: 'cell', row: 2, column: 1, value: '00412' }] } }]);
  });
});
