import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

const declared = (unit: string) => ({
  ...march,
  declarations: { item: [3], number: ['NEPD-DEMO-1'], product: ['Kontorstol'], validTo: [null], unit: [unit] },
});
const chair = line({ item: 'A100', name: 'Kontorstol grå', price: '2000,00', amount: '4000,00' });

describe('declared-unit-mismatch', () => {
  it('accepts convertible units', async () => {
    expect(findingsOf(await checkCsv(report(chair), { context: declared('stk') }), 'declared-unit-mismatch')).toEqual(
      [],
    );
  });

  it('asks once per item about a unit that does not convert', async () => {
    expect(
      findingsOf(await checkCsv(report(chair, chair), { context: declared('m2') }), 'declared-unit-mismatch'),
    ).toMatchObject([
      { class: 53, severity: 'confirm', found: 'stk', expected: 'm2', params: { number: 'NEPD-DEMO-1' } },
    ]);
  });
});
