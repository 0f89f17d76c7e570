import { Client } from 'pg';
import { inTransaction, readEverything } from '../backup/backup-connection.ts';
import {
  raiseSequences,
  requireForeignKeys,
  requireReferenceData,
  requireSameSteps,
  requireSourceRights,
  requireTargetRights,
  tableWithRows,
} from './check-move.ts';
import { moveFiles } from './move-files.ts';
import { copyJobs } from './move-jobs.ts';
import type { ComparedTable, Ends, MoveOptions, MoveReport } from './move-options.ts';
import { MoveRejected } from './move-rejected.ts';
import {
  beginMove,
  countWaitingUploads,
  endAtSource,
  lockMove,
  readMove,
  setMoveState,
  storeArrival,
  undoMove,
  waitForWriters,
  type Sums,
} from './move-state.ts';
import { copyRows, isSameSum, sumRows, type MovedTable } from './moved-rows.ts';
import { planSharedRows, planSharedTables, planTenantTables } from './plan-move.ts';

const SNAPSHOT = 'begin isolation level repeatable read read only';
/** Tables from this many rows on are analysed at the target, whose plans would assume their old size. */
const ANALYSED_ROWS_MIN = 500;
/** PostgreSQL error code: unique violation. */
const NOT_UNIQUE = '23505';

/** Two connections outside the copying transactions: states that others must see at once. */
interface Controls {
  readonly source: Client;
  readonly target: Client;
}

/** Runs `work` with a connection to each database. The move of the cooperative is locked at the source meanwhile. */
export async function withControls<T>(
  { sourceUrl, targetUrl }: Ends,
  cooperativeId: string,
  work: (controls: Controls) => Promise<T>,
): Promise<T> {
  const open = async (connectionString: string) => {
    const client = new Client({ connectionString, application_name: 'tallgrunn-move' });
    client.on('error', () => undefined); // the failing query reports it
    await client.connect();
    return client;
  };
  const source = await open(sourceUrl);
  try {
    const target = await open(targetUrl).catch((error: Error) => {
      throw new MoveRejected(`The target database cannot be used: ${error.message}.`);
    });
    try {
      await requireSameSteps(source, target);
      await requireSourceRights(source);
      await requireTargetRights(target);
      await lockMove(source, cooperativeId);
      return await work({ source, target });
    } finally {
      await target.end();
    }
  } finally {
    await source.end();
  }
}

/** Runs `work` in a snapshot of the source that sees every row. */
export const inSnapshot = <T>(sourceUrl: string, work: (client: Client) => Promise<T>): Promise<T> =>
  inTransaction(sourceUrl, SNAPSHOT, async (client) => {
    await readEverything(client);
    return work(client);
  });

/**
 * Moves one cooperative to another database, while others write. Its own writes are refused meanwhile. The rows are
 * copied in one snapshot and one transaction, and compared in a second snapshot before the target commits. A killed move
 * is repaired by the next one.
 * @throws MoveRejected with a sentence for the operator; the cooperative can then write again
 */
export function moveCooperative(options: MoveOptions): Promise<MoveReport> {
  const { cooperativeId } = options;
  const began = Date.now();
  return withControls(options, cooperativeId, async (controls) => {
    const there = await readMove(controls.target, cooperativeId);
    const here = await readMove(controls.source, cooperativeId);
    if (there?.state === 'arriving' && (here?.state === 'delivering' || here?.state === 'moved'))
      return { ...(await confirmArrival(controls, options, there.sums)), seconds: secondsSince(began) };
    if (here?.state === 'moved') throw new MoveRejected('The cooperative has been moved from this database already.');
    const occupied = await tableWithRows(controls.target, options);
    if (occupied) throw new MoveRejected(`The target database has rows of this cooperative already, in ${occupied}.`);
    await requireNoUploads(options);
    await requireReferenceData(controls.source, controls.target, options);
    const report = await copyAndCompare(controls, options);
    return { ...report, seconds: secondsSince(began) };
  });
}

const secondsSince = (began: number): number => Math.round((Date.now() - began) / 100) / 10;

async function requireNoUploads({ sourceUrl, cooperativeId }: MoveOptions): Promise<void> {
  const count = await inSnapshot(sourceUrl, (reading) => countWaitingUploads(reading, cooperativeId));
  if (count > 0)
    throw new MoveRejected(
      `${count} upload(s) of the cooperative wait to be read: run the command again when they have been.`,
    );
}

async function copyAndCompare(
  { source, target }: Controls,
  options: MoveOptions,
): Promise<Omit<MoveReport, 'seconds'>> {
  const { cooperativeId } = options;
  let isCommitted = false;
  try {
    await beginMove(source, cooperativeId);
    options.log('Writes of the cooperative are refused from now on.');
    await waitForWriters(source, cooperativeId, options.waitSeconds);
    await requireNoUploads(options);
    const report = await inTransaction(options.targetUrl, 'begin', async (writing) => {
      await writing.query('set local session_replication_role = replica');
      const filled = await fillTarget(writing, options);
      await storeArrival(writing, cooperativeId, sumsOf(filled.tables));
      await setMoveState(source, cooperativeId, 'delivering');
      return filled;
    });
    isCommitted = true;
    await confirm({ source, target }, options, sumsOf(report.tables));
    return { ...report, isConfirmation: false };
  } catch (error) {
    // After a lost connection the commit is uncertain: the next run looks.
    const isCertain = !isCommitted && (await readMove(source, cooperativeId).catch(() => null))?.state === 'moving';
    if (isCertain) await undoMove(source, cooperativeId);
    throw explained(error);
  }
}

/** Returns the error of a unique key as a sentence. */
function explained(error: unknown): unknown {
  const { code, table, constraint } = error as { code?: string; table?: string; constraint?: string };
  if (code !== NOT_UNIQUE) return error;
  return new MoveRejected(`A row of ${table} has the same unique key as another of the target (${constraint}).`);
}

async function fillTarget(
  writing: Client,
  options: MoveOptions,
): Promise<Omit<MoveReport, 'seconds' | 'isConfirmation'>> {
  const { sourceUrl, cooperativeId } = options;
  const { tables, copied, files, mapped } = await inSnapshot(sourceUrl, async (reading) => {
    const planned = await planSharedRows(reading, writing, options);
    const tenant = await planTenantTables(reading, options, planned.mapped);
    const sums = await copyTables(reading, writing, tenant);
    return {
      tables: tenant,
      copied: sums,
      files: await moveFiles(reading, cooperativeId, options),
      mapped: planned.mapped,
    };
  });
  return inSnapshot(sourceUrl, async (reading) => {
    await requireUnchanged(reading, tables, copied);
    const people = await planSharedRows(reading, writing, options);
    const shared = await planSharedTables(reading, options, people);
    const sums = new Map([...copied, ...(await copyTables(reading, writing, shared))]);
    const compared = await compareTarget(writing, [...tables, ...shared], sums);
    await requireForeignKeys(writing, cooperativeId);
    await raiseSequences(writing);
    return {
      tables: compared,
      files,
      jobs: await copyJobs(reading, writing, cooperativeId),
      alreadyThere: people.alreadyThere,
      mapped: Object.fromEntries([...mapped].map(([name, ids]) => [name, ids.size])),
    };
  });
}

async function copyTables(
  reading: Client,
  writing: Client,
  tables: readonly MovedTable[],
): Promise<Map<string, ComparedTable['source']>> {
  const sums = new Map<string, ComparedTable['source']>();
  for (const table of tables) {
    const sum = await copyRows(reading, writing, table);
    if (sum.rows >= ANALYSED_ROWS_MIN) await writing.query(`analyze ${table.name}`);
    sums.set(table.name, sum);
  }
  return sums;
}

/** Reads the source a second time: whatever wrote past the guard since the copy began shows here. */
async function requireUnchanged(
  reading: Client,
  tables: readonly MovedTable[],
  sums: ReadonlyMap<string, ComparedTable['source']>,
): Promise<void> {
  for (const table of tables) {
    const [before, now] = [sums.get(table.name), await sumRows(reading, 'source', table)];
    if (!before || !isSameSum(before, now))
      throw new MoveRejected(
        `${table.name} changed at the source while it was copied (${before?.rows} rows, now ${now.rows}): nothing was moved. Run the command again.`,
      );
  }
}

/** @throws MoveRejected when the target does not have exactly the rows that were read */
async function compareTarget(
  target: Client,
  tables: readonly MovedTable[],
  sums: ReadonlyMap<string, ComparedTable['source']>,
): Promise<ComparedTable[]> {
  const compared: ComparedTable[] = [];
  for (const table of tables) {
    const source = sums.get(table.name) ?? { rows: 0, hash: '' };
    const there = await sumRows(target, 'target', table);
    if (!isSameSum(source, there))
      throw new MoveRejected(
        `${table.name} has ${source.rows} rows at the source and ${there.rows} at the target, or other content: nothing was moved.`,
      );
    compared.push({ table: table.name, source, target: there });
  }
  return compared;
}

const sumsOf = (tables: readonly ComparedTable[]): Sums =>
  Object.fromEntries(tables.map(({ table, target }) => [table, target]));

/** Tells the source first that the target has the cooperative, and opens it at the target after that. */
async function confirm({ source, target }: Controls, options: MoveOptions, sums: Sums): Promise<void> {
  await endAtSource(source, options.cooperativeId, options.address, sums);
  await setMoveState(target, options.cooperativeId, 'received');
}

/** Ends a move whose target committed before the process was killed: compares again, and confirms it. */
async function confirmArrival(
  controls: Controls,
  options: MoveOptions,
  sums: Sums,
): Promise<Omit<MoveReport, 'seconds'>> {
  const tables = await compareStored(options, sums);
  await confirm(controls, options, sums);
  return {
    tables,
    files: await inSnapshot(options.sourceUrl, (reading) => moveFiles(reading, options.cooperativeId, options)),
    jobs: 0,
    alreadyThere: {},
    mapped: {},
    isConfirmation: true,
  };
}

/**
 * Compares the source's tables of tenants with the sums that both databases had. Rows of people and legal entities may
 * change at either end, and are not compared.
 */
export async function compareStored(options: MoveOptions, sums: Sums): Promise<ComparedTable[]> {
  return inSnapshot(options.sourceUrl, async (reading) => {
    const compared: ComparedTable[] = [];
    const shared = await inTransaction(options.targetUrl, SNAPSHOT, async (there) => {
      await readEverything(there);
      return planSharedRows(reading, there, options);
    });
    for (const table of await planTenantTables(reading, options, shared.mapped)) {
      const target = sums[table.name];
      const source = await sumRows(reading, 'source', table);
      if (!target || !isSameSum(source, target))
        throw new MoveRejected(`${table.name} differs from what was moved (${target?.rows} rows, now ${source.rows}).`);
      compared.push({ table: table.name, source, target });
    }
    return compared;
  });
}
