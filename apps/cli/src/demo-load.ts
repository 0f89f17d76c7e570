import { access } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { FindActor } from '@tallgrunn/identity-server';
import { Instance } from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from './command.ts';
import { loadWorld } from './demo-load/load-world.ts';
import type { Output } from './output.ts';
import { openRooms } from './open-rooms.ts';

const help = `Usage: npm run -s tallgrunn -- demo load DIR

Loads the demo world written by "demo generate" into the database, through the same use cases as real users, each at its
own time. The installation then runs from the world's asOf, and says on every page that all of it is fictional.
A database that already contains a demo is left unchanged, and so is one in use (exit code 1); an interrupted load continues where it ended.

Prints {"loaded", "reports", "batches", "footprints", "seconds"}.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: argv, allowPositionals: true, options: { json: { type: 'boolean' } } });
  const [folder] = positionals;
  if (!folder || positionals.length > 1) throw new WrongUsage('Name the one folder that "demo generate" wrote.');
  await access(path.join(folder, 'world.json')).catch(() => {
    throw new WrongUsage(`There is no world.json in ${folder}: name the folder that "demo generate" wrote.`);
  });
  return openRooms(async (app) => {
    const begun = performance.now();
    const { demo, loading } = await app.get(Instance, { strict: false }).state();
    if (demo && loading === null) {
      await output.line({ loaded: false, reason: 'demo-already-there' });
      return exit.fine;
    }
    if (!demo && (await app.get(FindActor, { strict: false }).system('demo')).length > 0) {
      await output.line({ loaded: false, reason: 'database-in-use' });
      return exit.blocked;
    }
    const counts = await loadWorld(app, folder, (message) => output.log(message));
    await output.line({ loaded: true, ...counts, seconds: Math.round((performance.now() - begun) / 1000) });
    return exit.fine;
  });
}

export const demoLoad: Command = { help, run };
