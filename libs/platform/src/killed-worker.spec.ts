import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Module } from '@nestjs/common';
import { uuidv7 } from '@tallgrunn/values';
import fc from 'fast-check';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { systemActor } from './actor.ts';
import { AuditLog } from './audit-log.ts';
import { Database } from './database.ts';
import { DomainEvents, OnDomainEvent } from './domain-events.ts';
import { Job, Jobs, type EnqueueOptions, type Progress } from './jobs.ts';
import { defineRoom } from './room.ts';
import { setUpTestApp, StatementCut, type TestApp } from './testing.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** Workers that wait in the middle of their work, by errand: the first attempt only. */
const gates = new Map<string, Promise<unknown>>();

/** When the work on an errand was under way, by the clock of the database. */
const begun = new Map<string, string>();

/** Does not look whether its work is there: that it is stored once is for the queue to see to. */
@Injectable()
@Job('errands.alone', { lane: 'short' })
class Alone {
  constructor(
    private readonly database: Database,
    private readonly events: DomainEvents,
    private readonly audit: AuditLog,
    private readonly units: UnitOfWork,
  ) {}

  async run({ subjectId }: { subjectId: string }, progress: Progress): Promise<void> {
    const gate = gates.get(subjectId);
    gates.delete(subjectId);
    await this.database.query('select pg_sleep(0.02)'); // from now on it is later than the begin of the transaction
    begun.set(subjectId, await this.#now());
    await this.audit.record({ act: 'errand.begun', subject: { kind: 'errand', id: subjectId } });
    await progress.tell('reading', 1, 2);
    await this.units.run({ ...this.database.actor() }, () => this.database.query('select 2'));
    await gate;
    await progress.tell('reading', 2, 2);
    await this.events.publish({ name: 'errands.done', subjectId, payload: {} });
  }

  async #now(): Promise<string> {
    const [row] = await this.database.query<{ now: string }>('select clock_timestamp()::text as now');
    return row!.now;
  }
}

@Injectable()
@Job('errands.together', { lane: 'long', waiting: 'one' })
class Together extends Alone {}

@Injectable()
@Job('errands.turn', { lane: 'short', inTurn: true })
class InTurn extends Alone {}

@Injectable()
@Job('errands.later', { lane: 'short', yieldsSeconds: 1 })
class Later extends Alone {}

/** Follows every errand, and is followed by nothing. */
@Injectable()
@OnDomainEvent('errands.done', { lane: 'short' })
class FollowErrand {
  constructor(private readonly audit: AuditLog) {}

  run({ subjectId }: { subjectId: string }): Promise<void> {
    return this.audit.record({ act: 'errand.followed', subject: { kind: 'errand', id: subjectId } });
  }
}

@Module({ providers: [Alone, Together, InTurn, Later, FollowErrand] })
class ErrandsModule {}

const rooms = [defineRoom({ name: 'errands', module: ErrandsModule, migrations: [] })];
const here = systemActor(uuidv7());
type Kind = [name: string, options: EnqueueOptions];
const kinds: Kind[] = [
  ['errands.alone', {}],
  ['errands.together', { waiting: 'one' }],
  ['errands.turn', { inTurn: { sizeBytes: 1000 } }],
  ['errands.later', {}],
];
/** A job and what follows it have about so many statements. */
const STATEMENTS_MAX = 35;
const RUNS = 6;
const PATIENCE_MS = 30_000;

let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp(rooms);
});
afterAll(() => stand.close());

/** A worker on a machine of its own, whose connections can be cut. */
const startWorker = async (databaseUrl: string): Promise<TestApp> => {
  const worker = await setUpTestApp(rooms, {
    database: { ...stand.database, appUrl: databaseUrl },
    operations: { listens: false, shutdownSeconds: 0 },
  });
  await worker.work();
  return worker;
};

/** A job and everything after its taking; not what the worker asks the other queues. */
const isOfJob = (name: string) => (text: string) => text.includes(`'${name}'`) || !/pgboss/.test(text);

/** What is left to do, and what was done of one errand. */
async function stateOf(subjectId: string) {
  const [row] = await stand.asOwner<{ open: string[]; progress: string; acts: string[] }>(
    `select array(select name || ' ' || state from pgboss.job where state not in ('completed', 'cancelled') order by 1) as open,
       (select state from platform.job_progress where subject_id = $1 and job_name like 'errands.%') as progress,
       array(select act from platform.audit_entry where subject_id = $1::text order by act) as acts`,
    [subjectId],
  );
  return row;
}

/** Gives up the jobs of workers that are gone, as it happens after half a minute without a sign of them. */
async function passTime(taken: ReadonlySet<string>): Promise<void> {
  await stand.asOwner(
    `update pgboss.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active' and id::text = any ($1)`,
    [[...taken]],
  );
  await stand.asOwner('update pgboss.queue set monitor_on = null, monitor_claim_on = null');
  await stand.get(PgBoss).supervise();
  await stand.asOwner(`update pgboss.job set start_after = now() where state = 'retry'`);
}

const activeJobs = async () =>
  new Set(
    (await stand.asOwner<{ id: string }>(`select id::text from pgboss.job where state = 'active'`)).map(({ id }) => id),
  );

async function untilDone(subjectId: string): Promise<void> {
  for (const last = Date.now() + PATIENCE_MS; Date.now() < last; await pause(20)) {
    const state = await stateOf(subjectId);
    if (state?.open.length === 0 && state.progress === 'done') return;
  }
}

const done = { open: [], progress: 'done', acts: ['errand.begun', 'errand.followed'] };

const transactionsSql =
  'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null';

/** Waits until a transaction is in this state. */
async function untilTransactions(condition: string): Promise<void> {
  while ((await stand.asOwner(`${transactionsSql} and ${condition}`)).length === 0) await pause(20);
}

/** Waits until no worker has a transaction open. */
async function untilNoTransaction(): Promise<void> {
  while ((await stand.asOwner(transactionsSql)).length > 0) await pause(20);
}

const enqueue = (name: string, subjectId: string, options: EnqueueOptions) =>
  stand.get(UnitOfWork).run({ ...here }, () => stand.get(Jobs).enqueue(name, { subjectId }, options));

/** Queues an errand whose worker is killed after one of its statements, and lets another worker take over. */
async function killAfter(statement: number, [name, options]: Kind): Promise<void> {
  let isCounting = false;
  const isCounted = isOfJob(name);
  const cut = await StatementCut.to(stand.database.appUrl, {
    statement,
    counts: (text) => isCounting && isCounted(text),
  });
  const workers = [await startWorker(cut.url)];
  const subjectId = uuidv7();
  isCounting = true;
  await enqueue(name, subjectId, options);
  for (const last = Date.now() + PATIENCE_MS; !cut.isCut && Date.now() < last; await pause(5))
    if ((await stateOf(subjectId))?.open.length === 0) break;
  if (cut.isCut) {
    await passTime(await activeJobs());
    workers.push(await startWorker(stand.database.appUrl));
  }
  await untilDone(subjectId);
  const last = cut.statements.at(statement - 1); // names the statement if this fails
  const state = await stateOf(subjectId);
  cut.close();
  for (const worker of workers) await worker.close();
  expect({ ...state, last }).toEqual({ ...done, last });
}

describe.each(kinds)('a job of %s', (...kind) => {
  it('ends when its work ends, not when its transaction began', async () => {
    const [name, options] = kind;
    const subjectId = uuidv7();
    const worker = await startWorker(stand.database.appUrl);
    await enqueue(name, subjectId, options);
    await untilDone(subjectId);
    await worker.close();
    const late = await stand.asOwner(
      `select from pgboss.job where name = $1 and data -> 'payload' ->> 'subjectId' = $2 and completed_on > $3::timestamptz`,
      [name, subjectId, begun.get(subjectId)],
    );
    expect(late).toHaveLength(1);
  }, 60_000);

  it('is done once by another worker, after whichever statement its own was killed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: STATEMENTS_MAX }), (statement) => killAfter(statement, kind)),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 300_000);

  it('is done once when a worker that was taken for dead ends after all', async () => {
    const [name, options] = kind;
    const subjectId = uuidv7();
    const { promise, resolve } = Promise.withResolvers<void>();
    gates.set(subjectId, promise);
    const silent = await startWorker(stand.database.appUrl);
    await enqueue(name, subjectId, options);
    while ((await activeJobs()).size === 0 || gates.has(subjectId)) await pause(5);
    const other = await startWorker(stand.database.appUrl);
    await passTime(await activeJobs());
    await untilDone(subjectId);
    resolve();
    await untilNoTransaction();
    for (const worker of [silent, other]) await worker.close();
    expect(await stateOf(subjectId)).toEqual(done);
  }, 60_000);

  it('is not shown as working again by a worker that tells its progress while another commits its end', async () => {
    const [name, options] = kind;
    const subjectId = uuidv7();
    const { promise, resolve } = Promise.withResolvers<void>();
    gates.set(subjectId, promise);
    const silent = await startWorker(stand.database.appUrl);
    await enqueue(name, subjectId, options);
    while (gates.has(subjectId)) await pause(5);
    await untilTransactions('state = $$idle in transaction$$');
    const faster = new pg.Client({ connectionString: stand.database.ownerUrl });
    await faster.connect();
    await faster.query('begin');
    await faster.query(`update pgboss.job set state = 'completed', completed_on = now() where state = 'active'`);
    await faster.query(`update platform.job_progress set state = 'done' where subject_id = $1`, [subjectId]);
    resolve();
    await untilTransactions('wait_event_type = $$Lock$$');
    await faster.query('commit');
    await faster.end();
    await untilNoTransaction();
    await silent.close();
    expect(await stateOf(subjectId)).toEqual({ open: [], progress: 'done', acts: [] });
  }, 60_000);
});
