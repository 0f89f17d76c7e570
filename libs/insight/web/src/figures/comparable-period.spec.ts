import fc from 'fast-check';
import { comparablePeriod } from './comparable-period.ts';

const options = (months: string[], incomplete: { month: string; buyers: string[] }[], names: string[]) => ({
  months,
  incomplete: incomplete.map((each) => ({ ...each, isAll: false })),
  buyers: names.map((label) => ({ value: label, label })),
});

const year = (of: number) => Array.from({ length: 12 }, (_, at) => `${of}-${String(at + 1).padStart(2, '0')}`);
const months = [...year(2025), '2026-01', '2026-02', '2026-03'];

describe('the period whose change is shown', () => {
  it('is the selected one if a year before it is known, else the newest year with one', () => {
    expect(comparablePeriod('2026-Q1', options(months, [], ['Grue']), null)).toBe('2026-Q1');
    expect(comparablePeriod('2025', options(months, [], ['Grue']), null)).toBe('2026');
    expect(comparablePeriod('2025', options(year(2025), [], ['Grue']), null)).toBeNull();
    // The page says why a selected period with a year before it cannot be compared.
    const incomplete = [{ month: '2026-01', buyers: ['Grue'] }];
    expect(comparablePeriod('2026-01', options(months, incomplete, ['Grue']), null)).toBe('2026-01');
    expect(comparablePeriod('2025', options([], [], []), null)).toBeNull();
  });

  it('needs the same month of the same buyer in both years', () => {
    const lacking = [
      { month: '2025-01', buyers: ['Grue'] },
      { month: '2025-02', buyers: ['Grue'] },
      { month: '2026-03', buyers: ['Grue'] },
      { month: '2026-01', buyers: ['Våler'] },
    ];
    expect(comparablePeriod('2025', options(months, lacking, ['Grue', 'Våler']), 'Grue')).toBeNull();
    expect(comparablePeriod('2025', options(months, lacking, ['Grue', 'Våler']), null)).toBe('2026');
  });

  it('names no other period than the selected one without a complete month in both years', () => {
    const all = [...year(2024), ...year(2025), ...year(2026)];
    fc.assert(
      fc.property(
        fc.subarray(all),
        fc.subarray(all),
        fc.constantFrom('2024', '2025', '2026', '2026-Q2'),
        (...drawn) => {
          const [known, gone, period] = drawn;
          const incomplete = gone.map((month) => ({ month, buyers: ['Grue'] }));
          const isKnown = (month: string) => known.includes(month) && !gone.includes(month);
          const pairs = all.filter(
            (month) => isKnown(month) && isKnown(`${Number(month.slice(0, 4)) - 1}${month.slice(4)}`),
          );
          const shown = comparablePeriod(period, options(known, incomplete, ['Grue']), null);
          const within = (key: string, list: readonly string[]) =>
            list.filter((month) => (key.includes('Q') ? /^2026-0[456]$/.test(month) : month.startsWith(key)));
          const hasYearBefore = within(period, known).some((month) =>
            known.includes(`${Number(month.slice(0, 4)) - 1}${month.slice(4)}`),
          );
          if (hasYearBefore) expect(shown).toBe(period);
          else if (shown === null) expect(pairs).toEqual([]);
          else expect(within(shown, pairs)).not.toEqual([]);
        },
      ),
    );
  });
});
