import type { Server } from 'node:http';
import request from 'supertest';
import {
  Clock,
  UnitOfWork,
  systemActor,
  type Actor,
  type KeyScope,
  type Role,
  type ActorKind,
} from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { addDays, osloDate, uuidv7 } from '@tallgrunn/values';
import { AcceptInvitation } from './invitations/accept-invitation.ts';
import { InvitePerson } from './invitations/invite-person.ts';
import { CreateApiKey } from './keys/create-api-key.ts';
import { SetUpParties } from './set-up-parties.ts';

export { MergeOrganisations } from './organisations/merge-organisations.ts';

export interface Party {
  readonly organisationId: string;
  readonly actor: Actor;
  readonly email: string;
}

export interface Parties {
  readonly cooperativeId: string;
  readonly system: Actor;
  readonly manager: Party;
  readonly buyers: readonly Party[];
  readonly suppliers: readonly Party[];
}

export const TEST_PASSWORD = 'a long enough password';

const supplierNumbers = ['311047116', '311082272', '311120301'];
const buyerNumbers = ['944117784', '964950768'];

/**
 * Sets up a cooperative with a manager, two buyers and two suppliers, one person each, through the room's use cases.
 */
export async function setUpParties(stand: TestApp, name = 'Samkjøp'): Promise<Parties> {
  const cooperativeId = uuidv7();
  const system = systemActor(cooperativeId);
  const units = stand.get(UnitOfWork);
  const setUp = stand.get(SetUpParties);
  await units.run(system, () => setUp.addCooperative(name));
  const add = (kind: Exclude<ActorKind, 'system'>, label: string, orgNumber: string | null, role: Role) =>
    units.run(system, async () => {
      const organisationId = await setUp.addOrganisation({ kind, name: label, orgNumber });
      const email = `${role}.${uuidv7()}@example.no`;
      const member = await setUp.addMember({ organisationId, role, name: label, email, password: TEST_PASSWORD });
      const actor: Actor = { ...member, cooperativeId, organisationId, side: kind, role, via: 'web' };
      return { organisationId, actor, email };
    });
  return {
    cooperativeId,
    system,
    manager: await add('cooperative', name, null, 'contract-manager'),
    buyers: [
      await add('buyer', 'Kongsvinger kommune', buyerNumbers[0] ?? null, 'buyer'),
      await add('buyer', 'Nord-Odal kommune', buyerNumbers[1] ?? null, 'buyer'),
    ],
    suppliers: [
      await add('supplier', 'Finnskog Storkjøkken Engros', supplierNumbers[0] ?? null, 'supplier-clerk'),
      await add('supplier', 'Solgløtt Frukt & Grønt', supplierNumbers[1] ?? null, 'supplier-administrator'),
    ],
  };
}

/** A signed-in HTTP client. Its requests carry the session cookie and CSRF token. */
export interface SignedIn {
  get(path: string): request.Test;
  post(path: string, body?: object): request.Test;
  put(path: string, body?: object): request.Test;
  patch(path: string, body?: object): request.Test;
  delete(path: string): request.Test;
}

/** Signs a person in over HTTP. */
export async function signIn(stand: TestApp, email: string, password = TEST_PASSWORD): Promise<SignedIn> {
  const agent = request.agent(stand.app.getHttpServer() as Server);
  const first = await agent.get('/session').expect(200);
  const after = await agent
    .post('/session')
    .set('x-csrf-token', first.body.csrfToken)
    .send({ email, password })
    .expect(200);
  const token: string = after.body.csrfToken;
  return {
    get: (path) => agent.get(path),
    post: (path, body) =>
      body ? agent.post(path).set('x-csrf-token', token).send(body) : agent.post(path).set('x-csrf-token', token),
    put: (path, body = {}) => agent.put(path).set('x-csrf-token', token).send(body),
    patch: (path, body = {}) => agent.patch(path).set('x-csrf-token', token).send(body),
    delete: (path) => agent.delete(path).set('x-csrf-token', token),
  };
}

/** Creates an API key of an actor, valid for thirty days. */
export async function createApiKey(
  stand: TestApp,
  actor: Actor,
  scopes: readonly KeyScope[],
  name = 'Test',
): Promise<string> {
  const expiresOn = addDays(osloDate(stand.get(Clock).now()), 30);
  return (await stand.get(UnitOfWork).run({ ...actor }, () => stand.get(CreateApiKey).run({ name, scopes, expiresOn })))
    .key;
}

/**
 * Sets up a signed-in administrator in the manager's organisation, without an inviter. The name is the e-mail address.
 */
export async function administrator(stand: TestApp, parties: Parties, email: string): Promise<SignedIn> {
  await stand.get(UnitOfWork).run(parties.system, () =>
    stand.get(SetUpParties).addMember({
      organisationId: parties.manager.organisationId,
      role: 'administrator',
      name: email,
      email,
      password: TEST_PASSWORD,
    }),
  );
  return signIn(stand, email);
}

/** Delivers queued e-mails and returns those to an address, newest first. */
export async function emailsTo(stand: TestApp, email: string): Promise<string[]> {
  const head = `to: ${email}\n`.toLowerCase();
  return (await stand.deliverMail()).filter((text) => text.toLowerCase().startsWith(head)).reverse();
}

/** Returns the token of the newest invitation e-mailed to an address. */
export async function mailedInvitation(stand: TestApp, email: string): Promise<string> {
  for (const text of await emailsTo(stand, email)) {
    const token = /\/invitation\/([\w-]+)/.exec(text)?.[1];
    if (token) return token;
  }
  throw new Error(`No invitation was mailed to ${email}.`);
}

/** Accepts an invitation without a session. Default: with a new account. */
export async function acceptInvitation(
  stand: TestApp,
  token: string,
  { account = 'new', name = 'Ny', password = TEST_PASSWORD } = {},
): Promise<request.Response> {
  const agent = request.agent(stand.app.getHttpServer() as Server);
  const { body } = await agent.get('/session').expect(200);
  return agent
    .post(`/invitations/${token}/accept`)
    .set('x-csrf-token', body.csrfToken)
    .send({ account, name, password });
}

/** Admits a colleague through the room's use cases: `inviter` invites, the invited person accepts. */
export async function admitColleague(
  stand: TestApp,
  inviter: Actor,
  role: Role,
  email: string,
  organisationId = inviter.organisationId ?? '',
): Promise<Party> {
  await stand.get(UnitOfWork).run({ ...inviter }, () => stand.get(InvitePerson).run({ email, role, organisationId }));
  const token = await mailedInvitation(stand, email);
  const isExisting =
    (
      await stand.asOwner('select from identity.person where lower(email) = lower($1) and password_hash is not null', [
        email,
      ])
    ).length > 0;
  const account = isExisting ? 'existing' : 'new';
  const { person, membershipId } = await stand
    .get(AcceptInvitation)
    .run(token, { account, name: email, password: TEST_PASSWORD, signedInId: null });
  return { organisationId, email, actor: { ...inviter, personId: person.id, membershipId, organisationId, role } };
}

/** Sets up a member as the operator does, without an inviter. */
export async function setUpMember(
  stand: TestApp,
  { system }: Parties,
  { organisationId, actor }: Party,
  role: Role,
  email: string,
): Promise<Party> {
  const member = await stand
    .get(UnitOfWork)
    .run({ ...system }, () =>
      stand.get(SetUpParties).addMember({ organisationId, role, name: email, email, password: TEST_PASSWORD }),
    );
  return { organisationId, email, actor: { ...actor, ...member, role } };
}
