import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

type Parts = readonly [total: string | null, fossil: string | null, biogenic: string | null, landUse: string | null];
const stating = ([total, fossil, biogenic, landUse]: Parts) => ({
  ...march,
  declarations: {
    item: [3],
    number: ['NEPD-DEMO-1'],
    product: ['Kontorstol'],
    validTo: [null],
    unit: ['stk'],
    total: [total],
    fossil: [fossil],
    biogenic: [biogenic],
    landUse: [landUse],
  },
});
const chair = line({ item: 'A100', name: 'Kontorstol grå', price: '2000,00', amount: '4000,00' });

describe('declaration-sum', () => {
  it.each<Parts>([
    ['60.00', '55.00', '3.00', '2.00'],
    ['6.529', '18.61', '-12.10', '0.024'],
    ['60.5', '55', '3', '2'],
    ['60', '55', null, '2'],
    [null, '55', '3', '2'],
    ['0', '0', '0', '0'],
  ])('accepts a total of %s with %s, %s and %s', async (...parts) => {
    expect(findingsOf(await checkCsv(report(chair), { context: stating(parts) }), 'declaration-sum')).toEqual([]);
  });

  it('accepts a declaration without parts', async () => {
    const { declarations } = stating(['60', '55', '3', '9']);
    const { item, number, product, validTo, unit } = declarations;
    expect(
      findingsOf(
        await checkCsv(report(chair), {
          context: { ...march, declarations: { item, number, product, validTo, unit } },
        }),
        'declaration-sum',
      ),
    ).toEqual([]);
  });

  it('asks once when the parts do not add up to the total', async () => {
    expect(
      findingsOf(
        await checkCsv(report(chair, chair), { context: stating(['15.56', '70.4', '3', '1']) }),
        'declaration-sum',
      ),
    ).toMatchObject([
      {
        class: 70,
        severity: 'confirm',
        expected: '74.4',
        params: { number: 'NEPD-DEMO-1', total: 15.56 },
        place: { row: 2, column: 'Varenummer' },
      },
    ]);
  });
});
