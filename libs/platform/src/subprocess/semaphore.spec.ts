import { Semaphore } from './semaphore.ts';

/** Takes a turn and records the name when it is granted. */
function acquirer(semaphore: Semaphore, granted: string[]) {
  return (owner: string, name: string) => void semaphore.acquire(owner).then(() => granted.push(name), fail);
}
const fail = (error: unknown) => {
  throw error;
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('Turns', () => {
  it('reserves a slot for others when one owner requests all of them', async () => {
    const [semaphore, granted] = [new Semaphore(4, 2), [] as string[]];
    const ask = acquirer(semaphore, granted);
    for (let n = 1; n <= 30; n += 1) ask('large', `large ${n}`);
    ask('small', 'small 1');
    await settled();
    expect(granted).toEqual(['large 1', 'large 2', 'small 1']);
  });

  it('grants a free slot to the owner with the fewest in use, then to the longest waiting', async () => {
    const [semaphore, granted] = [new Semaphore(2, 2), [] as string[]];
    const ask = acquirer(semaphore, granted);
    for (const n of [1, 2, 3, 4]) ask('large', `large ${n}`);
    ask('small', 'small 1');
    ask('other', 'other 1');
    await settled();
    semaphore.release('large');
    semaphore.release('large');
    await settled();
    expect(granted).toEqual(['large 1', 'large 2', 'small 1', 'large 3']);
    semaphore.release('small');
    semaphore.release('large');
    await settled();
    expect(granted.slice(4)).toEqual(['other 1', 'large 4']);
  });
});
