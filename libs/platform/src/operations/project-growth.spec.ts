import fc from 'fast-check';
import { projectGrowth, type StorageMeasurement } from './project-growth.ts';

const DAY_MS = 24 * 3600_000;
const dateOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const here = { hasDatabase: true, hasFiles: true };

/** Measurements of each day from `from` to `until`, growing by the given bytes a day. */
const daily = (from: number, until: number, database: number, files: number): StorageMeasurement[] =>
  Array.from({ length: until - from + 1 }, (_, at) => ({
    measuredOn: dateOf(from + at),
    databaseBytes: 1e12 + at * database,
    fileBytes: 1e12 + at * files,
  }));

const aDay = fc.integer({ min: 18_000, max: 30_000 });
const aRate = fc.integer({ min: 1, max: 1e9 });

describe('projectGrowth', () => {
  it('finds the day on which steady growth fills the room, however long it was measured', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.integer({ min: 14, max: 300 }),
        aRate,
        aRate,
        fc.integer({ min: 0, max: 3000 }),
        (from, days, database, files, left) => {
          const projected = projectGrowth(daily(from, from + days, database, files), {
            ...here,
            roomBytes: left * (database + files),
          });
          expect(projected).toEqual({ bytesPerMonth: 30 * (database + files), fullOn: dateOf(from + days + left) });
        },
      ),
    );
  });

  it('counts only what shares the disk, and reports all growth', () => {
    fc.assert(
      fc.property(aDay, aRate, aRate, fc.integer({ min: 0, max: 3000 }), (from, database, files, left) => {
        const measured = daily(from, from + 30, database, files);
        const bytesPerMonth = 30 * (database + files);
        const of = (hasDatabase: boolean, hasFiles: boolean, roomBytes: number | null) =>
          projectGrowth(measured, { hasDatabase, hasFiles, roomBytes });
        expect(of(false, true, left * files)).toEqual({ bytesPerMonth, fullOn: dateOf(from + 30 + left) });
        expect(of(true, false, left * database)).toEqual({ bytesPerMonth, fullOn: dateOf(from + 30 + left) });
        expect(of(false, false, 0)).toEqual({ bytesPerMonth, fullOn: null });
        expect(of(true, true, null)).toEqual({ bytesPerMonth, fullOn: null });
      }),
    );
  });

  it('forgets growth of more than three months ago, as of a first import', () => {
    const old = daily(20_000, 20_050, 1e9, 1e9);
    const since = Array.from({ length: 100 }, (_, at) => ({ ...old.at(-1)!, measuredOn: dateOf(20_051 + at) }));
    expect(projectGrowth([...old, ...since], { ...here, roomBytes: 1 })).toEqual({ bytesPerMonth: 0, fullOn: null });
  });

  it('says nothing of less than two weeks, and of a day only within ten years', () => {
    expect(projectGrowth([], { ...here, roomBytes: 1 })).toBeNull();
    expect(projectGrowth(daily(20_000, 20_013, 1e9, 0), { ...here, roomBytes: 1 })).toBeNull();
    expect(projectGrowth(daily(20_000, 20_020, 1, 0), { ...here, roomBytes: 3651 })?.fullOn).toBeNull();
    expect(projectGrowth(daily(20_000, 20_020, 1, 0), { ...here, roomBytes: -1 })?.fullOn).toBe(dateOf(20_020));
  });
});
