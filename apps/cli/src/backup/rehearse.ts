import path from 'node:path';
import { parseArgs } from 'node:util';
import { migrateDatabase, readSchemaState, sealAudit, createHeadlessApp, verifyAudit } from '@tallgrunn/app-server';
import {
  compareRestored,
  findBackup,
  programVersion,
  readBackupSettings,
  readHeads,
  type Config,
} from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { withScratchConfig, restoreToScratch } from './with-scratch-config.ts';
import { printRejection } from './refused.ts';

const help = `Usage: npm run -s tallgrunn -- upgrade rehearse [--from FOLDER] [--scratch URL]

Restores a backup into a database of its own, migrates it with this version, and reports which steps were taken, how long they took, and
whether the rows, the schema and the audit chains are right. The installation itself is not touched. npm run starts a PostgreSQL for that
and removes it afterwards.

  --from FOLDER   a backup, or a folder of backups, of which the newest is taken; BACKUP_DIR when left out
  --scratch URL   an empty database to restore into, where no PostgreSQL comes along. It is not emptied afterwards

Prints {"folder", "from", "to", "rows", "taken", "seconds", "checks": {"rows", "schema", "audit"}}. Exit code 1 where a check fails.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: { from: { type: 'string' }, scratch: { type: 'string' }, json: { type: 'boolean' } },
  });
  const from = values.from ?? readBackupSettings(process.env).folder;
  if (!from) throw new WrongUsage('State with --from which backup to rehearse with.');
  const { scratch } = values;
  if (!scratch) throw new WrongUsage('Name an empty database to restore into with --scratch.');
  return printRejection(output, async () => {
    const folder = await findBackup(from);
    const report = await withScratchConfig(scratch, (config) => rehearse(folder, config));
    await output.line(report);
    return Object.values(report.checks).every(Boolean) ? exit.fine : exit.blocked;
  });
}

async function rehearse(folder: string, config: Config) {
  const restored = await restoreToScratch(folder, config);
  const differences = await compareRestored(config.ownerUrl, restored);
  const began = performance.now();
  const { taken } = await migrateDatabase(config);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const { state } = await readSchemaState(config);
  const { manifest } = restored;
  return {
    folder,
    from: manifest.version,
    to: programVersion(),
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    taken,
    seconds,
    checks: {
      rows: differences.length === 0,
      schema: state === 'ready',
      audit: await hasWholeChains(config, path.join(folder, 'audit-heads')),
    },
  };
}

/** Returns whether all audit chains are intact, including against the heads in the backup. */
async function hasWholeChains(config: Config, headsFolder: string): Promise<boolean> {
  const app = await createHeadlessApp(config, { works: false, jobsAtOnce: true });
  try {
    await sealAudit(app, true);
    const reports = await verifyAudit(app, await readHeads(headsFolder));
    return reports.every(({ breaks }) => breaks.length === 0);
  } finally {
    await app.close();
  }
}

export const upgradeRehearse: Command = { help, run };
