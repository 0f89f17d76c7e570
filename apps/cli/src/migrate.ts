import { parseArgs } from 'node:util';
import { migrateDatabase } from '@tallgrunn/app-server';
import { MigrationRefused, readConfig } from '@tallgrunn/platform';
import { exit, type Command, type ExitCode } from './command.ts';
import type { Output } from './output.ts';

const help = `Usage: npm run -s tallgrunn -- migrate

Brings the database up to date: DATABASE_URL, or the one that npm start brings along.
Prints {"taken": [...]}, the names of the steps that were taken; running it again takes none.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  parseArgs({ args: argv, options: { json: { type: 'boolean' } } });
  try {
    await output.line(await migrateDatabase(readConfig()));
    return exit.fine;
  } catch (error) {
    if (!(error instanceof MigrationRefused)) throw error;
    output.log(error.message);
    return exit.blocked;
  }
}

export const migrate: Command = { help, run };
