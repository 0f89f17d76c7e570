import { monthlyFood } from '../examples/monthly-food.ts';
import { quarterlyGoods } from '../examples/quarterly-goods.ts';
import { checkCsv, heading, line, saidBy } from '../testing.ts';

const terms = quarterlyGoods({ lists: [{ name: 'units by lot', parent: 'lot', child: 'unit', values: { '1A': ['stk', 'kg'], '*': ['m'] } }] });
const withLot = (...lines: [lot: string, unit: string][]): string =>
  [`${heading};Delkontrakt`, ...lines.map(([lot, unit], at) => `${line({ unit, invoice: `F${at}` })};${lot}`)].join('\n');

describe('dependent-value', () => {
  it('takes values that belong together, and those that belong anywhere', async () => {
    expect(saidBy(await checkCsv(withLot(['1A', 'stk'], ['1a', 'kg'], ['2', 'm'], ['', 'l']), { terms }), 'dependent-value')).toEqual([]);
    expect(saidBy(await checkCsv(withLot(['1A', 'l']), { terms: monthlyFood() }), 'dependent-value')).toEqual([]);
  });

  it('says what belongs to the other field', async () => {
    expect(saidBy(await checkCsv(withLot(['1A', 'l']), { terms }), 'dependent-value')).toMatchObject([
      { class: 0, severity: 'blocksRow', found: 'l', expected: 'stk, kg', params: { parent: 'Delkontrakt', above: '1A' }, place: { row: 2, column: 'Enhet' } },
    ]);
  });
});
