import path from 'node:path';
import { UserError, describeError } from '../user-error.mts';
import { withClient } from '../postgres/connect.mts';
import { archiveSettings } from '../postgres/log-archive.mts';
import { dataFolder } from '../project.mts';
import { copyContinuously } from './copy-files.mts';
import type { StartOptions } from './options.mts';
import { print, step } from './print.mts';
import type { Shutdown } from './shutdown.mts';
import { supervisePostgres } from './supervise-postgres.mts';

/** The folder's name contains the major version: another major version gets its own folder. */
export const postgresFolder = path.join(dataFolder, 'postgres-17');
export const databaseName = 'tallgrunn';
const versionMin = 17;

async function versionOf(url: string): Promise<string> {
  const place = `${new URL(url).hostname}:${new URL(url).port || 5432}`;
  try {
    const { rows } = await withClient(url, (client) => client.query<{ server_version: string }>('show server_version'));
    const version = rows[0]?.server_version ?? '';
    if (Number.parseInt(version, 10) >= versionMin) return version;
    throw new UserError(`The PostgreSQL at ${place} is version ${version}: Tallgrunn needs ${versionMin} or newer.`);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `The PostgreSQL at ${place} (DATABASE_URL) cannot be used: ${(error as Error).message || 'it does not answer'}.`,
    );
  }
}

/** Returns the administrator's address of the database: the operator's own, or that of the PostgreSQL started here. */
export async function openDatabase(options: StartOptions, shutdown: Shutdown): Promise<string> {
  const { databaseUrl, databasePort } = options;
  if (databaseUrl) {
    await step(
      'PostgreSQL',
      () => versionOf(databaseUrl),
      (version) => `${version.split(' ')[0]}, the one of DATABASE_URL`,
    );
    return databaseUrl;
  }
  const start = () =>
    supervisePostgres(
      {
        folder: postgresFolder,
        preferredPort: databasePort,
        database: databaseName,
        settings: {
          max_wal_size: '2GB',
          shared_buffers: '256MB',
          ...(options.logArchive && archiveSettings(options.logArchive, postgresFolder)),
        },
      },
      print,
    );
  const kept = await step(
    'PostgreSQL',
    start,
    ({ running }) => `${running.adopted ? 'was running' : 'started'} on port ${running.port}`,
  );
  shutdown.later(() => kept.stop());
  if (options.logArchive) {
    const stopCopying = copyContinuously(
      path.join(dataFolder, 'files'),
      path.join(options.logArchive, 'files'),
      (error) => print(`Files were not copied to ${options.logArchive}: ${describeError(error)}`),
    );
    shutdown.later(stopCopying);
  }
  return kept.running.url;
}
