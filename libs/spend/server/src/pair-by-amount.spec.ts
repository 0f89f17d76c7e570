import fc from 'fast-check';
import { matchVouchersByAmount, type OpenInvoice, type OpenVoucher } from './pair-by-amount.ts';

interface Known {
  readonly name: number;
}
const invoice = (name: number, day: number, net: number, gross: number | null = null): OpenInvoice & Known => ({
  name,
  day,
  net,
  gross,
});
const voucher = (name: number, day: number, ore: number, room = 2): OpenVoucher & Known => ({ name, day, ore, room });
const names = (invoices: readonly (OpenInvoice & Known)[], vouchers: readonly (OpenVoucher & Known)[]) =>
  matchVouchersByAmount(invoices, vouchers)
    .map((pair) => [pair.invoice.name, pair.voucher.name])
    .toSorted(([a], [b]) => (a ?? 0) - (b ?? 0));

describe('matching invoices to vouchers by amount', () => {
  it('matches unique amounts, incl. or excl. VAT, for any number of missing counterparts', () => {
    const drawn = fc.uniqueArray(
      fc.record({
        net: fc.integer({ min: 1_000, max: 90_000_000 }),
        day: fc.integer({ min: 0, max: 700 }),
        lag: fc.integer({ min: -2, max: 55 }),
        gross: fc.boolean(),
        here: fc.constantFrom('both', 'both', 'both', 'invoice', 'voucher'),
        credit: fc.boolean(),
      }),
      { minLength: 1, maxLength: 60, selector: ({ net }) => Math.round(Math.log(net) * 200) }, // no two within half a per cent of each other
    );
    fc.assert(
      fc.property(drawn, (all) => {
        const apart = all.filter(
          ({ net }) => !all.some((other) => other.net !== net && Math.abs(Math.round(other.net * 1.25) - net) <= 4),
        );
        const sign = (credit: boolean) => (credit ? -1 : 1);
        const invoices = apart.flatMap(({ here, net, day, credit }, at) =>
          here === 'voucher' ? [] : [invoice(at, day, sign(credit) * net, sign(credit) * Math.round(net * 1.25))],
        );
        const vouchers = apart.flatMap(({ here, net, day, lag, gross, credit }, at) =>
          here === 'invoice' ? [] : [voucher(at, day + lag, sign(credit) * (gross ? Math.round(net * 1.25) : net))],
        );
        expect(names(invoices, vouchers)).toEqual(apart.flatMap(({ here }, at) => (here === 'both' ? [[at, at]] : [])));
      }),
      { numRuns: 300 },
    );
  });

  it('matches equal weekly amounts in chronological order', () => {
    const lag = fc.integer({ min: 10, max: 20 });
    fc.assert(
      fc.property(fc.array(lag, { minLength: 3, maxLength: 40 }), (lags) => {
        const weeks = lags.map((_, week) => invoice(week, 7 * week, 125_000));
        const booked = lags.map((days, week) => voucher(week, 7 * week + days, 125_000));
        const sorted = booked.toSorted((a, b) => a.day - b.day || a.name - b.name);
        expect(names(weeks, booked)).toEqual(weeks.map((_, week) => [week, sorted[week]?.name]));
      }),
      { numRuns: 100 },
    );
  });

  it('matches to the øre when possible, and to whole kroner when the ledger has only those', () => {
    expect(
      names(
        [invoice(1, 0, 100_040), invoice(2, 1, 100_020)],
        [voucher(1, 12, 100_020, 100), voucher(2, 12, 100_040, 100)],
      ),
    ).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(names([invoice(1, 0, 100_037)], [voucher(1, 12, 100_000, 100)])).toEqual([[1, 1]]);
  });

  it('does not guess between amounts that differ only by rounding', () => {
    expect(names([invoice(1, 0, 100_040), invoice(2, 0, 99_990)], [voucher(1, 12, 100_000, 100)])).toEqual([]);
  });

  it('does not match a different number with the same pattern', () => {
    const [one, other] = [
      { ...invoice(1, 0, 100_000), number: '7001' },
      { ...voucher(1, 10, 100_000), number: '7019' },
    ];
    expect([
      names([one], [other]),
      names([one], [{ ...other, number: 'K70011' }]),
      names([one], [{ ...other, number: null }]),
    ]).toEqual([[], [[1, 1]], [[1, 1]]]);
  });

  it('does not match postings long before or half a year after the invoice', () => {
    expect(names([invoice(1, 100, 5_000)], [voucher(1, 70, 5_000), voucher(2, 300, 5_000)])).toEqual([]);
  });

  it('gives the same result in any order', () => {
    const few = fc.record({
      day: fc.integer({ min: 0, max: 120 }),
      ore: fc.constantFrom(10_000, 10_000, 10_050, 25_000),
    });
    fc.assert(
      fc.property(fc.array(few, { maxLength: 12 }), fc.array(few, { maxLength: 12 }), (left, right) => {
        const invoices = left.map(({ day, ore }, at) => invoice(at, day + at / 100, ore));
        const vouchers = right.map(({ day, ore }, at) => voucher(at, day + at / 100, ore, 60));
        expect(names(invoices.toReversed(), vouchers.toReversed())).toEqual(names(invoices, vouchers));
      }),
      { numRuns: 200 },
    );
  });
});
