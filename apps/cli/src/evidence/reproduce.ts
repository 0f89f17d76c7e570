import { parseArgs } from 'node:util';
import { PackProblem, ReproduceRun, type ReproductionResult } from '@tallgrunn/emissions-server';
import { systemActor, UnitOfWork } from '@tallgrunn/platform';
import { ReadProblem } from '@tallgrunn/tabular';
import { uuidv7 } from '@tallgrunn/values';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import { FileProblem, openFile } from '../open-file.ts';
import type { Output } from '../output.ts';
import { openRooms } from '../open-rooms.ts';

const help = `Usage: npm run -s tallgrunn -- remake PACK.zip

Recalculates an emission run from its evidence pack alone: checks every file against its hash, chooses the method of each line and calculates it again, and compares
with the result of the run, to the last digit. Any database that "migrate" has been at will do; nothing is read from it and nothing written.

Prints {"run", "holds", "kg", "lines", "linesDiffering", "besides", "besidesDiffering", "totalsDiffering", "files"}. Exit code 1 when the result differs, or
when the file is not an evidence pack, was changed, or is of another version; stderr says which.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: argv, options: { json: { type: 'boolean' } }, allowPositionals: true });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new WrongUsage('Name the one evidence pack.');
  try {
    const source = await openFile(file);
    try {
      const reproduced = await openRooms((app) =>
        app
          .get(UnitOfWork, { strict: false })
          .run(systemActor(uuidv7(), { via: 'cli' }), (): Promise<ReproductionResult> =>
            app.get(ReproduceRun, { strict: false }).run(source),
          ),
      );
      await output.line({ ...reproduced });
      return reproduced.holds ? exit.fine : exit.blocked;
    } finally {
      await source.close();
    }
  } catch (error) {
    if (!(error instanceof PackProblem || error instanceof ReadProblem || error instanceof FileProblem)) throw error;
    output.log(error.message);
    return exit.blocked;
  }
}

export const reproduce: Command = { help, run };
