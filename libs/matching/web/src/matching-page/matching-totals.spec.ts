import type { MatchingCellDto } from '@tallgrunn/api-client/shapes';
import { monthsOf, partyRows, periodsOf, matchedShare } from './matching-totals.ts';

const cell = (changes: Partial<MatchingCellDto>): MatchingCellDto => ({
  side: 'reported',
  state: 'matched',
  supplierId: 's1',
  supplier: 'Finnskog',
  buyerId: 'b1',
  buyer: 'Grue',
  lines: 1,
  amount: '100',
  ...changes,
});

describe('matching totals', () => {
  const cells = [
    cell({ amount: '75.50' }),
    cell({ state: 'reported-not-booked', amount: '24.50', lines: 3 }),
    cell({ side: 'booked', state: 'booked-not-reported', supplierId: 's2', supplier: 'Solglott', amount: '900' }),
    cell({ side: 'booked', amount: '74' }),
  ];

  it('calculate the matched share of the reported amount', () => {
    expect(matchedShare(cells)).toBe('0.755');
    expect(matchedShare([])).toBeNull();
  });

  it('give one row per supplier and buyer, largest unexplained amount first', () => {
    const rows = partyRows(cells);
    expect(rows.map(({ supplier }) => supplier)).toEqual(['Solglott', 'Finnskog']);
    expect(rows[1]).toMatchObject({
      matched: { amount: '75.50' },
      notBooked: { amount: '24.50', lines: 3 },
      notReported: { amount: '0', lines: 0 },
    });
  });

  it('list the years and quarters with data', () => {
    expect(periodsOf(['2025-11', '2025-12', '2026-01', '2026-04'])).toEqual([
      '2026',
      '2026-Q2',
      '2026-Q1',
      '2025',
      '2025-Q4',
    ]);
    expect([monthsOf('2026-Q1'), monthsOf('2025'), monthsOf('')]).toEqual([
      { from: '2026-01', to: '2026-03' },
      { from: '2025-01', to: '2025-12' },
      {},
    ]);
  });
});
