import { formatExpected, formatFound } from './format-expected.ts';

describe('expected value of a check', () => {
  const wording = {
    amount: (text: string, decimals?: number) => `${text}/${decimals}`,
    date: (date: string) => `date ${date}`,
    period: (key: string) => `period ${key}`,
  };

  it.each([
    ['price-above-agreed', '321.8', '321.8/2'],
    ['thousands-separator-inferred', '-3658.205', '-3658.205/3'],
    ['total-differs', '18900', '18900/2'],
    ['credit-exceeds-sales', '1200', '1200/0'],
    ['date-1904', '2026-03-01', 'date 2026-03-01'],
    ['date-outside-period', '2026-08', 'period 2026-08'],
    ['late-line', '2026-03', 'period 2026-03'],
    ['belongs-to-other-report', '2026-02-01/2026-03-31', 'date 2026-02-01–date 2026-03-31'],
    ['belongs-to-other-report', '2026-02-01/', 'date 2026-02-01–'],
    ['leading-zeros-lost', '00412', '00412'],
    ['item-unknown', '2026', '2026'],
    ['item-unknown', null, ''],
  ])('formats %s %s as %s', (code, expected, words) => {
    expect(formatExpected({ code, expected }, wording)).toBe(words);
  });

  it.each([
    ['price-above-agreed', '167.9', '167.9/2'],
    ['vat-included-15', '207,69', '207,69'],
    ['date-outside-period', '2026-06-30', 'date 2026-06-30'],
    ['date-as-text', '2026-06-30', '2026-06-30'],
    ['decimals-mixed', '167.9', '167.9'],
    ['item-unknown', '05.10', '05.10'],
    ['item-unknown', null, ''],
  ])('formats %s with found %s as %s', (code, found, words) => {
    expect(formatFound({ code, found }, wording)).toBe(words);
  });
});
