import 'reflect-metadata';
import { createHeadlessApp } from '@tallgrunn/app-server';
import { CalculateEmissions } from '@tallgrunn/emissions-server';
import { FindActor } from '@tallgrunn/identity-server';
import { RefreshCombined } from '@tallgrunn/insight-server';
import { MatchLines } from '@tallgrunn/matching-server';
import { Database, readConfig, UnitOfWork } from '@tallgrunn/platform';
import { withClient } from '../postgres/connect.mts';
import { correctReport } from './mismatched-lines.mts';

// Benchmark commands for a changed report: match, calculate and combine. Each runs in its own unit of work, as in the
// worker, and reports its time and the amount of write-ahead log. Prints JSON.
const app = await createHeadlessApp(readConfig(), { works: false });
const get = <T>(type: new (...args: never[]) => T): T => app.get(type, { strict: false });
const [only] = await get(FindActor).system('cli');
if (!only) throw new Error('Set up first.');
const inUnitOfWork = <T>(work: () => Promise<T>): Promise<T> => get(UnitOfWork).run({ ...only.actor }, work);

const walBytes = () =>
  inUnitOfWork(async () =>
    Number((await get(Database).one<{ at: string }>(`select (pg_current_wal_insert_lsn() - '0/0')::text as at`))?.at),
  );

async function measureStep(work: () => Promise<unknown>): Promise<{ seconds: number; bytes: number; result: unknown }> {
  const before = await walBytes();
  const began = performance.now();
  const result = await inUnitOfWork(work);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, bytes: (await walBytes()) - before, result };
}

async function runSteps() {
  const match = await measureStep(() => get(MatchLines).run());
  const weigh = await measureStep(() => get(CalculateEmissions).run('matching.run-finished', undefined, 'matched'));
  const combine = await measureStep(() => get(RefreshCombined).run());
  return { match, weigh, combine };
}

/**
 * `all`: everything for the first time. `correct-0-50-1000`: fifty times, corrects one or more reports with 1,000 lines
 * in total and runs all steps after each.
 */
const [from = 0, until = 0, lines = 0] = (process.argv[2] ?? '').split('-').slice(1).map(Number);
const results: unknown[] = [];
if (until === 0) results.push(await runSteps());
for (let at = from; at < until; at += 1) {
  const corrected = await withClient(process.env['TRIAL_OWNER_URL'] ?? '', (client) =>
    correctReport(client, at, lines),
  );
  results.push({ corrected, ...(await runSteps()) });
}
process.stdout.write(`${JSON.stringify(results)}\n`);
await app.close();
