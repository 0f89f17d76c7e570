import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { agreements } from '@tallgrunn/agreements-server';
import { identity } from '@tallgrunn/identity-server';
import fc from 'fast-check';
import { spend } from './room.ts';

let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
});
afterAll(() => stand.close());

const day = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const month = day.map((date) => date.slice(0, 7));

describe('spend.accounting_day', () => {
  const accountingDay = async (voucherDate: string | null, period: string | null) =>
    (
      await stand.asOwner<{ day: string | null }>('select spend.accounting_day($1::date, $2)::text as day', [
        voucherDate,
        period,
      ])
    )[0]?.day;

  it('is in the accounting period, as close to the voucher’s date as possible', async () => {
    await fc.assert(
      fc.asyncProperty(day, month, async (voucherDate, period) => {
        const found = await accountingDay(voucherDate, period);
        expect(found?.slice(0, 7)).toBe(period);
        const isBefore = voucherDate.slice(0, 7) < period;
        const [next] = [
          new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 0)).toISOString().slice(0, 10),
        ];
        expect(found).toBe(voucherDate.slice(0, 7) === period ? voucherDate : isBefore ? `${period}-01` : next);
      }),
      { numRuns: 60 },
    );
  });

  it('is the voucher’s date without a period, and unknown without both', async () => {
    expect(await accountingDay('2026-07-03', null)).toBe('2026-07-03');
    expect(await accountingDay(null, '2026-06')).toBe('2026-06-01');
    expect(await accountingDay(null, null)).toBeNull();
  });
});
