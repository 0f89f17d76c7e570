import { Injectable, Module } from '@nestjs/common';
import { uuidv7 } from '@tallgrunn/values';
import { systemActor } from './actor.ts';
import { Database } from './database.ts';
import { Job, Jobs } from './jobs.ts';
import { defineRoom } from './room.ts';
import { setUpTestApp, type TestApp } from './testing.ts';
import { UnitOfWork } from './unit-of-work.ts';

const done: string[] = [];
const begun: string[] = [];
let firstMayEnd: Promise<unknown> = Promise.resolve();
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

@Injectable()
@Job('errands.gathered', { lane: 'long', waiting: 'one' })
class Gathered extends Doer {
  override async run({ mark }: { mark: string }): Promise<void> {
    begun.push(mark);
    if (mark === 'first') await firstMayEnd;
    done.push(mark);
  }
}

@Injectable()
@Job('errands.aside', { lane: 'short' })
class Aside {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
  ) {}

  async run(): Promise<void> {
    await this.units.run({ ...this.database.actor() }, async () => {
      const set = await this.database.one<{ longest: string }>(
        `select current_setting('statement_timeout') as longest`,
      );
      done.push(set?.longest ?? '');
    });
  }
}

@Module({ providers: [Small, Large, Gathered, Aside] })
class ErrandsModule {}

const here = systemActor(uuidv7());
/** Subject shared by many events, and by the runs they start. */
const everyday = uuidv7();
let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([defineRoom({ name: 'errands', module: ErrandsModule, migrations: [] })]);
  await stand.work();
});
afterAll(() => stand.close());
beforeEach(() => {
  done.length = 0;
  begun.length = 0;
  together = 0;
});

const enqueue = (name: string, payload: { mark: string; ms?: number }, startAfter?: Date) =>
  stand.get(UnitOfWork).run(here, () => stand.get(Jobs).enqueue(name, payload, { startAfter }));

const enqueueOne = (mark: string, committed: Promise<unknown> = Promise.resolve(), subjectId = everyday) =>
  stand.get(UnitOfWork).run(here, async () => {
    await stand.get(Jobs).enqueue('errands.gathered', { mark, subjectId }, { waiting: 'one' });
    await committed;
  });

/** Returns a promise and the function that resolves it. */
function gate(): { opened: Promise<unknown>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** Starts a run that ends when the returned function is called. */
async function keepBusy(): Promise<() => void> {
  const { opened, open } = gate();
  firstMayEnd = opened;
  await enqueueOne('first');
  await until(1, begun);
  return open;
}

async function until(count: number, marks = done): Promise<number> {
  const from = Date.now();
  while (marks.length < count && Date.now() - from < 30_000) await new Promise((resolve) => setTimeout(resolve, 5));
  return Date.now() - from;
}

describe('worker', () => {
  it('runs the jobs of one queue in order, one at a time, without pauses', async () => {
    const marks = Array.from({ length: 50 }, (_, n) => String(n));
    for (const mark of marks) await enqueue('errands.small', { mark });
    expect(await until(50)).toBeLessThan(8_000); // 25 s at two per second
    expect(done).toEqual(marks);
    expect(together).toBe(1);
  });

  it('is notified of a single job', async () => {
    const took: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      done.length = 0;
      await new Promise((resolve) => setTimeout(resolve, 120));
      await enqueue('errands.small', { mark: 'lone' });
      took.push(await until(1));
    }
    expect(took.toSorted((a, b) => a - b)[2]).toBeLessThan(300);
  });

  it('never lets small jobs wait for large ones', async () => {
    await enqueue('errands.large', { mark: 'large', ms: 1_500 });
    await enqueue('errands.small', { mark: 'small' });
    await until(2);
    expect(done).toEqual(['small', 'large']);
  });

  it('runs once for all jobs queued while it was busy', async () => {
    const endFirst = await keepBusy();
    for (const mark of ['second', 'third', 'fourth']) await enqueueOne(mark);
    endFirst();
    await until(2);
    await enqueueOne('fifth');
    await until(3);
    expect(done).toEqual(['first', 'second', 'fifth']);
  });

  it('leaves no queued progress of jobs covered by another run', async () => {
    const endFirst = await keepBusy();
    const subjects = [uuidv7(), uuidv7(), uuidv7()];
    for (const [n, subjectId] of subjects.entries()) await enqueueOne(`of ${n}`, undefined, subjectId);
    endFirst();
    await until(2);
    const statesOf = async () =>
      (
        await stand.asOwner<{ state: string }>('select state from platform.job_progress where subject_id = any ($1)', [
          subjects,
        ])
      ).map(({ state }) => state);
    for (let looks = 0; looks < 200 && (await statesOf()).some((state) => state !== 'done'); looks += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await statesOf()).toEqual(['done', 'done', 'done']);
    expect(done).toEqual(['first', 'of 0']);
  });

  it('leaves no unfinished progress of a job whose worker was killed, or whose attempt failed, and that another run covered', async () => {
    const endFirst = await keepBusy();
    const killed = uuidv7();
    const failed = uuidv7();
    await enqueueOne('killed', undefined, killed);
    await enqueueOne('failed', undefined, failed);
    await enqueueOne('second');
    // the queue retries both, after the second; their progress is what their workers reported last
    await stand.asOwner(
      `update pgboss.job set state = 'retry', retry_count = 1, created_on = now() + interval '1 minute' where data -> 'payload' ->> 'subjectId' = any ($1)`,
      [[killed, failed]],
    );
    await stand.asOwner(
      `update platform.job_progress set state = case when subject_id = $1 then 'working' else 'failed' end, stage = 'started', problem = case when subject_id = $2 then '{"code": "unexpected"}'::jsonb end
       where subject_id in ($1, $2)`,
      [killed, failed],
    );
    endFirst();
    await until(2);
    const states = () =>
      stand.asOwner<{ state: string; problem: unknown }>(
        'select state, problem from platform.job_progress where subject_id in ($1, $2)',
        [killed, failed],
      );
    for (let looks = 0; looks < 200 && (await states()).some(({ state }) => state !== 'done'); looks += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await states()).toEqual([
      { state: 'done', problem: null },
      { state: 'done', problem: null },
    ]);
    expect(done).toEqual(['first', 'second']);
  });

  it('runs again for work committed after a queued run had started', async () => {
    const endFirst = await keepBusy();
    await enqueueOne('second');
    const { opened, open } = gate();
    const third = enqueueOne('third', opened, uuidv7()); // enqueues while the second waits; commits after it ran
    endFirst();
    await until(2);
    open();
    await third;
    await until(3);
    expect(done).toEqual(['first', 'second', 'third']);
  });

  it('gives separate units of a job the timeouts of background work, whoever queued it', async () => {
    const atThePage = { ...here, via: 'web' as const };
    await stand.get(UnitOfWork).run(atThePage, () => stand.get(Jobs).enqueue('errands.aside', {}));
    await until(1);
    expect(done).toEqual(['2h']);
  });

  it('runs scheduled jobs when they are due', async () => {
    await enqueue('errands.small', { mark: 'later' }, new Date(Date.now() + 1_000));
    expect(await until(1)).toBeGreaterThan(800);
    expect(done).toEqual(['later']);
  });
});
