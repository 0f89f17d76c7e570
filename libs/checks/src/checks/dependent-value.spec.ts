import { monthlyFood } from '../examples/monthly-food.ts';
import { quarterlyGoods } from '../examples/quarterly-goods.ts';
import { checkCsv, heading, line, findingsOf } from '../testing.ts';

const terms = quarterlyGoods({
  lists: [{ name: 'units by lot', parent: 'lot', child: 'unit', values: { '1A': ['stk', 'kg'], '*': ['m'] } }],
});
const withLot = (...lines: [lot: string, unit: string][]): string =>
  [`${heading};Delkontrakt`, ...lines.map(([lot, unit], at) => `${line({ unit, invoice: `F${at}` })};${lot}`)].join(
    '\n',
  );

describe('dependent-value', () => {
  it('accepts matching values, and values that match anything', async () => {
    expect(
      findingsOf(
        await checkCsv(withLot(['1A', 'stk'], ['1a', 'kg'], ['2', 'm'], ['', 'l']), { terms }),
        'dependent-value',
      ),
    ).toEqual([]);
    expect(findingsOf(await checkCsv(withLot(['1A', 'l']), { terms: monthlyFood() }), 'dependent-value')).toEqual([]);
  });

  it('states the permitted values for the other field', async () => {
    expect(findingsOf(await checkCsv(withLot(['1A', 'l']), { terms }), 'dependent-value')).toMatchObject([
      {
        class: 0,
        severity: 'blocksRow',
        found: 'l',
        expected: 'stk, kg, m',
        params: { parent: 'Delkontrakt', above: '1A' },
        place: { row: 2, column: 'Enhet' },
      },
    ]);
  });

  it('supports several parents, and values for any value of a parent', async () => {
    const cases = [
      { when: ['1A', 'Lettmelk 10 l'], values: ['stk'] },
      { when: ['*', 'Lettmelk 10 l'], values: ['l'] },
      { when: ['2', '*'], values: ['kg'] },
    ];
    const both = quarterlyGoods({ lists: [{ name: 'units', parents: ['lot', 'itemName'], child: 'unit', cases }] });
    expect(
      findingsOf(
        await checkCsv(withLot(['1A', 'stk'], ['1A', 'l'], ['2', 'kg'], ['2', 'l']), { terms: both }),
        'dependent-value',
      ),
    ).toEqual([]);
    expect(findingsOf(await checkCsv(withLot(['2', 'stk']), { terms: both }), 'dependent-value')).toMatchObject([
      { expected: 'l, kg', params: { parent: 'Delkontrakt, Varenavn', above: '2, Lettmelk 10 l' } },
    ]);
    expect(
      findingsOf(
        await checkCsv(withLot(['2', 'stk']), { terms: { ...both, lists: [{ ...both.lists![0]!, table: 'others' }] } }),
        'dependent-value',
      ),
    ).toEqual([]);
  });
});
