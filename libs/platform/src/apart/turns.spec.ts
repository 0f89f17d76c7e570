import { Turns } from './turns.ts';

/** Takes a turn and records the name when it is granted. */
function asking(turns: Turns, given: string[]) {
  return (owner: string, name: string) => void turns.take(owner).then(() => given.push(name), fail);
}
const fail = (error: unknown) => {
  throw error;
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('Turns', () => {
  it('reserves a slot for others when one owner requests all of them', async () => {
    const [turns, given] = [new Turns(4, 2), [] as string[]];
    const ask = asking(turns, given);
    for (let n = 1; n <= 30; n += 1) ask('large', `large ${n}`);
    ask('small', 'small 1');
    await settled();
    expect(given).toEqual(['large 1', 'large 2', 'small 1']);
  });

  it('grants a free slot to the owner with the fewest in use, then to the longest waiting', async () => {
    const [turns, given] = [new Turns(2, 2), [] as string[]];
    const ask = asking(turns, given);
    for (const n of [1, 2, 3, 4]) ask('large', `large ${n}`);
    ask('small', 'small 1');
    ask('other', 'other 1');
    await settled();
    turns.give('large');
    turns.give('large');
    await settled();
    expect(given).toEqual(['large 1', 'large 2', 'small 1', 'large 3']);
    turns.give('small');
    turns.give('large');
    await settled();
    expect(given.slice(4)).toEqual(['other 1', 'large 4']);
  });
});
