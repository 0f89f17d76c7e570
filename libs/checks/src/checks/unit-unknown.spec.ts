import { checkCsv, line, report, rightLine, saidBy } from '../testing.ts';
import { monthlyFood } from '../examples/monthly-food.ts';

describe('unit-unknown', () => {
  it('takes known units under their many names', async () => {
    expect(saidBy(await checkCsv(report(rightLine, line({ unit: 'Stk.', invoice: 'F2' }), line({ unit: 'EA', invoice: 'F3' }))), 'unit-unknown')).toEqual([]);
  });

  it('asks what the others are', async () => {
    expect(saidBy(await checkCsv(report(line({ unit: 'krt' }), line({ unit: 'pk à 12', invoice: 'F2' }), line({ unit: 'zzz', invoice: 'F3' }))), 'unit-unknown')).toMatchObject([{ class: 50, severity: 'blocksRow', found: 'krt', expected: 'kartong', fix: { patches: [{ set: 'unit', text: 'krt', unit: 'kartong' }] } }, { found: 'pk à 12', expected: 'pk (12)' }, { found: 'zzz', expected: null }]);
  });

  it('takes units the terms name', async () => {
    expect(saidBy(await checkCsv(report(line({ unit: 'krt' })), { terms: monthlyFood({ units: { kartong: ['krt'] } }) }), 'unit-unknown')).toEqual([]);
  });
});
