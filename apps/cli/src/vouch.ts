import { parseArgs } from 'node:util';
import { VouchForColleague } from '@tallgrunn/identity-server';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from './command.ts';
import type { Output } from './output.ts';
import { actingHelp, actingOptions, withRooms } from './rooms-apart.ts';

const help = `Usage: npm run -s tallgrunn -- vouch EMAIL [--organisation NAME] [options]

States that a person whom an administrator invited is a person of their own. From then on they count as independent in decisions that need two
persons. Do it for a second administrator, after you have spoken with them by a channel of your own.

  --organisation NAME   the organisation they are a member of, where there are several
${actingHelp}

Prints {"email", "organisation", "role"} for each membership; vouching a second time changes nothing.`;

interface Membership {
  readonly id: string;
  readonly organisation: string;
  readonly role: string;
}

const options = { ...actingOptions, organisation: { type: 'string' }, json: { type: 'boolean' } } as const;

async function run(words: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options });
  const [email, ...more] = positionals;
  if (!email || more.length > 0) throw new WrongUsage('Name the one person by e-mail address.');
  await withRooms(values, async (app, actor) => {
    const memberships = await app.get(UnitOfWork, { strict: false }).run(actor, async () => {
      const rows = await app.get(Database, { strict: false }).query<Membership>(
        `select m.id, o.name as organisation, m.role from identity.door_membership m
         join identity.door_organisation o on o.id = m.organisation_id
         join identity.person p on p.id = m.person_id
         where lower(p.email) = lower($1) and m.ended_at is null and m.role <> 'auditor' and ($2::text is null or lower(o.name) = lower($2)) order by o.name, m.role`,
        [email, values.organisation ?? null],
      );
      const organisations = new Set(rows.map(({ organisation }) => organisation));
      if (organisations.size > 1) throw new WrongUsage(`Say with --organisation which one: ${[...organisations].join(', ')}.`);
      for (const { id } of rows) await app.get(VouchForColleague, { strict: false }).run(id);
      return rows;
    });
    if (memberships.length === 0) throw new WrongUsage(`${email}: nobody with that address decides anything here.`);
    for (const { organisation, role } of memberships) await output.line({ email, organisation, role });
  });
  return exit.fine;
}

export const vouch: Command = { help, run };
