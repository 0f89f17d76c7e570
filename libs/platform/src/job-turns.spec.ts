import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Module } from '@nestjs/common';
import { limits, uuidv7 } from '@tallgrunn/values';
import type { Actor } from './actor.ts';
import { Job, Jobs } from './jobs.ts';
import { defineRoom } from './room.ts';
import { setUpTestApp, type TestApp } from './testing.ts';
import { UnitOfWork } from './unit-of-work.ts';

const started: string[] = [];
let underWay = 0;
let mostUnderWay = 0;
let mayEnd: Promise<unknown> = Promise.resolve();

@Injectable()
@Job('files.read', { lane: 'short', inTurn: true })
class ReadFile {
  async run({ mark }: { mark: string }): Promise<void> {
    started.push(mark);
    mostUnderWay = Math.max(mostUnderWay, (underWay += 1));
    await mayEnd;
    underWay -= 1;
  }
}

@Module({ providers: [ReadFile] })
class FilesModule {}

const cooperativeId = uuidv7();
const member = (via: Actor['via'] = 'web'): Actor => ({
  personId: uuidv7(),
  membershipId: uuidv7(),
  cooperativeId,
  organisationId: uuidv7(),
  side: 'supplier',
  role: 'supplier-clerk',
  via,
});

let stand: TestApp;
beforeAll(
  async () => void (stand = await setUpTestApp([defineRoom({ name: 'files', module: FilesModule, migrations: [] })])),
);
afterAll(() => stand.close());

const send = (actor: Actor, mark: string, sizeBytes = 1, subjectId = uuidv7()) =>
  stand
    .get(UnitOfWork)
    .run({ ...actor }, () => stand.get(Jobs).enqueue('files.read', { mark, subjectId }, { inTurn: { sizeBytes } }));
const placeOf = (actor: Actor, subjectId: string) =>
  stand.get(UnitOfWork).run({ ...actor }, async () => (await stand.get(Jobs).progressOf(subjectId))[0]);
async function until(done: () => boolean): Promise<void> {
  while (!done()) await wait(20);
}

describe('queue position of a job', () => {
  it('starts a new organisation next, however many jobs another has queued, and reports its position', async () => {
    const [large, small, late] = [member(), member(), member()];
    let end: () => void = () => undefined;
    mayEnd = new Promise<void>((resolve) => (end = resolve));
    for (let n = 1; n <= 30; n += 1) await send(large, `large ${n}`);
    const subjectId = uuidv7();
    await send(small, 'small 1', 1, subjectId);
    expect(await placeOf(small, subjectId)).toMatchObject({
      state: 'waiting',
      position: 2,
      ahead: 1,
      expectedSeconds: null,
    });
    await stand.work();
    await until(() => underWay >= 2);
    await send(late, 'late 1');
    await send(late, 'late 2');
    end();
    await until(() => started.length === 33);
    const place = (mark: string): number => started.indexOf(mark);
    expect(place('small 1')).toBeLessThan(5);
    expect(place('late 1')).toBeLessThan(10);
    expect(place('late 2')).toBeLessThan(13);
    expect(new Set(started).size).toBe(33);
    expect(started.filter((mark) => mark.startsWith('large'))).toHaveLength(30);
    expect(mostUnderWay).toBeGreaterThanOrEqual(2);
  });

  it('rejects more files in progress than an organisation may have', async () => {
    let end: () => void = () => undefined;
    mayEnd = new Promise<void>((resolve) => (end = resolve));
    const eager = member('key');
    await send(eager, 'first', limits.uploads.atWorkBytesMax);
    await expect(send(eager, 'second', 1)).rejects.toMatchObject({
      status: 429,
      code: 'uploads-in-progress',
      params: { underWay: 1, retryAfterSeconds: limits.uploads.retryAfterSeconds },
    });
    await send(member('key'), 'another');
    const many = member();
    for (let n = 0; n < limits.uploads.atWorkMax; n += 1) await send(many, `many ${n}`);
    await expect(send(many, 'one more')).rejects.toMatchObject({
      code: 'uploads-in-progress',
      params: { underWay: limits.uploads.atWorkMax },
    });
    end();
  });
});
