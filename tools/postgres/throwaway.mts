import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runningFrom } from './postmaster.mts';
import { abandonedFolders, scratchFolder } from './scratch-folder.mts';
import { startPostgres, type RunningPostgres } from './start-postgres.mts';

const prefix = 'tallgrunn-postgres-';

/** Removes the remains of test runs that were killed before their clean-up. */
function cleanUp(): void {
  for (const folder of abandonedFolders(prefix)) {
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
  cleanUp();
  const folder = mkdtempSync(path.join(scratchFolder(), `${prefix}${process.pid}-`));
  const settings = { max_connections: '200', shared_buffers: '128MB', max_wal_size: '1GB', autovacuum: 'off' };
  const running = await startPostgres({ folder, database: 'postgres', durable: false, settings });
  const stop = async () => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  return { ...running, stop };
}
