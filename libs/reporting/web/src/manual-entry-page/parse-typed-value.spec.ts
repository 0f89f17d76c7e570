import { context, terms } from '../testing.ts';
import { completeTypedDate, parseTypedNumber, derivedValues } from './parse-typed-value.ts';
import { entryColumns } from './entry-columns.ts';

const columns = entryColumns(terms, 'nb')!;
const column = (field: string) => columns.find((each) => each.field === field)!;
const after = (before: Record<string, string>, field: string, is: string) =>
  derivedValues(before, { ...before, [field]: is }, column(field), columns, context);

describe('proposed values in manual entry', () => {
  it('fills in the unit and agreed price of the item, and the amount', () => {
    expect(after({}, 'itemNumber', '7001')).toEqual({ unit: 'stk', unitPrice: '120,00' });
    expect(after({ quantity: '2', deliveredOn: '05.03.2026' }, 'itemNumber', '7001')).toEqual({
      unit: 'stk',
      unitPrice: '120,00',
      amount: '240,00',
    });
  });

  it('does not overwrite values that the user typed, and updates values that were proposed', () => {
    expect(after({ unit: 'kasse', unitPrice: '99,00' }, 'itemNumber', '7001')).toEqual({});
    expect(after({ quantity: '2', unitPrice: '120,00', amount: '240,00' }, 'quantity', '3')).toEqual({
      amount: '360,00',
    });
    expect(after({ quantity: '2', unitPrice: '120,00', amount: '200,00' }, 'quantity', '3')).toEqual({});
  });

  it('proposes nothing when the number is ambiguous', () => {
    expect(after({ unitPrice: '10,00' }, 'quantity', '1.250')).toEqual({});
  });

  it.each([
    ['1 234,50', '1234.50'],
    ['12.5', '12.5'],
    ['1.250', null],
    ['ca 20', null],
    ['', null],
    ['-3', '-3'],
  ])('parses %j as %j', (text, number) => {
    expect(parseTypedNumber(text)).toBe(number);
  });

  it.each([
    ['5', '05.03.2026'],
    ['5.3', '05.03.2026'],
    ['5.3.', '05.03.2026'],
    ['2026-03-05', '2026-03-05'],
    ['41', '41'],
    ['snart', 'snart'],
  ])('completes %j as %j', (text, date) => {
    expect(completeTypedDate(text, context.period)).toBe(date);
  });

  it('does not guess the month of a quarter', () => {
    expect(completeTypedDate('5', { key: '2026-Q1', start: '2026-01-01', end: '2026-04-01' })).toBe('5');
  });
});
