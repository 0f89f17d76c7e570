import { parseArgs } from 'node:util';
import { rooms } from '@tallgrunn/app-server';
import {
  makeFilesPrivate,
  readBackupSettings,
  readConfig,
  removeExpiredBackups,
  writeBackup,
  type BackupSettings,
} from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { tablesExcludedFromBackup, printRejection } from './refused.ts';
import { watch } from './watch.ts';

const help = `Usage: npm run -s tallgrunn -- backup [--to FOLDER] [--prune] [--watch]

Writes a backup to a new folder in FOLDER: every table at one moment, the files that its rows name, scheduled exports that wait, the heads
of the audit chains, and, with a passphrase, the secrets. Server and worker may run meanwhile. DATABASE_URL must be the owner's.

  --to FOLDER   where backups are; BACKUP_DIR when left out
  --prune       afterwards removes the backups that BACKUP_KEEP no longer retains (daily=7,weekly=5,monthly=12)
  --watch       runs on, and writes and prunes every BACKUP_EVERY (24h)

BACKUP_PASSPHRASE_FILE names a file with the passphrase that the secrets are sealed with. Without it they are not in the backup.

Prints {"folder", "version", "takenAt", "tables", "rows", "files", "sizeBytes", "secrets", "removed"}. Exit code 1 where a file was missing.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      to: { type: 'string' },
      prune: { type: 'boolean' },
      watch: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const settings = readBackupSettings(process.env);
  const to = values.to ?? settings.folder;
  if (!to) throw new WrongUsage('State with --to, or with BACKUP_DIR, which folder to write the backup to.');
  if (!values.watch) return printRejection(output, () => backUpOnce(to, settings, values.prune === true, output));
  await watch(to, settings.everyMs, output, () =>
    printRejection(output, () => backUpOnce(to, settings, true, output)).catch((error: unknown) => {
      output.log(`The backup was not written: ${error instanceof Error ? error.message : String(error)}`);
      return exit.fault;
    }),
  );
  return exit.fine;
}

async function backUpOnce(to: string, settings: BackupSettings, prunes: boolean, output: Output): Promise<ExitCode> {
  const config = readConfig();
  makeFilesPrivate(config.dataFolder);
  const { folder, manifest } = await writeBackup({
    config,
    rooms,
    to,
    passphrase: settings.passphrase,
    leftOut: tablesExcludedFromBackup,
  });
  const removed = prunes ? await removeExpiredBackups(to, settings.keep) : [];
  const { files, tables, jobs } = manifest;
  await output.line({
    folder,
    version: manifest.version,
    takenAt: manifest.takenAt,
    tables: tables.length,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    files: files.count,
    sizeBytes: [...tables, jobs].reduce((sum, { sizeBytes }) => sum + sizeBytes, files.sizeBytes),
    secrets: manifest.secrets,
    removed,
  });
  if (manifest.secrets === 'apart')
    output.log(
      'The secrets are not in the backup: store a copy of the folder secrets apart from it, or set BACKUP_PASSPHRASE_FILE.',
    );
  for (const file of files.missing) output.log(`${file} is named by a row and not in the file store.`);
  return files.missing.length > 0 ? exit.blocked : exit.fine;
}

export const backUp: Command = { help, run };
