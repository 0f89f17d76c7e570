import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from '../lock.mjs';
import { runningFrom } from './postmaster.mts';
import { scratchFolder, scratchFolders } from './scratch-folder.mts';
import { startPostgres, type RunningPostgres } from './start-postgres.mts';

const prefix = 'tallgrunn-postgres-';

/** Removes the remains of test runs that were killed before their clean-up. The folder's name contains their pid. */
async function cleanUp(): Promise<void> {
  const remains = scratchFolders().flatMap((scratch) =>
    readdirSync(scratch)
      .filter((entry) => entry.startsWith(prefix))
      .map((entry) => path.join(scratch, entry)),
  );
  for (const folder of remains) {
    const owner = Number(path.basename(folder).slice(prefix.length).split('-')[0]);
    if (!owner || isAlive(owner)) continue;
    const left = runningFrom(folder);
    if (left) process.kill(left.pid, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * Starts a PostgreSQL for one test run, in memory where there is plenty. Nothing is forced to disk, and stop() removes
 * everything.
 */
export async function startTemporaryPostgres(): Promise<RunningPostgres> {
  await cleanUp();
  const folder = mkdtempSync(path.join(scratchFolder(), `${prefix}${process.pid}-`));
  const settings = { max_connections: '200', shared_buffers: '128MB', max_wal_size: '1GB', autovacuum: 'off' };
  const running = await startPostgres({ folder, database: 'postgres', durable: false, settings });
  const stop = async () => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  return { ...running, stop };
}
