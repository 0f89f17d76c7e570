import { Injectable, Module } from '@nestjs/common';
import { uuidv7 } from '@tallgrunn/values';
import { systemActor } from './actor.ts';
import { Job, Jobs } from './jobs.ts';
import { defineRoom } from './room.ts';
import { standUp, type Stand } from './testing.ts';
import { UnitOfWork } from './unit-of-work.ts';

const done: string[] = [];
let running = 0;
let together = 0;

abstract class Doer {
  async run({ mark, ms = 0 }: { mark: string; ms?: number }): Promise<void> {
    together = Math.max(together, (running += 1));
    await new Promise((resolve) => setTimeout(resolve, ms));
    running -= 1;
    done.push(mark);
  }
}

@Injectable()
@Job('errands.small', { lane: 'short' })
class Small extends Doer {}

@Injectable()
@Job('errands.large', { lane: 'long' })
class Large extends Doer {}

@Module({ providers: [Small, Large] })
class ErrandsModule {}

const here = systemActor(uuidv7());
let stand: Stand;
beforeAll(async () => {
  stand = await standUp([defineRoom({ name: 'errands', module: ErrandsModule, migrations: [] })]);
  await stand.work();
});
afterAll(() => stand.close());
beforeEach(() => {
  done.length = 0;
  together = 0;
});

const enqueue = (name: string, payload: { mark: string; ms?: number }, startAfter?: Date) => stand.get(UnitOfWork).run(here, () => stand.get(Jobs).enqueue(name, payload, { startAfter }));

async function until(count: number): Promise<number> {
  const from = Date.now();
  while (done.length < count && Date.now() - from < 30_000) await new Promise((resolve) => setTimeout(resolve, 5));
  return Date.now() - from;
}

describe('the worker', () => {
  it('does what waits in one queue one after the other, without pauses, in order', async () => {
    const marks = Array.from({ length: 50 }, (_, n) => String(n));
    for (const mark of marks) await enqueue('errands.small', { mark });
    expect(await until(50)).toBeLessThan(8_000); // 25 s at two a second
    expect(done).toEqual(marks);
    expect(together).toBe(1);
  });

  it('is woken by a lone job', async () => {
    const took: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      done.length = 0;
      await new Promise((resolve) => setTimeout(resolve, 120));
      await enqueue('errands.small', { mark: 'lone' });
      took.push(await until(1));
    }
    expect(took.toSorted((a, b) => a - b)[2]).toBeLessThan(300);
  });

  it('never lets small work wait for large', async () => {
    await enqueue('errands.large', { mark: 'large', ms: 1_500 });
    await enqueue('errands.small', { mark: 'small' });
    await until(2);
    expect(done).toEqual(['small', 'large']);
  });

  it('does what was set for later when it is due', async () => {
    await enqueue('errands.small', { mark: 'later' }, new Date(Date.now() + 1_000));
    expect(await until(1)).toBeGreaterThan(800);
    expect(done).toEqual(['later']);
  });
});
