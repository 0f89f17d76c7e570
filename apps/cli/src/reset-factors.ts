import { parseArgs } from 'node:util';
import { ResetFactors } from '@tallgrunn/identity-server';
import { exit, WrongUsage, type Command, type ExitCode } from './command.ts';
import type { Output } from './output.ts';
import { openRooms } from './open-rooms.ts';

const help = `Usage: npm run -s tallgrunn -- reset-factors EMAIL

Removes the passkeys, the authenticator app and the recovery codes of a person who has lost them, signs them out everywhere and notifies them
by e-mail. The next sign-in is by password.

Prints {"email", "removed"}: how many factors there were.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: argv, allowPositionals: true, options: { json: { type: 'boolean' } } });
  const [email, ...more] = positionals;
  if (!email || more.length > 0) throw new WrongUsage('Write the e-mail address of one person.');
  let removed: number | null = null;
  await openRooms(async (app) => {
    removed = await app.get(ResetFactors, { strict: false }).byEmail(email);
  });
  if (removed === null)
    throw new WrongUsage(
      `Nobody has the e-mail address ${email}. Found no account; expected the address a person signs in with.`,
    );
  await output.line({ email, removed });
  return exit.fine;
}

export const resetFactors: Command = { help, run };
