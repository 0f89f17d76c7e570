import { alike, monthsOf, periodsIn } from './period-months.ts';

describe('periods of pictures', () => {
  it('knows the months of a period', () => {
    expect(monthsOf('2026-Q1')).toEqual({ from: '2026-01', to: '2026-03' });
    expect(monthsOf('2025')).toEqual({ from: '2025-01', to: '2025-12' });
    expect(monthsOf('nonsense')).toBeNull();
  });

  it('holds as many months up against as there are books for', () => {
    const [year, before] = [{ from: '2026-01', to: '2026-12' }, { from: '2025-01', to: '2025-12' }];
    expect(alike(year, before, ['2025-11', '2026-01', '2026-07'])).toEqual({ after: { from: '2026-01', to: '2026-07' }, before: { from: '2025-01', to: '2025-07' } });
    expect(alike(year, before, ['2026-12'])).toEqual({ after: year, before });
    expect(alike(year, before, [])).toEqual({ after: year, before });
    expect(alike({ from: '2026-04', to: '2026-06' }, { from: '2026-01', to: '2026-03' }, ['2026-04'])).toEqual({ after: { from: '2026-04', to: '2026-04' }, before: { from: '2026-01', to: '2026-01' } });
  });

  it('offers years and quarters, the newest first', () => {
    expect(periodsIn(['2025-12', '2026-01', '2026-04'])).toEqual(['2026', '2026-Q2', '2026-Q1', '2025', '2025-Q4']);
  });
});
