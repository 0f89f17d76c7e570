import fc from 'fast-check';
import { comparableMonths, type BuyerMonths } from './comparable-months.ts';

const year = (of: number) => Array.from({ length: 12 }, (_, at) => `${of}-${String(at + 1).padStart(2, '0')}`);
const whole = (of: number) => ({ from: `${of}-01`, to: `${of}-12` });
const buyer = (name: string, ...months: readonly string[]): BuyerMonths => ({
  id: name,
  name,
  complete: new Set(months),
});
const upTo = (last: number) => [...year(2025), ...year(2026).slice(0, last)];

describe('comparableMonths', () => {
  it('returns as many months of both years as the ledgers are complete for, and excludes buyers that lack some', () => {
    const found = comparableMonths(whole(2025), whole(2026), [
      buyer('Grue', ...upTo(6)),
      buyer('Odal', ...upTo(6)),
      buyer('Våler', ...upTo(3)),
    ]);
    expect(found).toEqual({
      standing: 'sound',
      before: { from: '2025-01', to: '2025-06' },
      after: { from: '2026-01', to: '2026-06' },
      buyers: [
        { id: 'Grue', name: 'Grue' },
        { id: 'Odal', name: 'Odal' },
      ],
      leftOut: [{ id: 'Våler', name: 'Våler', missing: ['2026-04', '2026-05', '2026-06'] }],
    });
  });

  it('does not shorten the period of others for a municipality that joined during the year', () => {
    const joined = buyer('Eidskog', ...year(2025).slice(6), ...year(2026));
    const found = comparableMonths(whole(2025), whole(2026), [
      buyer('Grue', ...upTo(12)),
      buyer('Odal', ...upTo(12)),
      joined,
    ]);
    expect([found.before, found.buyers.map(({ id }) => id), found.leftOut[0]?.missing]).toEqual([
      whole(2025),
      ['Grue', 'Odal'],
      year(2025).slice(0, 6),
    ]);
  });

  it('compares the remaining months around a missing month', () => {
    const months = upTo(12).filter((month) => month !== '2025-03');
    expect(comparableMonths(whole(2025), whole(2026), [buyer('Grue', ...months)])).toMatchObject({
      before: { from: '2025-04', to: '2025-12' },
      after: { from: '2026-04', to: '2026-12' },
    });
  });

  it('returns no months where none is complete in both years, and lists the missing months', () => {
    const found = comparableMonths({ from: '2025-01', to: '2025-02' }, { from: '2026-01', to: '2026-02' }, [
      buyer('Grue', '2025-01', '2026-02'),
    ]);
    expect(found).toMatchObject({
      standing: 'incomplete',
      buyers: [],
      leftOut: [{ id: 'Grue', missing: ['2025-02', '2026-01'] }],
    });
  });

  it('reports a different season for different months of the year', () => {
    const [grue] = [buyer('Grue', ...upTo(12))];
    expect(
      comparableMonths({ from: '2026-01', to: '2026-03' }, { from: '2026-04', to: '2026-06' }, [grue]).standing,
    ).toBe('other-season');
  });

  it('finds the largest range in which every buyer is complete, whatever is missing', () => {
    const months = fc.array(fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(months, (rows) => {
        const all = [...year(2025), ...year(2026)];
        const buyers = rows.map((row, at) => buyer(String(at), ...all.filter((_, month) => row[month])));
        const found = comparableMonths(whole(2025), whole(2026), buyers);
        const isWhole = ({ complete }: BuyerMonths, first: number, last: number) =>
          [...Array(last - first + 1).keys()].every(
            (at) => complete.has(year(2025)[first + at]!) && complete.has(year(2026)[first + at]!),
          );
        const sizes = year(2025).flatMap((_, first) =>
          year(2025).map((__, last) =>
            last < first ? 0 : buyers.filter((one) => isWhole(one, first, last)).length * (last - first + 1),
          ),
        );
        const [first, last] = [year(2025).indexOf(found.before.from), year(2025).indexOf(found.before.to)];
        expect(found.buyers.length * (last - first + 1)).toBe(Math.max(...sizes));
        if (found.standing === 'sound')
          expect(buyers.filter((one) => isWhole(one, first, last)).map(({ id }) => id)).toEqual(
            found.buyers.map(({ id }) => id),
          );
        expect(found.buyers.length + found.leftOut.length).toBe(buyers.length);
      }),
    );
  });
});
