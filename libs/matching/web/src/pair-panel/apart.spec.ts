import { apartOf } from './apart.ts';

describe('two lines', () => {
  it('differ in quantity, in price, or in both, each told apart', () => {
    expect(apartOf({ quantity: '10', amount: '100.00' }, { quantity: '12', amount: '120.00' })).toEqual({ quantity: '2', price: null });
    expect(apartOf({ quantity: '10', amount: '110.00' }, { quantity: '10', amount: '100.00' })).toEqual({ quantity: null, price: '1.00' });
    expect(apartOf({ quantity: '10', amount: '110.00' }, { quantity: '5', amount: '50.00' })).toEqual({ quantity: '5', price: '1.00' });
    expect(apartOf({ quantity: null, amount: '110.00' }, { quantity: '5', amount: '50.00' })).toEqual({ quantity: null, price: null });
  });
});
