import fc from 'fast-check';
import { figureKeys, proposeRatings, ratings } from './rating-rules.ts';
import type { StatementFigures } from './statement-figures.ts';

const punctuality = {
  due: 0,
  onTime: 0,
  late: 0,
  missing: 0,
  exempt: 0,
  meanDaysLate: null,
  excused: 0,
  lateReports: [],
};
const quality = {
  reports: 0,
  lines: 0,
  returned: 0,
  findingCount: 0,
  overriddenCount: 0,
  level: null,
  levels: [],
  checks: [],
};
const coverage = { booked: '0', linked: '0', share: null, outside: '0', ledgerMonths: { complete: 0, expected: 0 } };
const declarations = { items: 0, declared: 0, waiting: 0, expiring: 0, requiredShare: null };
const prices = {
  ...{ basis: 'reported' as const, currency: 'NOK', chargedAmount: '100000', openAmount: '0', acceptedAmount: '0' },
  ...{ claimedAmount: '0', openLineCount: 0 },
};
const nothing: StatementFigures = {
  asOf: '2026-12-31',
  ...{ punctuality, quality, coverage, prices: [], declarations, openCases: [] },
};
const rated = (figures: Partial<StatementFigures>) => proposeRatings({ ...nothing, ...figures });
const openCase = { id: 'c', number: 'S-1', kind: 'late' as const, status: 'open' as const, openedOn: '2026-01-01' };

describe('proposed ratings', () => {
  it('are "other" for what is not known or not required', () => {
    expect(rated({})).toEqual({
      ratings: {
        ...{ punctuality: 'other', 'data-quality': 'other', coverage: 'other', prices: 'other', declarations: 'other' },
        'open-cases': 'good',
      },
      overall: 'other',
    });
  });

  it.each([
    [20, 19, 0, 'good'],
    [20, 18, 0, 'approaching-target'],
    [20, 18, 1, 'good'],
    [4, 3, 0, 'requires-improvement'],
    [4, 2, 0, 'inadequate'],
    [4, 2, 2, 'good'],
  ])(
    'of punctuality follow the share in time, without excused lateness (%s due, %s in time, %s excused)',
    (due, onTime, excused, rating) => {
      expect(rated({ punctuality: { ...punctuality, due, onTime, excused } }).ratings.punctuality).toBe(rating);
    },
  );

  it.each([
    ['excellent', 0, 'good'],
    ['expected', 3, 'good'],
    ['required', 0, 'approaching-target'],
    ['below-required', 0, 'requires-improvement'],
    ['below-required', 3, 'inadequate'],
  ] as const)('of data quality follow the level (%s, %s returned)', (level, returned, rating) => {
    expect(rated({ quality: { ...quality, level, reports: 3, returned } }).ratings['data-quality']).toBe(rating);
  });

  it.each([
    ['100', '0', 'good'],
    ['101', '0', 'approaching-target'],
    ['500', '500', 'approaching-target'],
    ['500', '501', 'requires-improvement'],
    ['0', '3001', 'inadequate'],
  ])('of prices follow the open and claimed share (%s open, %s claimed)', (openAmount, claimedAmount, rating) => {
    const invoiced = { ...prices, basis: 'invoiced' as const };
    expect(rated({ prices: [invoiced, { ...prices, openAmount, claimedAmount }] }).ratings.prices).toBe(rating);
  });

  it.each([
    [5, '0.5', 'good'],
    [5, '0.51', 'good'],
    [5, '0.55', 'approaching-target'],
    [5, '0.7', 'requires-improvement'],
    [5, '1', 'inadequate'],
    [0, null, 'other'],
  ])('of declarations follow the required share (%s of 10, %s required)', (declared, requiredShare, rating) => {
    expect(rated({ declarations: { ...declarations, items: 10, declared, requiredShare } }).ratings.declarations).toBe(
      rating,
    );
  });

  it('of open cases follow their number, and the overall rating is the lowest', () => {
    const overall = (count: number) =>
      rated({ openCases: Array.from({ length: count }, () => openCase), coverage: { ...coverage, share: '0.96' } })
        .overall;
    expect([0, 1, 2, 3, 5, 6].map(overall)).toEqual([
      ...['good', 'approaching-target', 'approaching-target', 'requires-improvement', 'requires-improvement'],
      'inadequate',
    ]);
  });

  it('rate every figure, and never better overall than one of them', () => {
    const share = fc.option(fc.integer({ min: 0, max: 100 }).map((percent) => String(percent / 100)));
    const drawn = fc.record({
      due: fc.nat(20),
      share,
      openCases: fc.nat(8),
      requiredShare: share,
      declared: fc.nat(10),
    });
    fc.assert(
      fc.property(drawn, ({ due, share: coveredShare, openCases, requiredShare, declared }) => {
        const { ratings: each, overall } = rated({
          punctuality: { ...punctuality, due, onTime: Math.floor(due / 2) },
          coverage: { ...coverage, share: coveredShare },
          openCases: Array.from({ length: openCases }, () => openCase),
          declarations: { ...declarations, items: 10, declared, requiredShare },
        });
        expect(Object.keys(each).toSorted()).toEqual([...figureKeys].toSorted());
        for (const rating of Object.values(each))
          if (overall !== 'other' && rating !== 'other')
            expect(ratings.indexOf(overall)).toBeGreaterThanOrEqual(ratings.indexOf(rating));
      }),
    );
  });
});
