import { monthsByYear } from './months-by-year.ts';

describe('months with a ledger', () => {
  it('are grouped by buyer and year', () => {
    const row = (buyer: string, month: string) => ({ buyer, buyerId: buyer, month, postings: 1 });
    expect(
      monthsByYear([row('Grue', '2026-02'), row('Grue', '2025-12'), row('Grue', '2026-01'), row('Våler', '2026-01')]),
    ).toEqual([
      {
        buyer: 'Grue',
        years: [
          { year: '2025', months: ['2025-12'] },
          { year: '2026', months: ['2026-01', '2026-02'] },
        ],
      },
      { buyer: 'Våler', years: [{ year: '2026', months: ['2026-01'] }] },
    ]);
  });
});
