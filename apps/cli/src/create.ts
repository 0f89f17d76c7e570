import { parseArgs } from 'node:util';
import { InviteParty } from '@tallgrunn/agreements-server';
import { FindActor, InvitePerson, SetUpParties } from '@tallgrunn/identity-server';
import { Clock, Problem, systemActor, UnitOfWork, type Actor } from '@tallgrunn/platform';
import { OrgNumber, uuidv7 } from '@tallgrunn/values';
import type { INestApplicationContext } from '@nestjs/common';
import { exit, WrongUsage, type Command, type ExitCode } from './command.ts';
import type { Output } from './output.ts';
import { actingHelp, actingOptions, openRooms, withRoomsAs } from './open-rooms.ts';

const help = `Usage: npm run -s tallgrunn -- set-up KIND NAME [options]

Adds a participant, or finds it if it exists: by its organisation number, otherwise by its name. Running it again changes only the
invitation. KIND is cooperative, buyer or supplier; a cooperative is the first thing a new installation needs.

  --org-number N        the organisation number; added to an organisation that has none
  --municipality N      the municipality number of a new buyer
  --invite EMAIL        a personal link for an administrator (or --role), printed once and sent by e-mail; the audit log says that it was shown
  --role ROLE           of the person invited to a cooperative: administrator when left out, or contract-manager
${actingHelp}

Prints {"kind", "name", "id", "existed", "invitation": {"email", "link", "expiresAt"} | null}.`;

const kinds = ['cooperative', 'buyer', 'supplier'] as const;
type Kind = (typeof kinds)[number];

const options = {
  ...actingOptions,
  'org-number': { type: 'string' },
  municipality: { type: 'string' },
  invite: { type: 'string' },
  role: { type: 'string' },
  json: { type: 'boolean' },
} as const;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options });
  const [word, name, ...more] = positionals;
  const kind = kinds.find((each) => each === word);
  if (!kind || !name || more.length > 0)
    throw new WrongUsage('Say what to add, cooperative, buyer or supplier, and its name in quotes.');
  const role = roleOf(values.role, kind);
  const orgNumber = readOrgNumber(values['org-number']);
  const wanted = { kind, name, orgNumber, municipalityNumber: values.municipality ?? null };
  const add = async (app: INestApplicationContext, actor: Actor) =>
    output.line({
      kind,
      name,
      ...(await setUpParty(app, actor, wanted, values.invite === undefined ? null : { email: values.invite, role })),
    });
  if (kind === 'cooperative') await openRooms(async (app) => add(app, await cooperativeActor(app, name)));
  else await withRoomsAs(values, add);
  return exit.fine;
}

type InvitedRole = 'administrator' | 'contract-manager';

interface Invited {
  readonly email: string;
  readonly role: InvitedRole;
}

function roleOf(word: string | undefined, kind: Kind): InvitedRole {
  if (word === undefined || word === 'administrator') return 'administrator';
  if (word === 'contract-manager' && kind === 'cooperative') return word;
  throw new WrongUsage(
    `--role ${word}: a cooperative’s first users are administrator or contract-manager, and those of a buyer or supplier administrator.`,
  );
}

interface RequestedOrganisation {
  readonly kind: Kind;
  readonly name: string;
  readonly orgNumber: string | null;
  readonly municipalityNumber: string | null;
}

/** Returns the actor of the cooperative with this name, or of a new one. */
async function cooperativeActor(app: INestApplicationContext, name: string): Promise<Actor> {
  const existing = (await app.get(FindActor, { strict: false }).system('cli')).find(
    ({ cooperative }) => cooperative.toLowerCase() === name.trim().toLowerCase(),
  );
  return existing?.actor ?? systemActor(uuidv7(app.get(Clock, { strict: false }).now()), { via: 'cli' });
}

/**
 * Adds or finds the organisation and invites its administrator, in one transaction. A Problem is rethrown as WrongUsage
 * with advice.
 */
async function setUpParty(
  app: INestApplicationContext,
  actor: Actor,
  wanted: RequestedOrganisation,
  invited: Invited | null,
) {
  if (actor.side !== 'system' && actor.side !== 'cooperative')
    throw new WrongUsage(
      'Only the cooperative adds who takes part: say with --as an administrator of the cooperative.',
    );
  const parties = app.get(SetUpParties, { strict: false });
  try {
    return await app.get(UnitOfWork, { strict: false }).run(actor, async () => {
      if (wanted.kind === 'cooperative') await parties.ensureCooperative(wanted.name.trim());
      const { id, existed } = await parties.ensureOrganisation(wanted);
      return { id, existed, invitation: invited === null ? null : await invite(app, wanted.kind, id, invited) };
    });
  } catch (error) {
    throw error instanceof Problem ? new WrongUsage(sentenceOf(error, wanted)) : error;
  }
}

async function invite(app: INestApplicationContext, kind: Kind, id: string, { email, role }: Invited) {
  const { link, expiresAt } =
    kind === 'cooperative'
      ? await app.get(InvitePerson, { strict: false }).runForOperator({ email, role, organisationId: id })
      : await app.get(InviteParty, { strict: false }).runForOperator({ partyId: id, email }, kind);
  return { email, link, expiresAt };
}

function sentenceOf({ code, params }: Problem, { kind, name }: RequestedOrganisation): string {
  if (code === 'organisation-number-differs')
    return `There is a ${kind} called "${name}" with the number ${String(params['expected'])}, not ${String(params['found'])}. Correct its number on its page, or use another name.`;
  if (code === 'organisation-ambiguous')
    return `Several ${kind}s are called "${name}". Say which one with --org-number.`;
  return `Refused: ${code}.`;
}

function readOrgNumber(text: string | undefined): string | null {
  if (text === undefined) return null;
  const { ok, value, problem } = OrgNumber.parse(text, { testNumbers: true });
  if (!ok)
    throw new WrongUsage(
      `--org-number ${text} is not an organisation number (${problem ?? 'unreadable'}): nine digits, the last of which checks the others.`,
    );
  return value;
}

export const setUp: Command = { help, run };
