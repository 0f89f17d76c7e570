import { parseArgs } from 'node:util';
import { compareRestored, findBackup, readBackupSettings, readManifest, verifyFolder } from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { withScratchConfig, restoreToScratch } from './with-scratch-config.ts';
import { printRejection } from './refused.ts';

const help = `Usage: npm run -s tallgrunn -- backup verify [FOLDER] [--scratch URL]

Reads a whole backup again, compares each file with its SHA-256 and each table with its rows, restores it into a database of its own, and
compares every table once more. npm run starts a PostgreSQL for that and removes it afterwards.

  FOLDER          a backup, or a folder of backups, of which the newest is taken; BACKUP_DIR when left out
  --scratch URL   an empty database to restore into, where no PostgreSQL comes along. It is not emptied afterwards

Prints {"folder", "takenAt", "tables", "rows", "files", "isRestored", "faults": [...]}. Exit code 1 where there is a fault.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { scratch: { type: 'string' }, json: { type: 'boolean' } },
  });
  const from = positionals[0] ?? readBackupSettings(process.env).folder;
  if (!from) throw new WrongUsage('Say which backup to verify, or set BACKUP_DIR.');
  return printRejection(output, async () => {
    const folder = await findBackup(from);
    const { takenAt, tables, files } = await readManifest(folder);
    const faults = await verifyFolder(folder);
    const isRestored = values.scratch !== undefined && faults.length === 0;
    if (values.scratch && isRestored) faults.push(...(await differencesInScratch(folder, values.scratch)));
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    await output.line({ folder, takenAt, tables: tables.length, rows, files: files.count, isRestored, faults });
    if (values.scratch === undefined)
      output.log('The backup was read and not restored: name an empty database with --scratch.');
    return faults.length > 0 ? exit.blocked : exit.fine;
  });
}

const differencesInScratch = (folder: string, scratch: string): Promise<string[]> =>
  withScratchConfig(scratch, async (config) =>
    compareRestored(config.ownerUrl, await restoreToScratch(folder, config)),
  );

export const backupVerify: Command = { help, run };
