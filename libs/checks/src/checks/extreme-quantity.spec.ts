import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

const sums = { item: ['7001'], buyer: ['k'], month: ['2026-02'], quantity: ['30'], amount: ['3600'], largest: ['20'] };
const context = { ...march, earlier: [{ key: '2026-02', start: '2026-02-01', end: '2026-03-01', sums }] };

describe('extreme-quantity', () => {
  it('accepts usual quantities, and new items', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ quantity: '25', amount: '3000,00' }), line({ item: 'X', quantity: '9000' })), {
          context,
        }),
        'extreme-quantity',
      ),
    ).toEqual([]);
  });

  it('asks about a multiple of the largest delivery', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ quantity: '4000', amount: '480000,00' })), { context }),
        'extreme-quantity',
      ),
    ).toMatchObject([
      { class: 64, severity: 'confirm', found: '4000', params: { times: 200, largest: 20, buyer: 'Kongsvinger' } },
    ]);
  });
});
