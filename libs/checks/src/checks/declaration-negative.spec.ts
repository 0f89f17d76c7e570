import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

const declaring = (value: string | null) => ({
  ...march,
  declarations: {
    item: [3],
    number: ['NEPD-DEMO-1'],
    product: ['Kontorstol'],
    validTo: [null],
    unit: ['stk'],
    value: [value],
  },
});
const chair = line({ item: 'A100', name: 'Kontorstol grå', price: '2000,00', amount: '4000,00' });

describe('declaration-negative', () => {
  it.each([null, '0', '61.5'])('accepts a footprint of %s', async (value) => {
    expect(findingsOf(await checkCsv(report(chair), { context: declaring(value) }), 'declaration-negative')).toEqual(
      [],
    );
  });

  it('asks once per item about a negative value, and blocks no row', async () => {
    const checkResult = await checkCsv(report(chair, chair), { context: declaring('-12.5') });
    expect(findingsOf(checkResult, 'declaration-negative')).toMatchObject([
      {
        class: 71,
        severity: 'confirm',
        expected: '≥ 0',
        params: { number: 'NEPD-DEMO-1', value: -12.5, unit: 'stk' },
        place: { row: 2 },
      },
    ]);
    expect(checkResult.quarantined).toBe(0);
  });
});
