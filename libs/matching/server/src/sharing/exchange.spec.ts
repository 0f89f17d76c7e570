import { Exchange } from './exchange.ts';

describe('an exchange between sessions', () => {
  it('gives each what the others laid, whoever comes first', async () => {
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

  it('keeps nobody waiting for one that has failed, and lets nobody sit down after it', async () => {
    const exchange = new Exchange(2);
    const waiting = exchange.swap('accounts', 0, 'a');
    exchange.breakOff(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await expect(exchange.swap('places', 0, 'a')).rejects.toThrow('gone');
  });
});
