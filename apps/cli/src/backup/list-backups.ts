import { parseArgs } from 'node:util';
import { listBackups, readBackupSettings, readManifest } from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';

const help = `Usage: npm run -s tallgrunn -- backup list [--from FOLDER]

Prints the backups of a folder, newest first.

  --from FOLDER   where backups are; BACKUP_DIR when left out

Prints one line a backup: {"folder", "version", "takenAt", "rows", "files", "secrets"}.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options: { from: { type: 'string' }, json: { type: 'boolean' } } });
  const from = values.from ?? readBackupSettings(process.env).folder;
  if (!from) throw new WrongUsage('State with --from, or with BACKUP_DIR, where the backups are.');
  for (const { folder } of await listBackups(from)) {
    const { version, takenAt, tables, files, secrets } = await readManifest(folder);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    await output.line({ folder, version, takenAt, rows, files: files.count, secrets });
  }
  return exit.fine;
}

export const backupList: Command = { help, run };
