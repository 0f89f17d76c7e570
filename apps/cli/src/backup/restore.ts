import path from 'node:path';
import { parseArgs } from 'node:util';
import { declaredWorkOfRooms, migrateDatabase, rooms } from '@tallgrunn/app-server';
import {
  fileStorageOf,
  findBackup,
  makeFilesPrivate,
  readBackupSettings,
  readConfig,
  readManifest,
  restoreBackup,
  storeSecrets,
  unsealSecrets,
} from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { printRejection } from './refused.ts';

const help = `Usage: npm run -s tallgrunn -- restore [--from FOLDER] [--to DATA]

Restores a backup into an empty database and a data folder, and brings it up to date. With S3_BUCKET set, files go to that bucket. Afterwards npm start serves it. A database that holds
anything is left as it is.

  --from FOLDER   a backup, or a folder of backups, of which the newest is taken; BACKUP_DIR when left out
  --to DATA       the data folder; TALLGRUNN_DATA when left out. Without DATABASE_URL the PostgreSQL that comes along is made there

BACKUP_PASSPHRASE_FILE opens sealed secrets. Where the backup has none, put your copy into DATA/secrets before you start.

Prints {"folder", "version", "takenAt", "rows", "files", "secrets", "taken", "jobsLeftOut"}.`;

/** Environment variables of the secrets, by the name of their file. */
const VARIABLES: Readonly<Record<string, string>> = {
  'session-secret': 'SESSION_SECRET',
  'factor-secret': 'FACTOR_SECRET',
  'security-log-key': 'SECURITY_LOG_KEY',
};

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } },
  });
  const settings = readBackupSettings(process.env);
  const from = values.from ?? settings.folder;
  if (!from) throw new WrongUsage('State with --from which backup to restore.');
  return printRejection(output, () => restoreFrom(from, values.to, settings.passphrase, output));
}

async function restoreFrom(
  from: string,
  to: string | undefined,
  passphrase: string | null,
  output: Output,
): Promise<ExitCode> {
  const folder = await findBackup(from);
  const manifest = await readManifest(folder);
  if (manifest.secrets === 'sealed' && !passphrase)
    throw new WrongUsage(
      'The secrets of this backup are sealed: name the file of the passphrase in BACKUP_PASSPHRASE_FILE.',
    );
  const secrets = manifest.secrets === 'sealed' && passphrase ? await unsealSecrets(folder, passphrase) : {};
  // No secret is generated for this folder: it needs those of the backup or the operator's copy.
  const env = Object.fromEntries(
    Object.entries(VARIABLES).map(([name, variable]) => [variable, process.env[variable] ?? secrets[name] ?? 'unused']),
  );
  const config = readConfig({ ...process.env, ...env, ...(to && { TALLGRUNN_DATA: to }) });
  const { dataFolder } = config;
  makeFilesPrivate(dataFolder);
  const restored = await restoreBackup({
    folder,
    ownerUrl: config.ownerUrl,
    appPassword: decodeURIComponent(new URL(config.appUrl).password),
    rooms,
    work: declaredWorkOfRooms(),
    files: {
      storage: fileStorageOf(config),
      dataFolder,
      inboxFolder: config.inboxFolder ?? path.join(dataFolder, 'inbox'),
      auditHeadsFolder: config.auditHeadsFolder ?? path.join(dataFolder, 'audit-heads'),
    },
  });
  await storeSecrets(dataFolder, secrets);
  const { taken } = await migrateDatabase(config);
  await output.line({
    folder,
    version: manifest.version,
    takenAt: manifest.takenAt,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    files: restored.files,
    secrets: manifest.secrets,
    taken,
    jobsLeftOut: restored.jobsLeftOut,
  });
  if (manifest.secrets === 'apart')
    output.log(`The secrets are not in the backup: put your copy of them into ${path.join(dataFolder, 'secrets')}.`);
  return exit.fine;
}

export const restore: Command = { help, run };
