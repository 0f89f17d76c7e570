import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

const declaring = (value: string, unit = 'stk', item = 3) => ({
  ...march,
  declarations: {
    item: [item],
    number: ['NEPD-DEMO-1'],
    product: ['Kontorstol'],
    validTo: [null],
    unit: [unit],
    value: [value],
  },
});
const chair = line({ item: 'A100', name: 'Kontorstol grå', price: '2000,00', amount: '4000,00' });
const gloves = line({
  item: 'H-N-M',
  name: 'Nitrilhansker M',
  quantity: '2',
  unit: 'eske',
  price: '120,00',
  amount: '240,00',
});

describe('declaration-scale', () => {
  it.each([
    ['61.5', 'stk'],
    ['61500', 'm2'],
    ['0', 'stk'],
    ['-61500', 'stk'],
    ['6150', '100 stk'],
  ])('accepts %s kg per %s for a chair of NOK 2,000', async (value, unit) => {
    expect(findingsOf(await checkCsv(report(chair), { context: declaring(value, unit) }), 'declaration-scale')).toEqual(
      [],
    );
  });

  it('accepts a credit', async () => {
    const credit = line({ item: 'A100', name: 'Kontorstol grå', quantity: '-2', price: '2000,00', amount: '-4000,00' });
    expect(findingsOf(await checkCsv(report(credit), { context: declaring('61500') }), 'declaration-scale')).toEqual(
      [],
    );
  });

  it.each([
    ['61500', 'stk', 31, '≤ 5'],
    ['0.0615', 'stk', 0.000031, '≥ 0.0005'],
    ['6150000', 'eske (100 stk)', 31, '≤ 5'],
  ])('asks once when %s kg per %s is implausible for goods', async (value, unit, perKrone, expected) => {
    expect(
      findingsOf(await checkCsv(report(chair, chair), { context: declaring(value, unit) }), 'declaration-scale'),
    ).toMatchObject([
      {
        class: 72,
        severity: 'confirm',
        expected,
        params: { number: 'NEPD-DEMO-1', perKrone, unit },
        place: { row: 2, column: 'Varenummer' },
      },
    ]);
  });

  it('converts packs as the agreement does', async () => {
    const by = async (value: string) =>
      findingsOf(await checkCsv(report(gloves), { context: declaring(value, 'stk', 2) }), 'declaration-scale');
    expect(await by('0.03')).toEqual([]);
    expect(await by('30')).toEqual([]); // 25 kg per NOK as a piece, 0.25 as the box of a hundred that is sold
    expect(await by('3000')).toMatchObject([{ class: 72, params: { perKrone: 2500 } }]);
  });
});
