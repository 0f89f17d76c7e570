import { allChecks } from '@tallgrunn/checks';
import fc from 'fast-check';
import { hasQualityRule, levelOfCheck, qualityLevels, rateQuality } from './quality-levels.ts';

const quality = (
  lines: number,
  checks: readonly { code: string; findingCount: number; overriddenCount: number }[],
) => ({
  reports: 1,
  lines,
  returned: 0,
  findingCount: 0,
  overriddenCount: 0,
  checks: [...checks],
});
const checkResult = (code: string, findingCount: number, overriddenCount = 0) => ({
  code,
  findingCount,
  overriddenCount,
});

describe('levels of data quality', () => {
  it('have a rule for every check that asks for an answer or a correction', () => {
    const prompting = allChecks.filter(({ severity }) => severity !== 'info').map(({ id }) => id);
    expect(prompting.filter((code) => !hasQualityRule(code))).toEqual([]);
  });

  it('leave out checks of what was agreed or booked, which have figures of their own', () => {
    expect(allChecks.map(({ id }) => id).filter((id) => levelOfCheck(id) === null)).toEqual([
      ...['price-above-agreed', 'commitment-line', 'reported-below-booked', 'nil-but-booked', 'declaration-expired'],
    ]);
  });

  it('are reached one by one, with at most ten findings per 1,000 lines of each check', () => {
    const level = (...checks: ReturnType<typeof checkResult>[]) => rateQuality(quality(1000, checks)).level;
    expect(level()).toBe('excellent');
    expect(level(checkResult('reference-missing', 10))).toBe('excellent');
    expect(level(checkResult('reference-missing', 11))).toBe('expected');
    expect(level(checkResult('unit-unknown', 11))).toBe('required');
    expect(level(checkResult('required-empty', 11))).toBe('below-required');
    expect(level(checkResult('required-empty', 10), checkResult('date-unreadable', 10))).toBe('excellent');
    expect(level(checkResult('price-above-agreed', 900))).toBe('excellent');
  });

  it('do not count what the supplier stated was no error, and are not known without lines', () => {
    expect(rateQuality(quality(1000, [checkResult('required-empty', 40, 30)])).level).toBe('excellent');
    expect(rateQuality(quality(1000, [checkResult('required-empty', 41, 30)])).level).toBe('below-required');
    expect(rateQuality(quality(0, [])).level).toBeNull();
  });
});

describe('drawn findings', () => {
  const codes = allChecks.map(({ id }) => id);
  const drawn = fc.record({
    lines: fc.integer({ min: 1, max: 5000 }),
    checks: fc.array(
      fc
        .record({ code: fc.constantFrom(...codes), count: fc.nat(80), overridden: fc.nat(80) })
        .map(({ code, count, overridden }) => checkResult(code, count, Math.min(count, overridden))),
      { maxLength: 6 },
    ),
  });
  const rank = (level: string | null) => qualityLevels.indexOf(level as never);

  it('never give a higher level for more findings, and count each error in one level at most', () => {
    fc.assert(
      fc.property(drawn, ({ lines, checks }) => {
        const rated = rateQuality(quality(lines, checks));
        const more = checks.map((check) => ({ ...check, findingCount: check.findingCount + 20 }));
        expect(rank(rateQuality(quality(lines, more)).level)).toBeLessThanOrEqual(rank(rated.level));
        const errors = checks
          .filter(({ code }) => levelOfCheck(code) !== null)
          .reduce((sum, { findingCount, overriddenCount }) => sum + findingCount - overriddenCount, 0);
        expect(rated.levels.reduce((sum, { errorCount }) => sum + errorCount, 0)).toBe(errors);
      }),
    );
  });
});
