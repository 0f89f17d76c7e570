import { monthsOf, periodsIn, yearBefore } from './period-months.ts';

describe('chart periods', () => {
  it('return the months of a period', () => {
    expect(monthsOf('2026-Q1')).toEqual({ from: '2026-01', to: '2026-03' });
    expect(monthsOf('2025')).toEqual({ from: '2025-01', to: '2025-12' });
    expect(monthsOf('nonsense')).toBeNull();
  });

  it('return the same month of the previous year', () => {
    expect([yearBefore('2026-03'), yearBefore('2000-12')]).toEqual(['2025-03', '1999-12']);
  });

  it('list years and quarters, the newest first', () => {
    expect(periodsIn(['2025-12', '2026-01', '2026-04'])).toEqual(['2026', '2026-Q2', '2026-Q1', '2025', '2025-Q4']);
  });
});
