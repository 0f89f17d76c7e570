import { lineDifferences } from './line-differences.ts';

const line = (quantity: string | null, amount: string, unit: string | null = 'stk') => ({ quantity, amount, unit });

describe('two lines', () => {
  it('differ in quantity, price or both, with the direction', () => {
    expect(lineDifferences(line('10', '100.00'), line('12', '120.00'))).toEqual({
      quantity: { value: '2', more: true },
      price: null,
      unit: false,
    });
    expect(lineDifferences(line('10', '110.00'), line('10', '100.00'))).toEqual({
      quantity: null,
      price: { value: '1.00', more: false },
      unit: false,
    });
    expect(lineDifferences(line('10', '110.00'), line('5', '50.00'))).toEqual({
      quantity: { value: '5', more: false },
      price: { value: '1.00', more: false },
      unit: false,
    });
    expect(lineDifferences(line(null, '110.00'), line('5', '50.00'))).toEqual({
      quantity: null,
      price: null,
      unit: false,
    });
  });

  it('are not compared when their units differ', () => {
    expect(lineDifferences(line('2', '240.00', 'kartong'), line('24', '240.00', 'stk'))).toEqual({
      quantity: null,
      price: null,
      unit: true,
    });
    expect(lineDifferences(line('10', '100.00', 'EA'), line('12', '120.00', 'stk'))).toEqual({
      quantity: { value: '2', more: true },
      price: null,
      unit: false,
    });
  });
});
