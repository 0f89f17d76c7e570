import { decimalSignOf, readAmount } from './read-amount.ts';

describe('amounts as ledgers write them', () => {
  const cases: [string, ',' | '.', string | null][] = [
    ['1 234,50', ',', '1234.50'],
    ['1\u00a0234\u202f567,5', ',', '1234567.5'],
    ['1.234,50', ',', '1234.50'],
    ['1,234.50', '.', '1234.50'],
    ['1,234', '.', '1234'],
    ['1,234', ',', '1.234'],
    ['(1 234,50)', ',', '-1234.50'],
    ['1 234,50-', ',', '-1234.50'],
    ['−10', ',', '-10'],
    ['kr 1 234,-', ',', '1234'],
    ['-1.234,—', ',', '-1234'],
    ['999 999 999 999,99', ',', '999999999999.99'],
    ['1 000 000 000 000,00', ',', null],
    ['+10,00', ',', '10'],
    ['kr 810 000,00', ',', '810000.00'],
    [' -1 362 250 ', ',', '-1362250'],
    ['12,34,56', ',', null],
    ['1.23.4', ',', null],
    ['25/06/2012900', '.', null],
    ['PRIVATE', '.', null],
    ['', ',', null],
    ['-', ',', null],
    ['1e5', '.', null],
  ];
  it.each(cases)('%j with %s', (written, decimal, value) => expect(readAmount(written, decimal)).toBe(value));

  it('detects the decimal separator that most texts show', () => {
    expect(decimalSignOf(['1.234,50', '10', '7,5'])).toBe(',');
    expect(decimalSignOf(['1,234.50', '1,234', '7.25'])).toBe('.');
    expect(decimalSignOf(['1,234', '1.234'])).toBe(',');
    expect(decimalSignOf(['1.234.567', '12.50'])).toBe('.');
  });
});
