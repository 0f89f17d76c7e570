import { milliText, oreText, percentOf, timesQuantity, writtenNumber } from './amounts.ts';

describe('amounts', () => {
  it('multiplies and rounds away from zero', () => {
    expect(timesQuantity(1235, 1500)).toBe(1853);
    expect(timesQuantity(1235, -1500)).toBe(-1853);
    expect(percentOf(1010, 25)).toBe(253);
  });

  it('writes decimal text', () => {
    expect([oreText(5), oreText(-123450), milliText(12500), milliText(-250), milliText(3000)]).toEqual([
      '0.05',
      '-1234.50',
      '12.5',
      '-0.25',
      '3',
    ]);
  });

  it("writes numbers in the sender's notation", () => {
    expect(writtenNumber('-1234567.50', { decimal: ',', thousands: ' ', negative: 'minus' })).toBe('-1 234 567,50');
    expect(writtenNumber('-1234.50', { decimal: '.', thousands: ',', negative: 'parentheses' })).toBe('(1,234.50)');
    expect(writtenNumber('-12', { decimal: ',', thousands: '', negative: 'trailing-minus' })).toBe('12-');
  });
});
