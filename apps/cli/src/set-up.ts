import { parseArgs } from 'node:util';
import { InviteColleague, SetUpParties } from '@tallgrunn/identity-server';
import { Clock, systemActor, UnitOfWork, type Actor, type Role } from '@tallgrunn/platform';
import { OrgNumber, uuidv7 } from '@tallgrunn/values';
import type { INestApplicationContext } from '@nestjs/common';
import { exit, WrongUsage, type Command, type ExitCode } from './command.ts';
import type { Output } from './output.ts';
import { actingHelp, actingOptions, standRooms, withRooms } from './rooms-apart.ts';

const help = `Usage: npm run -s tallgrunn -- set-up KIND NAME [options]

Adds who takes part. KIND is cooperative, buyer or supplier; a cooperative is the first thing a new installation needs.

  --org-number N        the organisation number
  --municipality N      the municipality number of a buyer
  --invite EMAIL        a personal link for its first person, printed once and sent by mail
${actingHelp}

Prints {"kind", "name", "id", "invitation": {"email", "link", "expiresAt"} | null}.`;

const kinds = ['cooperative', 'buyer', 'supplier'] as const;
type Kind = (typeof kinds)[number];
const firstRole: Record<Kind, Role> = { cooperative: 'administrator', buyer: 'buyer-administrator', supplier: 'supplier-administrator' };

const options = { ...actingOptions, 'org-number': { type: 'string' }, municipality: { type: 'string' }, invite: { type: 'string' }, json: { type: 'boolean' } } as const;

async function run(words: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options });
  const [word, name, ...more] = positionals;
  const kind = kinds.find((each) => each === word);
  if (!kind || !name || more.length > 0) throw new WrongUsage('Say what to add, cooperative, buyer or supplier, and its name in quotes.');
  const orgNumber = readOrgNumber(values['org-number']);
  const add = async (app: INestApplicationContext, actor: Actor) => {
    const units = app.get(UnitOfWork, { strict: false });
    const parties = app.get(SetUpParties, { strict: false });
    const added = await units.run(actor, async () => {
      if (kind === 'cooperative') await parties.addCooperative(name);
      const id = await parties.addOrganisation({ kind, name, orgNumber, municipalityNumber: values.municipality ?? null });
      const invitation = values.invite ? await app.get(InviteColleague, { strict: false }).run({ email: values.invite, role: firstRole[kind], organisationId: id }) : null;
      return { id, invitation: invitation && { email: values.invite, link: invitation.link, expiresAt: invitation.expiresAt } };
    });
    await output.line({ kind, name, ...added });
  };
  if (kind === 'cooperative') await standRooms((app) => add(app, systemActor(uuidv7(app.get(Clock, { strict: false }).now()), { via: 'cli' })));
  else await withRooms(values, add);
  return exit.fine;
}

function readOrgNumber(text: string | undefined): string | null {
  if (text === undefined) return null;
  const { ok, value, problem } = OrgNumber.parse(text, { testNumbers: true });
  if (!ok) throw new WrongUsage(`--org-number ${text} is not an organisation number (${problem ?? 'unreadable'}): nine digits, the last of which checks the others.`);
  return value;
}

export const setUp: Command = { help, run };
