import fc from 'fast-check';
import type { FinishedBackup } from './backup-manifest.ts';
import { expiredBackups } from './retain-backups.ts';

const at = (moment: string): FinishedBackup => ({ folder: moment, takenAt: new Date(moment) });

describe('expiredBackups', () => {
  it('returns all but the newest of each retained day, week and month', () => {
    const days = Array.from({ length: 100 }, (_, index) =>
      at(new Date(Date.UTC(2026, 8, 8) - index * 24 * 3600_000).toISOString()),
    );
    const expired = new Set(expiredBackups(days, { daily: 3, weekly: 2, monthly: 3 }));
    // 8 September 2026 is a Tuesday: its week began on the 7th, the previous one ended on Sunday the 6th.
    expect(days.filter((day) => !expired.has(day)).map(({ folder }) => folder.slice(0, 10))).toEqual([
      '2026-09-08',
      '2026-09-07',
      '2026-09-06',
      '2026-08-31',
      '2026-07-31',
    ]);
  });

  it('never returns the newest, and retains no more than the rules allow', () => {
    const moments = fc.array(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    const rules = fc.record({ daily: fc.nat(9), weekly: fc.nat(9), monthly: fc.nat(9) });
    fc.assert(
      fc.property(moments, rules, (dates, retention) => {
        const backups = dates.map((date) => at(date.toISOString()));
        const expired = expiredBackups(backups, retention);
        const newest = Math.max(...dates.map(Number));
        expect(expired.some(({ takenAt }) => takenAt.getTime() === newest && backups.length === 1)).toBe(false);
        expect(backups.length - expired.length).toBeGreaterThanOrEqual(1);
        expect(backups.length - expired.length).toBeLessThanOrEqual(
          1 + retention.daily + retention.weekly + retention.monthly,
        );
      }),
    );
  });
});
