import { writtenPriceModel, priceModelOn } from './price-model-on.ts';
import { priceOn } from './price-on.ts';
import type { PriceAnswer, PriceBasis, PriceModel, PriceModelKind, PriceQuestion, PriceRecord } from './price-model.ts';

/** Each expected price below is calculated by hand in the comment next to it. */
const model = (kind: PriceModelKind, more: Partial<PriceModel> = {}): PriceModel => ({
  kind,
  lot: null,
  from: '2024-01-01',
  to: null,
  ...more,
});
const record = (
  price: string,
  from: string,
  to: string | null = null,
  basis: PriceBasis = 'agreed',
  fromQuantity: string | null = null,
): PriceRecord => ({ basis, price, unit: 'stk', from, to, fromQuantity });
const list = (price: string, from: string, to: string | null = null) => record(price, from, to, 'list');
const said = (answer: PriceAnswer) => (answer.known ? answer.price : answer.reason);
const ask = (
  of: PriceModel | null,
  records: readonly PriceRecord[],
  date: string | null,
  more: Partial<PriceQuestion> = {},
) => said(priceOn(of, records, { date, ...more }));

describe('a fixed price', () => {
  const prices = [
    record('98.50', '2024-01-01', '2024-12-31'),
    record('101.95', '2025-01-01', '2025-06-30'),
    record('103.4', '2025-07-01'),
  ];
  it.each([
    ['2023-12-31', 'no-price'], // the day before the first price begins
    ['2024-01-01', '98.50'], // its first day
    ['2024-02-29', '98.50'], // a leap day inside
    ['2024-12-31', '98.50'], // its last day is included
    ['2025-01-01', '101.95'], // and the next price begins
    ['2025-06-30', '101.95'],
    ['2025-07-01', '103.4'], // as written: nothing is rounded
    ['2031-12-31', '103.4'], // without an end it applies until further notice
    [null, '103.4'], // without a date the newest one
  ])('on %s is %s', (date, expected) => expect(ask(model('fixed'), prices, date)).toBe(expected));

  it('is unknown in a gap, and is not taken from list prices', () => {
    expect(
      ask(model('fixed'), [record('10', '2024-01-01', '2024-01-31'), record('11', '2024-03-01')], '2024-02-15'),
    ).toBe('no-price');
    expect(ask(model('fixed'), [list('10', '2024-01-01')], '2024-02-15')).toBe('no-price');
  });

  it('is the newest of two that apply', () =>
    expect(ask(model('fixed'), [record('12', '2024-03-01'), record('11', '2024-01-01')], '2024-04-01')).toBe('12'));
});

describe('a discount on a list price', () => {
  const lists = [
    list('199.00', '2025-01-01', '2025-03-31'),
    list('204.90', '2025-04-01', '2025-08-31'),
    list('0.85', '2025-10-01'),
  ];
  it.each([
    ['2025-01-01', '18', '163.18'], // 199.00 × 0.82 = 163.18
    ['2025-03-31', '18', '163.18'],
    ['2025-04-01', '18', '168.02'], // 204.90 × 0.82 = 168.018
    ['2025-04-01', '17.5', '169.04'], // 204.90 × 0.825 = 169.0425
    ['2025-08-31', '33.333', '136.60'], // 204.90 × 0.66667 = 136.600683
    ['2025-10-01', '50', '0.43'], // 0.425 rounds away from zero
    ['2025-10-01', '0', '0.85'], // no discount is the list price
    ['2025-10-01', '100', '0.00'], // all of it
    ['2025-09-15', '18', 'no-list'], // between two lists
    ['2024-12-31', '18', 'no-list'], // before the first
    [null, '18', 'no-date'], // a list price on an unknown day is unknown
  ])('on %s with %s per cent is %s', (date, discount, expected) =>
    expect(ask(model('list-discount', { discount }), lists, date)).toBe(expected),
  );

  it('rounds to the decimals of the model', () => {
    expect(
      ask(model('list-discount', { discount: '18', decimals: 4 }), [list('0.0375', '2025-01-01')], '2025-01-02'),
    ).toBe('0.0308'); // 0.0375 × 0.82 = 0.03075
    expect(
      ask(model('list-discount', { discount: '12', decimals: 0 }), [list('1499', '2025-01-01')], '2025-01-02'),
    ).toBe('1319'); // 1319.12
  });

  it('does not change an agreed price, and is unknown without a discount', () => {
    expect(ask(model('list-discount', { discount: '18' }), [...lists, record('150', '2025-01-01')], '2025-02-01')).toBe(
      '150',
    );
    expect(ask(model('list-discount'), lists, '2025-02-01')).toBe('no-discount');
  });
});

describe('a weekly list', () => {
  // Mondays: 5, 12 and 26 January 2026; there is no list for the week of 19 January.
  const lists = [list('24.90', '2026-01-05'), list('26.40', '2026-01-12'), list('22.00', '2026-01-26')];
  const weekly = model('weekly-list');
  it.each([
    ['2026-01-04', 'no-list'], // the Sunday before
    ['2026-01-05', '24.90'], // Monday
    ['2026-01-11', '24.90'], // Sunday of the same week
    ['2026-01-12', '26.40'], // the next Monday
    ['2026-01-18', '26.40'], // its Sunday, the seventh day
    ['2026-01-19', 'list-ended'], // no new list: unknown
    ['2026-01-25', 'list-ended'],
    ['2026-01-26', '22.00'],
    [null, 'no-date'],
  ])('on %s is %s', (date, expected) => expect(ask(weekly, lists, date)).toBe(expected));

  it('is valid as long as it states, or as the agreement states', () => {
    expect(ask(weekly, [list('24.90', '2026-01-05', '2026-01-25')], '2026-01-25')).toBe('24.90');
    expect(ask(weekly, [list('24.90', '2026-01-05', '2026-01-08')], '2026-01-09')).toBe('list-ended');
    expect(ask(model('weekly-list', { holdsDays: 14 }), lists, '2026-01-25')).toBe('26.40'); // 12 + 13 days
  });

  it('subtracts the discount, if any', () =>
    expect(ask(model('weekly-list', { discount: '8' }), lists, '2026-01-14')).toBe('24.29')); // 26.40 × 0.92 = 24.288

  it('is valid for its day, or for a weekend if the agreement states so', () => {
    const fuel = [list('17.21', '2026-01-08'), list('17.35', '2026-01-09')];
    expect(ask(model('daily-list'), fuel, '2026-01-08')).toBe('17.21');
    expect(ask(model('daily-list'), fuel, '2026-01-10')).toBe('list-ended');
    expect(ask(model('daily-list', { holdsDays: 3 }), fuel, '2026-01-11')).toBe('17.35');
    expect(ask(model('daily-list', { discount: '6.5' }), fuel, '2026-01-09')).toBe('16.22'); // 17.35 × 0.935 = 16.22225
  });
});

describe('goods of varying weight', () => {
  it('have a price per kilogram, and none per piece', () => {
    const beef = [record('189.00', '2026-01-01')];
    expect(ask(model('catch-weight'), beef, '2026-02-01', { weighed: true })).toBe('189.00');
    expect(ask(model('catch-weight'), beef, '2026-02-01', { weighed: false })).toBe('weight-varies');
    expect(ask(model('catch-weight'), [], '2026-02-01', { weighed: true })).toBe('no-price');
  });
});

describe('cost plus', () => {
  const cost = [record('80.00', '2026-01-01', '2026-06-30', 'cost')];
  it.each([
    [{ markup: '12.5' }, '90.00'], // 80 × 1.125
    [{ markup: '12.5', addition: '4.25' }, '94.25'], // and 4.25
    [{ addition: '7' }, '87.00'],
    [{ markup: '-2' }, '78.40'], // 80 × 0.98
    [{}, 'no-markup'],
  ])('with %j is %s', (more, expected) => expect(ask(model('cost-plus', more), cost, '2026-02-01')).toBe(expected));

  it('is unknown when the cost is unknown', () =>
    expect(ask(model('cost-plus', { markup: '10' }), cost, '2026-07-01')).toBe('no-cost'));
});

describe('tiers', () => {
  const tiers = [
    record('12.00', '2026-01-01', null, 'agreed', '1'),
    record('11.00', '2026-01-01', null, 'agreed', '10'),
    record('9.50', '2026-01-01', null, 'agreed', '100'),
  ];
  it.each([
    ['0.5', 'no-tier'],
    ['1', '12.00'],
    ['9.999', '12.00'],
    ['10', '11.00'],
    ['100', '9.50'],
    ['-100', '9.50'], // a credit is in the tier of its sale
    [null, 'no-quantity'],
  ])('of %s is %s', (quantity, expected) =>
    expect(ask(model('tiers'), tiers, '2026-02-01', { quantity })).toBe(expected),
  );

  it('may be discounts on one agreed price', () => {
    const stepped = model('tiers', {
      tiers: [
        { from: '50', discount: '5' },
        { from: '200', discount: '12.5' },
      ],
    });
    expect(ask(stepped, [record('40', '2026-01-01')], '2026-02-01', { quantity: '49' })).toBe('40');
    expect(ask(stepped, [record('40', '2026-01-01')], '2026-02-01', { quantity: '50' })).toBe('38.00'); // 40 × 0.95
    expect(ask(stepped, [record('40', '2026-01-01')], '2026-02-01', { quantity: '200' })).toBe('35.00'); // 40 × 0.875
    expect(ask(stepped, [], '2026-02-01', { quantity: '200' })).toBe('no-price');
  });

  it('uses the newest price when an older one still applies', () =>
    expect(
      ask(
        model('tiers'),
        [record('12', '2026-01-01', null, 'agreed', '1'), record('13', '2026-02-01', null, 'agreed', '1')],
        '2026-02-01',
        { quantity: '5' },
      ),
    ).toBe('13'));
});

describe('the applicable model', () => {
  const models = [
    model('fixed', { to: '2025-12-31' }),
    model('list-discount', { from: '2026-01-01', discount: '10' }),
    model('weekly-list', { lot: '1B', from: '2025-06-01' }),
  ];
  it.each([
    ['1A', '2025-12-31', 'fixed'],
    ['1A', '2026-01-01', 'list-discount'],
    [null, '2026-01-01', 'list-discount'],
    ['1B', '2026-01-01', 'weekly-list'],
    ['1B', null, 'weekly-list'],
    ['1A', null, 'list-discount'],
  ])('lot %s on %s has %s', (lot, date, kind) => expect(priceModelOn(models, lot, date)?.kind).toBe(kind));

  it("is none before the lot's first model, and prices as written without any model", () => {
    expect(priceModelOn(models, '1B', '2025-01-01')).toBeNull();
    expect(ask(priceModelOn(models, '1B', '2025-01-01'), [record('1', '2020-01-01')], '2025-01-01')).toBe('no-model');
    expect(priceModelOn([], '1B', '2025-01-01')).toBe(writtenPriceModel);
    expect(priceModelOn([model('fixed', { lot: '1B' })], '1A', '2025-01-01')).toBe(writtenPriceModel);
  });
});
