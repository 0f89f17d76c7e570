import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { rooms, declaredWorkOfRooms } from '@tallgrunn/app-server';
import { readConfig, restoreBackup, type Config, type RestoredBackup } from '@tallgrunn/platform';
import { WrongUsage } from '../command.ts';

/**
 * Runs work with the configuration of a scratch database and a temporary data folder, which is removed afterwards.
 * @throws WrongUsage without an app password
 */
export async function withScratchConfig<T>(scratch: string, work: (config: Config) => Promise<T>): Promise<T> {
  if (!process.env['TALLGRUNN_APP_PASSWORD'] && !process.env['APP_DATABASE_URL'])
    throw new WrongUsage(
      'Set TALLGRUNN_APP_PASSWORD to the password that tallgrunn_app has on the server of --scratch, or is to get there.',
    );
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tallgrunn-trial-'));
  try {
    const given = process.env['APP_DATABASE_URL'];
    return await work(
      readConfig({
        ...process.env,
        DATABASE_URL: scratch,
        APP_DATABASE_URL: '',
        TALLGRUNN_APP_PASSWORD:
          process.env['TALLGRUNN_APP_PASSWORD'] || decodeURIComponent(new URL(given ?? '').password),
        TALLGRUNN_DATA: folder,
        TALLGRUNN_INBOX: '',
        TALLGRUNN_AUDIT_HEADS: '',
        S3_ENDPOINT: '', // a scratch installation must never reach the files of the real one
        S3_BUCKET: '',
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Restores the rows of a backup into the scratch database, without files. */
export const restoreToScratch = (folder: string, { ownerUrl, appUrl }: Config): Promise<RestoredBackup> =>
  restoreBackup({
    folder,
    ownerUrl,
    appPassword: decodeURIComponent(new URL(appUrl).password),
    rooms,
    work: declaredWorkOfRooms(),
    files: null,
  });
