import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isAlive } from '../lock.mjs';
import { runningFrom } from './postmaster.mts';
import { startPostgres, type RunningPostgres } from './start-postgres.mts';

const prefix = 'tallgrunn-postgres-';

/** Removes the remains of test runs that were killed before their clean-up. The folder's name contains their pid. */
async function cleanUp(): Promise<void> {
  for (const name of readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const owner = Number(name.slice(prefix.length).split('-')[0]);
    if (!owner || isAlive(owner)) continue;
    const folder = path.join(os.tmpdir(), name);
    const left = runningFrom(folder);
    if (left) process.kill(left.pid, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * Starts a PostgreSQL for one test run in the temporary folder. Nothing is forced to disk, and stop() removes
 * everything.
 */
export async function startTemporaryPostgres(): Promise<RunningPostgres> {
  await cleanUp();
  const folder = mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
  const settings = { max_connections: '200', shared_buffers: '128MB', max_wal_size: '2GB', autovacuum: 'off' };
  const running = await startPostgres({ folder, database: 'postgres', durable: false, settings });
  const stop = async () => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  return { ...running, stop };
}
