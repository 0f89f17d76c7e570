import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { MoveRejected } from './move-rejected.ts';
import type { TableSum } from './moved-rows.ts';

export type MoveState = 'moving' | 'delivering' | 'moved' | 'arriving' | 'received';
export type Sums = Readonly<Record<string, TableSum>>;

export interface StoredMove {
  readonly state: MoveState;
  readonly sums: Sums;
}

/** Jobs of a cooperative that moves start this much later: never, and their own time can be restored. */
const POSTPONED = `interval '1000 years'`;
const isPostponed = `start_after > now() + interval '500 years'`;
const ofCooperative = `data -> 'actor' ->> 'cooperativeId' = $1 and state in ('created', 'retry')`;

export async function readMove(client: Client, cooperativeId: string): Promise<StoredMove | null> {
  const { rows } = await client.query<StoredMove>(
    'select state, sums from platform.cooperative_move where moving_id = $1',
    [cooperativeId],
  );
  return rows[0] ?? null;
}

/**
 * Excludes other moves of the cooperative from this database while the connection is open.
 * @throws MoveRejected when another process has the lock
 */
export async function lockMove(client: Client, cooperativeId: string): Promise<void> {
  const { rows } = await client.query<{ locked: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('platform.mover ' || $1, 0)) as locked`,
    [cooperativeId],
  );
  if (!rows[0]?.locked) throw new MoveRejected('Another process moves this cooperative now: wait until it has ended.');
}

/** Refuses writes of the cooperative from now on, except those of units that have begun to write. */
export async function beginMove(client: Client, cooperativeId: string): Promise<void> {
  await client.query(
    `insert into platform.cooperative_move (moving_id, state) values ($1, 'moving')
     on conflict (moving_id) do update set state = 'moving', address = '', sums = '{}', started_at = clock_timestamp(), changed_at = clock_timestamp()`,
    [cooperativeId],
  );
  await postponeJobs(client, cooperativeId);
}

/**
 * Waits until no unit that writes for the cooperative is open and none of its jobs runs.
 * @throws MoveRejected after `waitSeconds`
 */
export async function waitForWriters(client: Client, cooperativeId: string, waitSeconds: number): Promise<void> {
  for (const until = Date.now() + waitSeconds * 1000; ; await pause(200)) {
    await postponeJobs(client, cooperativeId);
    // Each statement is a transaction: the lock is free as soon as it was available.
    const { rows } = await client.query<{ alone: boolean; active: number }>(
      `select pg_try_advisory_xact_lock(platform.move_lock($1::uuid)) as alone,
         (select count(*)::int from pgboss.job where data -> 'actor' ->> 'cooperativeId' = $1::text and state = 'active') as active`,
      [cooperativeId],
    );
    if (rows[0]?.alone && rows[0].active === 0) return;
    if (Date.now() > until)
      throw new MoveRejected(
        `${rows[0]?.active ?? 0} job(s) or a request of the cooperative did not end within ${waitSeconds} seconds: run the command again later, or with a longer --wait.`,
      );
  }
}

/** Returns how many uploads of the cooperative wait to be read: they are on the disk of one machine. */
export async function countWaitingUploads(client: Client, cooperativeId: string): Promise<number> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select a.attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     where a.attname = 'spool_name' and c.relkind in ('r', 'p') and not c.relispartition and not a.attisdropped`,
  );
  let count = 0;
  for (const { name } of tables) {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from ${name} where cooperative_id = $1 and spool_name is not null`,
      [cooperativeId],
    );
    count += rows[0]?.count ?? 0;
  }
  return count;
}

async function postponeJobs(client: Client, cooperativeId: string): Promise<void> {
  await client.query(
    `update pgboss.job set start_after = start_after + ${POSTPONED} where ${ofCooperative} and not (${isPostponed})`,
    [cooperativeId],
  );
}

/** Lets the cooperative write again, and its jobs start. */
export async function undoMove(client: Client, cooperativeId: string): Promise<void> {
  await client.query('begin');
  await client.query(
    `delete from platform.cooperative_move where moving_id = $1 and state in ('moving', 'delivering')`,
    [cooperativeId],
  );
  await client.query(
    `update pgboss.job set start_after = start_after - ${POSTPONED} where ${ofCooperative} and ${isPostponed}`,
    [cooperativeId],
  );
  await client.query('commit');
}

export async function setMoveState(client: Client, cooperativeId: string, state: MoveState): Promise<void> {
  await client.query(
    `update platform.cooperative_move set state = $2, changed_at = clock_timestamp() where moving_id = $1`,
    [cooperativeId, state],
  );
}

/** Writes at the target, in its transaction, that the cooperative was copied and that the source must confirm it. */
export async function storeArrival(target: Client, cooperativeId: string, sums: Sums): Promise<void> {
  await target.query(
    `insert into platform.cooperative_move (moving_id, state, sums) values ($1, 'arriving', $2)
     on conflict (moving_id) do update set state = 'arriving', address = '', sums = excluded.sums, changed_at = clock_timestamp()`,
    [cooperativeId, JSON.stringify(sums)],
  );
}

/** Marks the cooperative as moved at the source, and removes the jobs that the target has now. */
export async function endAtSource(client: Client, cooperativeId: string, address: string, sums: Sums): Promise<void> {
  await client.query('begin');
  await client.query(
    `update platform.cooperative_move set state = 'moved', address = $2, sums = $3, changed_at = clock_timestamp() where moving_id = $1`,
    [cooperativeId, address, JSON.stringify(sums)],
  );
  await client.query(`delete from pgboss.job where ${ofCooperative}`, [cooperativeId]);
  await client.query('commit');
}

/** SQL of a job's own start time. */
export const ownStart = `case when ${isPostponed} then start_after - ${POSTPONED} else start_after end`;
export const waitingJobs = (cooperativeId: string): string =>
  `data -> 'actor' ->> 'cooperativeId' = '${cooperativeId}' and state in ('created', 'retry')`;
