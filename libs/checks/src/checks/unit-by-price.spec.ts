import type { CheckContext } from '../context.ts';
import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

const context: CheckContext = {
  ...march,
  items: { ...march.items!, unit: ['pk', 'kartong', 'stk', 'stk'] },
  units: { item: [1], unit: ['kartong'], factor: ['6'], to: ['stk'] },
};
const of = async (unit: string, price = '120,00', amount = '240,00') =>
  checkCsv(report(line({ unit, price, amount })), { context });

describe('unit-by-price', () => {
  it('reports nothing for a known unit', async () =>
    expect(findingsOf(await of('kartong'), 'unit-by-price')).toEqual([]));

  it.each(['krt', 'KAR', 'pk à 6'])('takes %s for the agreed unit at the agreed price', async (unit) => {
    const checkResult = await of(unit);
    expect(findingsOf(checkResult, 'unit-by-price')).toMatchObject([
      { class: 50, severity: 'info', found: unit, expected: 'kartong' },
    ]);
    expect([findingsOf(checkResult, 'unit-unknown'), checkResult.accepted]).toEqual([[], 1]);
  });

  it.each([
    ['krt', '20,00', '40,00'],
    ['pk à 12', '120,00', '240,00'],
    ['zq', '120,00', '240,00'],
  ])('leaves %s at %s to another check', async (unit, price, amount) => {
    const checkResult = await of(unit, price, amount);
    expect([findingsOf(checkResult, 'unit-by-price'), findingsOf(checkResult, 'unit-unknown').length]).toEqual([[], 1]);
  });
});
