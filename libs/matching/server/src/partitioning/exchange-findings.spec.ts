import { Exchange } from './exchange-findings.ts';

describe('an exchange between sessions', () => {
  it('gives each session the values of the others, in any order', async () => {
    const exchange = new Exchange(3);
    const swaps = [
      exchange.swap('accounts', 1, 'b'),
      exchange.swap('accounts', 0, 'a'),
      exchange.swap('accounts', 2, 'c'),
    ];
    expect((await Promise.all(swaps)).map((others) => others.toSorted())).toEqual([
      ['a', 'c'],
      ['b', 'c'],
      ['a', 'b'],
    ]);
  });

  it('fails all waiting and later sessions when one fails', async () => {
    const exchange = new Exchange(2);
    const waiting = exchange.swap('accounts', 0, 'a');
    exchange.fail(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await expect(exchange.swap('places', 0, 'a')).rejects.toThrow('gone');
  });
});
