import { Injectable, Module } from '@nestjs/common';
import { uuidv7 } from '@tallgrunn/values';
import { PgBoss } from 'pg-boss';
import { systemActor } from '../actor.ts';
import { Job, Jobs } from '../jobs.ts';
import { DELIVER_MAIL } from '../mail/deliver-mail.ts';
import { defineRoom } from '../room.ts';
import { setUpTestApp, type TestApp } from '../testing.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { EndLostWork } from './end-lost-work.ts';

@Injectable()
@Job('chores.alone', { lane: 'short' })
class Alone {
  run(): Promise<void> {
    return Promise.resolve();
  }
}

@Injectable()
@Job('chores.together', { lane: 'short', waiting: 'one' })
class Together extends Alone {}

@Module({ providers: [Alone, Together] })
class ChoresModule {}

const here = systemActor(uuidv7());
const elsewhere = systemActor(uuidv7());
let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([defineRoom({ name: 'chores', module: ChoresModule, migrations: [] })]);
});
afterAll(() => stand.close());

/** Queues a job whose progress was last reported some minutes ago. Returns its subject. */
async function enqueue(name: string, actor = here, minutes = 5): Promise<string> {
  const subjectId = uuidv7();
  await stand.get(UnitOfWork).run(actor, () => stand.get(Jobs).enqueue(name, { subjectId }));
  await stand.asOwner('update platform.job_progress set updated_at = $2 where subject_id = $1', [
    subjectId,
    new Date(stand.clock.now().getTime() - minutes * 60_000),
  ]);
  return subjectId;
}

const ofSubject = `data -> 'payload' ->> 'subjectId' = $1`;
const endJob = (subjectId: string, state: string) =>
  stand.asOwner(`update pgboss.job set state = $2::pgboss.job_state, completed_on = now() where ${ofSubject}`, [
    subjectId,
    state,
  ]);
const removeJob = (subjectId: string) => stand.asOwner(`delete from pgboss.job where ${ofSubject}`, [subjectId]);
const report = (subjectId: string, state: string) =>
  stand.asOwner('update platform.job_progress set state = $2 where subject_id = $1', [subjectId, state]);
const progressOf = async (subjectId: string) =>
  (
    await stand.asOwner<{ state: string; code: string | null }>(
      `select state, problem ->> 'code' as code from platform.job_progress where subject_id = $1`,
      [subjectId],
    )
  )[0];

describe('lost work', () => {
  it('is reported as failed when its job was given up, as by a worker killed at the last attempt', async () => {
    const subjectId = await enqueue('chores.alone');
    await report(subjectId, 'working');
    await endJob(subjectId, 'failed');
    expect(await stand.get(EndLostWork).run(here)).toEqual([
      { jobName: 'chores.alone', subjectId, state: 'failed', code: 'unexpected' },
    ]);
    expect(await progressOf(subjectId)).toEqual({ state: 'failed', code: 'unexpected' });
    expect(await stand.get(EndLostWork).run(here)).toEqual([]);
  });

  it('is reported as lost when there is no such job, and as done when a run covered it', async () => {
    const [lost, covered] = [await enqueue('chores.alone'), await enqueue('chores.together')];
    for (const subjectId of [lost, covered]) await removeJob(subjectId);
    await stand.get(EndLostWork).run(here);
    expect(await progressOf(lost)).toEqual({ state: 'failed', code: 'job-lost' });
    expect(await progressOf(covered)).toEqual({ state: 'done', code: null });
  });

  it('is done when its newest job is completed, whatever became of earlier ones', async () => {
    const subjectId = await enqueue('chores.alone');
    await endJob(subjectId, 'failed');
    await stand
      .get(PgBoss)
      .send('chores.alone', { actor: here, payload: { subjectId } }, { startAfter: new Date(Date.now() + 60_000) });
    await stand.asOwner(
      `update pgboss.job set state = 'completed', created_on = now() + interval '1 second' where state = 'created' and ${ofSubject}`,
      [subjectId],
    );
    await report(subjectId, 'working');
    await stand.get(EndLostWork).run(here);
    expect(await progressOf(subjectId)).toEqual({ state: 'done', code: null });
  });

  it('is not what the queue still has, what was reported within a minute, or what another cooperative has', async () => {
    const [queued, retried, active] = [
      await enqueue('chores.alone'),
      await enqueue('chores.alone'),
      await enqueue('chores.together'),
    ];
    await report(active, 'working');
    await endJob(retried, 'retry');
    await endJob(active, 'active');
    const young = await enqueue('chores.alone', here, 0);
    const foreign = await enqueue('chores.alone', elsewhere);
    for (const subjectId of [young, foreign]) await removeJob(subjectId);
    expect(await stand.get(EndLostWork).run(here)).toEqual([]);
    expect(await progressOf(active)).toEqual({ state: 'working', code: null });
    for (const subjectId of [queued, retried, young, foreign])
      expect(await progressOf(subjectId)).toEqual({ state: 'waiting', code: null });
  });

  it('is an e-mail that waits for an attempt that the queue does not have', async () => {
    const [lost, waiting] = [uuidv7(), uuidv7()];
    for (const id of [lost, waiting])
      await stand.asOwner(
        `insert into platform.mail_delivery (cooperative_id, id, state, attempt_count, reason, updated_at) values ($1, $2, 'retrying', 11, '421', $3)`,
        [here.cooperativeId, id, new Date(stand.clock.now().getTime() - 300_000)],
      );
    await stand.get(PgBoss).send(DELIVER_MAIL, { actor: null, payload: { messageId: waiting } });
    expect(await stand.get(EndLostWork).run(here)).toEqual([
      { jobName: DELIVER_MAIL, subjectId: lost, state: 'failed', code: 'job-lost' },
    ]);
    expect(
      await stand.asOwner(
        'select id, state, reason from platform.mail_delivery where cooperative_id = $1 order by id',
        [here.cooperativeId],
      ),
    ).toEqual(
      [
        { id: lost, state: 'failed', reason: '421' },
        { id: waiting, state: 'retrying', reason: '421' },
      ].toSorted((a, b) => a.id.localeCompare(b.id)),
    );
    expect(
      await stand.asOwner(`select name, payload from platform.domain_event where subject_id = $1`, [lost]),
    ).toEqual([{ name: 'platform.mail-failed', payload: { reason: '421' } }]);
  });
});
