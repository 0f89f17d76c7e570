import { add, compare, divide, multiply, normalise, subtract } from '@tallgrunn/values';
import fc from 'fast-check';
import { accountRate } from './account-vat.ts';
import { calculateNetAmount, type VatOnPosting } from './net-amount.ts';

const posting = (changes: Partial<VatOnPosting> = {}): VatOnPosting => ({
  amount: '1250.00',
  vatStatus: 'gross',
  vatAmount: null,
  vatRate: null,
  accountRate: '0.25',
  ...changes,
});

const øre = fc.integer({ min: -500_000_000, max: 500_000_000 }).map((value) => (value / 100).toFixed(2));
const rate = fc.constantFrom('0', '0.06', '0.12', '0.15', '0.25');

describe('amount of a posting excl. VAT', () => {
  it('is the amount when the ledger states so, whatever else the row has', () => {
    fc.assert(
      fc.property(øre, øre, rate, rate, (amount, vatAmount, vatRate, account) => {
        expect(calculateNetAmount({ amount, vatStatus: 'net', vatAmount, vatRate, accountRate: account })).toEqual({
          amount,
          basis: 'as-stated',
          rate: null,
        });
      }),
    );
  });

  it('is unknown when the ledger does not state it, whatever account and row have', () => {
    fc.assert(
      fc.property(øre, fc.option(øre, { nil: null }), fc.option(rate, { nil: null }), (amount, vatAmount, vatRate) => {
        expect(calculateNetAmount({ amount, vatStatus: 'unknown', vatAmount, vatRate, accountRate: '0.25' })).toEqual({
          amount: null,
          basis: 'unknown',
          rate: null,
        });
      }),
    );
  });

  it('uses the VAT of the row, then its rate, then its account’s, and nothing else', () => {
    expect(
      calculateNetAmount(posting({ amount: '1150', vatAmount: '150', vatRate: '0.25', accountRate: '0.12' })),
    ).toEqual({
      amount: '1000',
      basis: 'vat-on-row',
      rate: null,
    });
    expect(calculateNetAmount(posting({ amount: '1150', vatRate: '0.15' }))).toEqual({
      amount: '1000',
      basis: 'rate-on-row',
      rate: '0.15',
    });
    expect(calculateNetAmount(posting())).toEqual({ amount: '1000', basis: 'rate-of-account', rate: '0.25' });
    expect(calculateNetAmount(posting({ accountRate: '0' }))).toEqual({
      amount: '1250',
      basis: 'rate-of-account',
      rate: '0',
    });
    expect(calculateNetAmount(posting({ accountRate: null }))).toEqual({ amount: null, basis: 'unknown', rate: null });
  });

  it('ignores a VAT amount that cannot belong to its amount: an unused column, or that of the whole voucher', () => {
    expect(calculateNetAmount(posting({ vatAmount: '0', vatRate: '0.25' }))).toMatchObject({
      amount: '1000',
      basis: 'rate-on-row',
    });
    expect(calculateNetAmount(posting({ vatAmount: '0' }))).toMatchObject({ amount: '1250', basis: 'vat-on-row' });
    expect(calculateNetAmount(posting({ vatAmount: '900' }))).toMatchObject({
      amount: '1000',
      basis: 'rate-of-account',
    });
  });

  it('follows the sign of the amount, for either sign of the VAT', () => {
    fc.assert(
      fc.property(øre, rate, fc.boolean(), fc.boolean(), (amount, share, isStated, isTurned) => {
        const vat = divide(multiply(amount, share), add('1', share), 2);
        const written = isTurned ? normalise(multiply(vat, '-1')) : vat;
        const of = (sign: string) =>
          calculateNetAmount({
            amount: normalise(multiply(amount, sign)),
            vatStatus: 'gross',
            vatAmount: isStated ? written : null,
            vatRate: isStated ? null : share,
            accountRate: null,
          });
        expect(compare(add(of('1').amount!, of('-1').amount!), '0')).toBe(0);
        expect(compare(of('1').amount!, isStated ? subtract(amount, vat) : divide(amount, add('1', share), 2))).toBe(0);
      }),
    );
  });
});

describe('VAT rate of an account', () => {
  const food = { system: 'kostra', code: '115' };
  const journeys = { system: 'kostra', code: '160' };

  it('is that of the day', () => {
    expect(['2011-12-31', '2012-01-01', '2026-03-01', null].map((day) => accountRate(food, day))).toEqual([
      '0.14',
      '0.15',
      '0.15',
      '0.15',
    ]);
    expect(
      ['2017-12-31', '2018-01-01', '2020-03-31', '2020-04-01', '2021-09-30', '2021-10-01'].map((day) =>
        accountRate(journeys, day),
      ),
    ).toEqual(['0.1', '0.12', '0.12', '0.06', '0.06', '0.12']);
    expect(accountRate({ system: 'kostra', code: '200' }, '2026-03-01')).toBe('0.25');
    expect(accountRate({ system: 'kostra', code: '185' }, '2026-03-01')).toBe('0'); // insurance
  });

  it('is unknown for an account with several rates, an unknown account, and a day before the known rates', () => {
    expect(accountRate({ system: 'kostra', code: '370' }, '2026-03-01')).toBeNull();
    expect(accountRate({ system: 'lambeth', code: '115' }, '2026-03-01')).toBeNull();
    expect(accountRate(null, '2026-03-01')).toBeNull();
    expect(accountRate(food, '1999-01-01')).toBeNull();
  });
});
