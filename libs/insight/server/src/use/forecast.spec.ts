import { Period } from '@tallgrunn/values';
import { forecast as forecastOf, type Forecast, type ForecastWanted, type MonthAmount } from './forecast.ts';

const run = (from: string, amounts: readonly number[]): MonthAmount[] => amounts.map((amount, at) => ({ month: Period.shift(Period.parse(from), at).key, amount: String(amount) }));
/** Of an agreement whose every month since the first amount is complete, unless said otherwise. */
const forecast = (wanted: Pick<ForecastWanted, 'months' | 'maximum' | 'today' | 'endsOn'> & Partial<ForecastWanted>): Forecast => {
  const first = wanted.months[0]?.month ?? '2026-01';
  const complete = new Set(Period.between('month', Period.parse(first).start, Period.parse(wanted.months.at(-1)?.month ?? first).end).map(({ key }) => key));
  return forecastOf({ startsOn: `${first}-01`, complete, ...wanted });
};
const flat = (count: number) => Array.from({ length: count }, () => 100);

describe('when the maximum is reached', () => {
  it('goes on with the mean of what is known, to the day', () => {
    const told = forecast({ months: run('2026-01', flat(4)), maximum: '650', today: '2026-05-10', endsOn: '2026-12-31' });
    expect(told).toMatchObject({ state: 'will-be-reached', on: '2026-07-16', beforeEnd: true, method: 'mean', monthsUsed: 4, knownUntil: '2026-04', monthly: '100.00', atEnd: '1200.00' });
  });

  it('uses the last twelve whole months, and leaves the month that runs out', () => {
    const told = forecast({ months: [...run('2024-12', [9000]), ...run('2025-01', flat(12)), { month: '2026-01', amount: '5' }], maximum: '100000', today: '2026-01-10', endsOn: null });
    expect(told).toMatchObject({ monthly: '100.00', monthsUsed: 12, knownUntil: '2025-12', beforeEnd: null, atEnd: null });
  });

  it('follows the seasons when there are two years', () => {
    const year = [0, 0, 0, 0, 0, 600, 600, 0, 0, 0, 0, 0];
    const told = forecast({ months: run('2024-01', [...year, ...year]), maximum: '2700', today: '2026-01-15', endsOn: '2026-12-31' });
    expect(told).toMatchObject({ method: 'seasonal', state: 'will-be-reached', on: '2026-06-16', monthly: '100.00', atEnd: '3600.00' });
  });

  it('counts a month without call-offs as nothing, not as unknown', () => {
    expect(forecast({ months: [...run('2026-01', [300]), ...run('2026-03', [300])], maximum: '5000', today: '2026-04-02', endsOn: null })).toMatchObject({ monthly: '200.00', monthsUsed: 3 });
  });

  it('does not guess from two months, nor without a maximum, nor where nothing is bought', () => {
    expect(forecast({ months: run('2026-01', flat(2)), maximum: '500', today: '2026-03-10', endsOn: null })).toMatchObject({ state: 'cannot-be-told', on: null, monthly: null });
    expect(forecast({ months: run('2026-01', flat(6)), maximum: null, today: '2026-07-10', endsOn: null })).toMatchObject({ state: 'no-maximum', monthly: '100.00' });
    expect(forecast({ months: run('2026-01', [50, -25, -25]), maximum: '500', today: '2026-04-10', endsOn: '2027-12-31' })).toMatchObject({ state: 'not-in-sight', beforeEnd: false });
  });

  it('says when it was passed', () => {
    expect(forecast({ months: run('2026-01', flat(4)), maximum: '300', today: '2026-05-10', endsOn: '2026-12-31' })).toMatchObject({ state: 'reached', on: '2026-03-31', beforeEnd: true });
  });

  it('is never in the past: what the months after the last known one would have passed is passed today', () => {
    expect(forecast({ months: run('2026-01', flat(3)), maximum: '350', today: '2026-08-01', endsOn: null })).toMatchObject({ state: 'will-be-reached', on: '2026-08-01' });
  });

  it('uses complete months only: what has come of the others says nothing of the pace', () => {
    const months = [...run('2026-01', flat(6)), { month: '2026-07', amount: '3' }];
    const complete = new Set(flat(6).map((_, at) => Period.shift(Period.parse('2026-01'), at).key));
    expect(forecast({ months, complete, maximum: '2000', today: '2026-09-10', endsOn: null })).toMatchObject({ monthly: '100.00', monthsUsed: 6, knownUntil: '2026-06', unknownMonths: [] });
    complete.delete('2026-03');
    expect(forecast({ months, complete, maximum: '2000', today: '2026-09-10', endsOn: null })).toMatchObject({ monthsUsed: 5, unknownMonths: ['2026-03'] });
  });

  it('is a range: months before the books begin are unknown, and may have used up as much as others', () => {
    const told = forecast({ months: run('2026-01', [100, 100, 100, 130, 130, 130]), startsOn: '2025-07-01', maximum: '2000', today: '2026-07-10', endsOn: null });
    expect(told.unknownMonths).toHaveLength(6);
    // By hand: mean 115. Central: (2000 − 690) / 115 = 11.4 months. Earliest: (2000 − 690 − 690) / 130 = 4.8. Latest: (2000 − 690) / 100 = 13.1.
    expect([told.on?.slice(0, 7), told.earliest?.slice(0, 7), told.latest?.slice(0, 7)]).toEqual(['2027-06', '2026-11', '2027-08']);
    expect(forecast({ months: run('2026-01', flat(6)), startsOn: '2024-01-01', maximum: '2000', today: '2026-07-10', endsOn: null })).toMatchObject({ state: 'will-be-reached', earliest: '2026-07-10' });
  });
});
