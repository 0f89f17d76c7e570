import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

const context = {
  ...march,
  successions: { buyer: [1], by: [2], on: ['2026-03-10'] },
  formerNames: { text: ['Gamle Vinger'], buyer: [0], until: ['2026-03-10'] },
};
const csv = (...lines: string[]) => checkCsv(report(...lines), { context });

describe('buyer-succeeded', () => {
  it('matches the new buyer from its first day and reports it', async () => {
    const checkResult = await csv(
      line({ buyer: 'Sør-Odal', date: '10.03.2026' }),
      line({ buyer: 'Gamle Vinger kommune', date: '11.03.2026', invoice: 'F2' }),
    );
    expect(findingsOf(checkResult, 'buyer-succeeded')).toMatchObject([
      { class: 0, severity: 'info', found: 'Sør-Odal', expected: 'Åsnes', params: { since: '2026-03-10' } },
      { found: 'Gamle Vinger kommune', expected: 'Kongsvinger' },
    ]);
    expect(Object.keys(checkResult.totals.byBuyer)).toHaveLength(2);
  });

  it('matches the old buyer and the old name before that day', async () => {
    expect(
      (
        await csv(
          line({ buyer: 'Sør-Odal', date: '09.03.2026' }),
          line({ buyer: 'Gamle Vinger', date: '05.03.2026', invoice: 'F2' }),
        )
      ).findings,
    ).toEqual([]);
  });
});
