import fc from 'fast-check';
import { allocateInvoice, findSubset, type InvoiceLine, type Posting } from './allocate-invoice.ts';

const line = (id: number, ore: number, change: Partial<InvoiceLine> = {}): InvoiceLine => ({
  id,
  ore,
  sure: true,
  again: false,
  account: null,
  ...change,
});
const posting = (id: number, ore: number, account: string | null = null): Posting => ({ id, ore, account });
const pairs = (lines: readonly InvoiceLine[], postings: readonly Posting[]) =>
  allocateInvoice(lines, postings)?.pairs.map(({ report, booked }) => [report, booked]);

describe('the lines of an invoice', () => {
  it('links all lines to a single posting', () => {
    expect(allocateInvoice([line(1, 100_00), line(2, 50_00)], [posting(9, 150_00)])).toEqual({
      pairs: [
        { report: 1, booked: 9 },
        { report: 2, booked: 9 },
      ],
      fit: 'exact',
      reported: 150_00,
      booked: 150_00,
    });
  });

  it('adds inferred lines only when they complete the sum', () => {
    const lines = [line(1, 100_00), line(2, 50_00, { sure: false }), line(3, 70_00, { sure: false })];
    expect(pairs(lines, [posting(9, 170_00)])).toEqual([
      [1, 9],
      [3, 9],
    ]);
    expect(pairs(lines, [posting(9, 100_00)])).toEqual([[1, 9]]);
    expect(allocateInvoice([line(2, 50_00, { sure: false })], [posting(9, 99_00)])).toBeNull();
  });

  it('excludes duplicate report lines', () => {
    expect(pairs([line(1, 100_00), line(2, 100_00, { again: true }), line(3, 30_00)], [posting(9, 130_00)])).toEqual([
      [1, 9],
      [3, 9],
    ]);
  });

  it('distributes lines by usual account, and by sums where the clerk used another account', () => {
    const lines = [
      line(1, 100_00, { account: '100' }),
      line(2, 50_00, { account: '105' }),
      line(3, 20_00, { account: '105' }),
    ];
    expect(pairs(lines, [posting(8, 100_00, '100'), posting(9, 70_00, '105')])).toEqual([
      [1, 8],
      [2, 9],
      [3, 9],
    ]);
    expect(pairs(lines, [posting(8, 100_00, '120'), posting(9, 70_00, '100')])).toEqual([
      [1, 8],
      [2, 9],
      [3, 9],
    ]);
    expect(
      pairs(
        lines.map((one) => ({ ...one, account: null })),
        [posting(8, 150_00, '100'), posting(9, 20_00, '105')],
      ),
    ).toEqual([
      [3, 9],
      [1, 8],
      [2, 8],
    ]);
  });

  it('divides each line among all postings of a divided invoice, in parts that add up', () => {
    const drawn = fc.record({
      ore: fc.uniqueArray(fc.noBias(fc.integer({ min: 10_000, max: 9_000_000 })), { minLength: 1, maxLength: 24 }),
      shares: fc.constantFrom([60, 40], [50, 50], [70, 30], [55, 30, 15]),
    });
    fc.assert(
      fc.property(drawn, ({ ore, shares }) => {
        const whole = ore.reduce((total, each) => total + each, 0);
        const parts = shares.slice(1).map((share) => Math.round((whole * share) / 100));
        const postings = [whole - parts.reduce((total, part) => total + part, 0), ...parts].map((part, at) =>
          posting(100 + at, part),
        );
        const settled =
          allocateInvoice(
            ore.map((each, at) => line(at, each)),
            postings,
          )?.pairs ?? [];
        expect(settled).toHaveLength(ore.length * shares.length);
        for (const [at, each] of ore.entries())
          expect(
            settled.filter(({ report }) => report === at).reduce((total, pair) => total + (pair.ore ?? 0), 0),
          ).toBe(each);
        for (const { id, ore: booked } of postings)
          expect(
            Math.abs(
              settled.filter((pair) => pair.booked === id).reduce((total, pair) => total + (pair.ore ?? 0), 0) - booked,
            ),
          ).toBeLessThanOrEqual(ore.length * shares.length);
      }),
      { numRuns: 200 },
    );
  });

  it('links with a difference when nothing adds up', () => {
    expect(allocateInvoice([line(1, 100_00)], [posting(9, 140_00)])).toMatchObject({
      fit: 'off',
      reported: 100_00,
      booked: 140_00,
    });
    expect(allocateInvoice([line(1, 100_00)], [posting(9, 100_40)])).toMatchObject({ fit: 'near' });
  });

  it('links by account where sums differ, otherwise at a common ratio, and never by chance', () => {
    const bonus = [
      line(1, 100_00, { account: '110' }),
      line(2, 50_00, { account: '115' }),
      line(3, 30_00, { account: '120' }),
    ];
    expect(pairs(bonus, [posting(7, 48_00, '115'), posting(8, 96_00, '110'), posting(9, 28_80, '120')])).toEqual([
      [1, 8],
      [2, 7],
      [3, 9],
    ]);
    const unknown = bonus.map((one, at) => ({ ...one, account: `x${at}` }));
    expect(pairs(unknown, [posting(7, 48_00, '115'), posting(8, 96_00, '110'), posting(9, 28_80, '120')])).toEqual([
      [1, 8],
      [2, 7],
      [3, 9],
    ]);
    expect(pairs(unknown, [posting(7, 81_00, '115'), posting(8, 40_00, '110'), posting(9, 7_00, '120')])).toEqual([]);
  });

  it('links lines to a rounding remainder only if they add up to it', () => {
    const rest = { ...posting(9, -17), isRemainder: true };
    expect(allocateInvoice([line(1, 5_834_06), line(2, 100_00)], [rest])).toBeNull();
    expect(pairs([line(1, 100_00), line(2, 60_00)], [rest, posting(8, 150_00)])).toEqual([
      [1, 8],
      [2, 8],
    ]);
    expect(pairs([line(1, 49_00)], [{ ...posting(9, 49_00), isRemainder: true }])).toEqual([[1, 9]]);
  });

  it('skips combinations when there are many lines', () => {
    expect(
      findSubset(
        Array.from({ length: 17 }, () => ({ ore: 1 })),
        3,
      ),
    ).toBeUndefined();
    expect(findSubset([{ ore: 5 }, { ore: -5 }, { ore: 3 }], 3)).toEqual([{ ore: 5 }, { ore: -5 }, { ore: 3 }]);
  });
});
