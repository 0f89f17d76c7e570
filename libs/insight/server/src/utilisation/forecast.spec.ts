import { Period } from '@tallgrunn/values';
import { forecast as forecastOf, type Forecast, type ForecastWanted, type MonthAmount } from './forecast.ts';

const monthsFrom = (from: string, amounts: readonly number[]): MonthAmount[] =>
  amounts.map((amount, at) => ({ month: Period.shift(Period.parse(from), at).key, amount: String(amount) }));
/** Forecast of an agreement with complete data for every month since the first amount, unless stated otherwise. */
const forecast = (
  wanted: Pick<ForecastWanted, 'months' | 'maximum' | 'today' | 'endsOn'> & Partial<ForecastWanted>,
): Forecast => {
  const first = wanted.months[0]?.month ?? '2026-01';
  const complete = new Set(
    Period.between('month', Period.parse(first).start, Period.parse(wanted.months.at(-1)?.month ?? first).end).map(
      ({ key }) => key,
    ),
  );
  return forecastOf({ startsOn: `${first}-01`, complete, ...wanted });
};
const flat = (count: number) => Array.from({ length: count }, () => 100);

describe('forecast of the maximum', () => {
  it('extrapolates the mean of the existing months, to the day', () => {
    const told = forecast({
      months: monthsFrom('2026-01', flat(4)),
      maximum: '650',
      today: '2026-05-10',
      endsOn: '2026-12-31',
    });
    expect(told).toMatchObject({
      state: 'will-be-reached',
      on: '2026-07-16',
      beforeEnd: true,
      method: 'mean',
      monthsUsed: 4,
      knownUntil: '2026-04',
      monthly: '100.00',
      atEnd: '1200.00',
    });
  });

  it('uses the last twelve complete months, without the current month', () => {
    const told = forecast({
      months: [...monthsFrom('2024-12', [9000]), ...monthsFrom('2025-01', flat(12)), { month: '2026-01', amount: '5' }],
      maximum: '100000',
      today: '2026-01-10',
      endsOn: null,
    });
    expect(told).toMatchObject({
      monthly: '100.00',
      monthsUsed: 12,
      knownUntil: '2025-12',
      beforeEnd: null,
      atEnd: null,
    });
  });

  it('follows the seasons with two years of data', () => {
    const year = [0, 0, 0, 0, 0, 600, 600, 0, 0, 0, 0, 0];
    const told = forecast({
      months: monthsFrom('2024-01', [...year, ...year]),
      maximum: '2700',
      today: '2026-01-15',
      endsOn: '2026-12-31',
    });
    expect(told).toMatchObject({
      method: 'seasonal',
      state: 'will-be-reached',
      on: '2026-06-16',
      monthly: '100.00',
      atEnd: '3600.00',
    });
  });

  it('assumes an average month for a calendar month without complete data', () => {
    const months = monthsFrom('2023-06', flat(31));
    const complete = new Set(months.map(({ month }) => month).filter((month) => !month.endsWith('-11')));
    // The ledgers of both Novembers are incomplete; their purchases are not zero.
    expect(forecast({ months, complete, maximum: '100000', today: '2026-01-15', endsOn: '2026-12-31' })).toMatchObject({
      method: 'seasonal',
      atEnd: '4300.00',
    });
  });

  it('counts a month without call-offs as zero, not as unknown', () => {
    expect(
      forecast({
        months: [...monthsFrom('2026-01', [300]), ...monthsFrom('2026-03', [300])],
        maximum: '5000',
        today: '2026-04-02',
        endsOn: null,
      }),
    ).toMatchObject({ monthly: '200.00', monthsUsed: 3 });
  });

  it('returns none for two months, without a maximum, or without purchases', () => {
    expect(
      forecast({ months: monthsFrom('2026-01', flat(2)), maximum: '500', today: '2026-03-10', endsOn: null }),
    ).toMatchObject({ state: 'cannot-be-told', on: null, monthly: null });
    expect(
      forecast({ months: monthsFrom('2026-01', flat(6)), maximum: null, today: '2026-07-10', endsOn: null }),
    ).toMatchObject({ state: 'no-maximum', monthly: '100.00' });
    expect(
      forecast({
        months: monthsFrom('2026-01', [50, -25, -25]),
        maximum: '500',
        today: '2026-04-10',
        endsOn: '2027-12-31',
      }),
    ).toMatchObject({ state: 'not-in-sight', beforeEnd: false });
  });

  it('returns the date when the maximum has been exceeded', () => {
    expect(
      forecast({ months: monthsFrom('2026-01', flat(4)), maximum: '300', today: '2026-05-10', endsOn: '2026-12-31' }),
    ).toMatchObject({ state: 'reached', on: '2026-03-31', beforeEnd: true });
  });

  it('is never in the past: an excess expected before today is dated today', () => {
    expect(
      forecast({ months: monthsFrom('2026-01', flat(3)), maximum: '350', today: '2026-08-01', endsOn: null }),
    ).toMatchObject({ state: 'will-be-reached', on: '2026-08-01' });
  });

  it('adds the opening amount and removes its months from the unknown ones', () => {
    const months = monthsFrom('2026-01', flat(6));
    const begun = { months, startsOn: '2025-01-01', maximum: '2000', today: '2026-07-10', endsOn: null };
    const unknown = forecast(begun);
    expect(unknown).toMatchObject({ unknownBefore: '2026-01' });
    expect(unknown.unknownMonths).toHaveLength(12);
    const stated = forecast({ ...begun, opening: { amount: '700', beforeMonth: '2026-01', isWhole: true } });
    // By hand: 2000 − 700 − 600 = 700, which is seven more months.
    expect(stated).toMatchObject({
      unknownBefore: null,
      unknownMonths: [],
      state: 'will-be-reached',
      monthly: '100.00',
    });
    expect([stated.on, stated.earliest, stated.latest].map((day) => day?.slice(0, 7))).toEqual([
      '2027-01',
      '2027-01',
      '2027-01',
    ]);
    // Stated by some suppliers only: it is included, and the unknown months may have used as much as others.
    const partly = forecast({ ...begun, opening: { amount: '700', beforeMonth: '2026-01', isWhole: false } });
    expect(partly).toMatchObject({ unknownBefore: '2026-01' });
    expect([partly.earliest, partly.latest?.slice(0, 7)]).toEqual(['2026-07-10', '2027-01']);
    expect(forecast({ ...begun, opening: { amount: '2000', beforeMonth: '2026-01', isWhole: true } })).toMatchObject({
      state: 'reached',
      on: '2025-12-31',
    });
    expect(forecast({ ...begun, startsOn: '2026-01-01' }).unknownBefore).toBeNull();
  });

  it('is never later for a larger opening amount, nor earlier for a smaller one', () => {
    const reached = [0, 50, 120, 300, 610, 900, 1300].map((amount) =>
      forecast({
        months: monthsFrom('2026-01', [90, 110, 140, 70, 100, 95]),
        startsOn: '2025-01-01',
        maximum: '2000',
        today: '2026-07-10',
        endsOn: null,
        opening: { amount: String(amount), beforeMonth: '2026-01', isWhole: true },
      }),
    );
    for (const [at, { earliest, on, latest }] of reached.entries()) {
      expect((earliest ?? '') <= (on ?? '') && (on ?? '') <= (latest ?? '9999')).toBe(true);
      const before = reached[at - 1];
      if (before) expect((on ?? '') <= (before.on ?? '')).toBe(true);
    }
  });

  it('uses complete months only, whatever incomplete months contain', () => {
    const months = [...monthsFrom('2026-01', flat(6)), { month: '2026-07', amount: '3' }];
    const complete = new Set(flat(6).map((_, at) => Period.shift(Period.parse('2026-01'), at).key));
    expect(forecast({ months, complete, maximum: '2000', today: '2026-09-10', endsOn: null })).toMatchObject({
      monthly: '100.00',
      monthsUsed: 6,
      knownUntil: '2026-06',
      unknownMonths: [],
    });
    complete.delete('2026-03');
    expect(forecast({ months, complete, maximum: '2000', today: '2026-09-10', endsOn: null })).toMatchObject({
      monthsUsed: 5,
      unknownMonths: ['2026-03'],
    });
  });

  it('is a range when months before the first ledger are unknown and may equal the recorded ones', () => {
    const told = forecast({
      months: monthsFrom('2026-01', [100, 100, 100, 130, 130, 130]),
      startsOn: '2025-07-01',
      maximum: '2000',
      today: '2026-07-10',
      endsOn: null,
    });
    expect(told.unknownMonths).toHaveLength(6);
    // By hand: mean 115. Central: (2000 − 690) / 115 = 11.4 months. Earliest: (2000 − 690 − 690) / 130 = 4.8. Latest:
    // (2000 − 690) / 100 = 13.1.
    expect([told.on?.slice(0, 7), told.earliest?.slice(0, 7), told.latest?.slice(0, 7)]).toEqual([
      '2027-06',
      '2026-11',
      '2027-08',
    ]);
    expect(
      forecast({
        months: monthsFrom('2026-01', flat(6)),
        startsOn: '2024-01-01',
        maximum: '2000',
        today: '2026-07-10',
        endsOn: null,
      }),
    ).toMatchObject({ state: 'will-be-reached', earliest: '2026-07-10' });
  });
});
