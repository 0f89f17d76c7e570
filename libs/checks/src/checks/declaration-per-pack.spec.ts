import { checkCsv, line, march, report, saidBy } from '../testing.ts';

const per = (unit: string) => ({
  ...march,
  declarations: { item: [2], number: ['NEPD-DEMO-2'], product: ['Nitrilhansker'], validTo: [null], unit: [unit] },
});
const gloves = line({ item: 'H-N-M', name: 'Nitrilhansker M', price: '1,20', amount: '2,40' });

describe('declaration-per-pack', () => {
  it('accepts a declaration per piece', async () => {
    const verdict = await checkCsv(report(gloves), { context: per('stk') });
    expect([...saidBy(verdict, 'declaration-per-pack'), ...saidBy(verdict, 'unit-not-declared')]).toEqual([]);
  });

  it.each(['eske (100 stk)', 'box of 100 pcs', 'pk à 100 stk'])('divides one per %s, and asks', async (unit) => {
    const verdict = await checkCsv(report(gloves, gloves), { context: per(unit) });
    expect(saidBy(verdict, 'declaration-per-pack')).toMatchObject([
      { class: 73, severity: 'confirm', found: 'stk', expected: unit, params: { pieces: 100 } },
    ]);
    expect(saidBy(verdict, 'unit-not-declared')).toEqual([]);
  });
});
