import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

const per = (unit: string) => ({
  ...march,
  declarations: { item: [2], number: ['NEPD-DEMO-2'], product: ['Nitrilhansker'], validTo: [null], unit: [unit] },
});
const gloves = line({ item: 'H-N-M', name: 'Nitrilhansker M', price: '1,20', amount: '2,40' });

describe('declaration-per-pack', () => {
  it('accepts a declaration per piece', async () => {
    const checkResult = await checkCsv(report(gloves), { context: per('stk') });
    expect([
      ...findingsOf(checkResult, 'declaration-per-pack'),
      ...findingsOf(checkResult, 'declared-unit-mismatch'),
    ]).toEqual([]);
  });

  it.each(['eske (100 stk)', 'box of 100 pcs', 'pk à 100 stk'])('divides one per %s, and asks', async (unit) => {
    const checkResult = await checkCsv(report(gloves, gloves), { context: per(unit) });
    expect(findingsOf(checkResult, 'declaration-per-pack')).toMatchObject([
      { class: 73, severity: 'confirm', found: 'stk', expected: unit, params: { pieces: 100 } },
    ]);
    expect(findingsOf(checkResult, 'declared-unit-mismatch')).toEqual([]);
  });
});
