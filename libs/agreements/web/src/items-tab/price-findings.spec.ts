import { nb } from '../texts/nb.ts';
import { findingsNb } from '../texts/findings-nb.ts';
import { findingOf, groupPriceFindings } from './price-findings.ts';
import { currentPrices } from './current-price.ts';

const place = { row: nb.prices.row, columns: { number: 'Varenummer' } };

describe('groupPriceFindings', () => {
  it('groups findings by cause with row, column, found and expected', () => {
    const issues = [
      { code: 'not-a-number', path: 'row 4', params: { row: 4, column: 'Pris', found: 'ti', expected: '1234,50' } },
      { code: 'not-a-number', path: 'row 9', params: { row: 9, column: 'Pris', found: '', expected: '1234,50' } },
      { code: 'item-repeated', params: { row: 7, column: 'number', found: '12', expected: '3' } },
    ];
    const groups = groupPriceFindings(issues.map(findingOf), 'blocksFile', findingsNb, place);
    expect(groups.map(({ sentence, count }) => [sentence, count])).toEqual([
      [findingsNb['not-a-number'].says, 2],
      [findingsNb['item-repeated'].says, 1],
    ]);
    expect(groups[0]?.places[0]).toEqual({ sheet: null, row: 4, column: 'Pris', found: 'ti', expected: '1234,50' });
    expect(groups[1]?.places[0]).toMatchObject({ column: 'Varenummer', expected: 'samme som rad 3' });
  });

  it('returns a text for an unknown code, and no location when the whole file is concerned', () => {
    const [group] = groupPriceFindings([findingOf({ code: 'never-seen' })], 'blocksFile', findingsNb, place);
    expect(group).toMatchObject({ sentence: findingsNb.unknown.says, places: [] });
  });
});

describe('price on a day', () => {
  const price = (amount: string, validFrom: string, validTo: string | null) => ({
    price: amount,
    currency: 'NOK',
    validFrom,
    validTo,
  });
  const prices = [
    price('10', '2025-01-01', '2025-12-31'),
    price('11', '2026-01-01', '2026-08-31'),
    price('12', '2026-09-01', null),
  ];

  it('is the price in force, last day included, with the next price alongside', () => {
    expect(currentPrices(prices, '2025-12-31')).toMatchObject({ now: { price: '10' }, next: { price: '11' } });
    expect(currentPrices(prices, '2026-08-31')).toMatchObject({ now: { price: '11' }, next: { price: '12' } });
    expect(currentPrices(prices, '2027-01-01')).toMatchObject({ now: { price: '12' }, next: null });
    expect(currentPrices(prices, '2024-01-01').now).toBeNull();
  });
});
