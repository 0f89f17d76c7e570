import { parseArgs } from 'node:util';
import { FindMemberships, VouchForColleague } from '@tallgrunn/identity-server';
import { UnitOfWork } from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from './command.ts';
import type { Output } from './output.ts';
import { actingHelp, actingOptions, withRoomsAs } from './open-rooms.ts';

const help = `Usage: npm run -s tallgrunn -- vouch EMAIL [--organisation NAME] [options]

Confirms that a person whom an administrator invited is a separate person. From then on they count as independent in decisions that need two
people. Do it for a second administrator, after you have spoken with them through a channel you trust.

  --organisation NAME   the organisation they are a member of, where there are several
${actingHelp}

Prints {"email", "organisation", "role"} for each membership; vouching a second time changes nothing.`;

const options = { ...actingOptions, organisation: { type: 'string' }, json: { type: 'boolean' } } as const;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options });
  const [email, ...more] = positionals;
  if (!email || more.length > 0) throw new WrongUsage('Name the one person by e-mail address.');
  await withRoomsAs(values, async (app, actor) => {
    const memberships = await app.get(UnitOfWork, { strict: false }).run(actor, async () => {
      const rows = await app.get(FindMemberships, { strict: false }).run(email, values.organisation ?? null);
      const organisations = new Set(rows.map(({ organisation }) => organisation));
      if (organisations.size > 1)
        throw new WrongUsage(`State with --organisation which one: ${[...organisations].join(', ')}.`);
      for (const { id } of rows) await app.get(VouchForColleague, { strict: false }).run(id);
      return rows;
    });
    if (memberships.length === 0) throw new WrongUsage(`${email}: no one with that address approves anything here.`);
    for (const { organisation, role } of memberships) await output.line({ email, organisation, role });
  });
  return exit.fine;
}

export const vouch: Command = { help, run };
