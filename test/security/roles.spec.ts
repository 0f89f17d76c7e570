import { randomUUID } from 'node:crypto';
import { startAllRooms } from '@tallgrunn/app-server/testing';
import { InvitePerson, SetUpParties } from '@tallgrunn/identity-server';
import { mailedInvitation, setUpParties, TEST_PASSWORD, type Parties } from '@tallgrunn/identity-server/testing';
import { roleHasPermission, permissions, UnitOfWork, type Role, type RouteAccess } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import type { Response } from 'supertest';
import { anonymous, signedIn, withoutToken, type Caller } from './caller.ts';
import { accessOf, routesOf } from './routes-of.ts';

const sideOf = {
  'contract-manager': 'cooperative',
  administrator: 'cooperative',
  reader: 'buyer',
  auditor: 'cooperative',
  buyer: 'buyer',
  'buyer-administrator': 'buyer',
  'supplier-clerk': 'supplier',
  'supplier-administrator': 'supplier',
} as const;
const roles = Object.keys(sideOf) as (keyof typeof sideOf)[];
type Known = (typeof roles)[number] | 'invited';

let stand: TestApp;
let parties: Parties;
let access: Map<string, RouteAccess>;
const callers = new Map<Known | 'nobody', Caller>();

async function tokenFor(organisationId: string, role: Role): Promise<string> {
  await stand
    .get(UnitOfWork)
    .run(parties.manager.actor, () =>
      stand.get(InvitePerson).run({ email: 'invitert@example.no', role, organisationId }),
    );
  return mailedInvitation(stand, 'invitert@example.no');
}

beforeAll(async () => {
  stand = await startAllRooms();
  parties = await setUpParties(stand);
  access = accessOf(stand.app);
  const organisations = {
    cooperative: parties.manager.organisationId,
    buyer: parties.buyers[0]!.organisationId,
    supplier: parties.suppliers[0]!.organisationId,
  };
  for (const role of roles) {
    const email = `${role}@example.no`;
    await stand.get(UnitOfWork).run(parties.system, () =>
      stand.get(SetUpParties).addMember({
        organisationId: organisations[sideOf[role]],
        role,
        name: role,
        email,
        password: TEST_PASSWORD,
        endsAt: role === 'auditor' ? new Date(stand.clock.now().getTime() + 86_400_000) : null,
      }),
    );
    callers.set(role, await signedIn(stand, email));
  }
  callers.set(
    'invited',
    await anonymous(stand, { 'x-invitation': await tokenFor(organisations.supplier, 'supplier-clerk') }),
  );
  callers.set('nobody', await anonymous(stand));
});
afterAll(() => stand.close());

/** Calls a route with unknown ids and no body: the response shows who has access, and nothing changes. */
function callRoute(by: Caller, route: string): Promise<Response> {
  const [method, path = ''] = route.split(' ');
  const url = path.replace(/:(lineNo|number|version)\b/g, '999').replace(/:\w+/g, () => randomUUID());
  if (method === 'GET') return by.get(url);
  if (method === 'PUT') return by.put(url);
  if (method === 'PATCH') return by.patch(url);
  if (method === 'DELETE') return by.delete(url);
  return by.post(url);
}

const closed = () =>
  [...access]
    .filter(([, asked]) => asked.kind !== 'public')
    .map(([route]) => route)
    .sort();

async function answers(who: Known | 'nobody'): Promise<Map<string, Response>> {
  const by = callers.get(who)!;
  const found = new Map<string, Response>();
  for (const route of closed()) found.set(route, await callRoute(by, route));
  return found;
}

/** Acts of programs without a session: a signed secret in the address replaces its token. */
const withSecretAddress = new Set(['POST /notifications/unsubscribe/:token']);

describe('roles and routes', () => {
  it('every role of the permissions is tried', () => {
    const named = new Set(Object.values(permissions).flat() as string[]);
    expect([...named].sort()).toEqual([...roles, 'invited'].sort());
  });

  it('each role is let in where the reviewed table says, and nowhere else', async () => {
    const letIn = new Map(closed().map((route) => [route, [] as string[]]));
    for (const who of [...roles, 'invited'] as Known[]) {
      for (const [route, { status, body }] of await answers(who)) {
        expect(`${route} ${who} ${status}`).not.toMatch(/ 5\d\d$/);
        const refused =
          status === 401 || (status === 403 && ['permission-denied', 'no-active-membership'].includes(body.code));
        if (!refused) letIn.get(route)?.push(who);
      }
    }
    const all = [...letIn].map(([route, who]) => `${route.padEnd(52)} ${who.join(' ') || 'none'}`);
    const open = [...access]
      .filter(([, asked]) => asked.kind === 'public')
      .map(([route]) => `${route.padEnd(52)} everyone`);
    expect([...all, ...open].sort().join('\n')).toMatchSnapshot();
    for (const [route, who] of letIn) {
      const asked = access.get(route);
      const expected =
        asked?.kind === 'permission'
          ? [...roles, 'invited'].filter((role) => roleHasPermission(role as Role, asked.name))
          : roles;
      expect([route, who]).toEqual([route, expected]);
    }
  });

  it('whoever is not signed in is 401 everywhere but on public routes', async () => {
    for (const [route, { status, body }] of await answers('nobody'))
      expect([route, status, body.code]).toEqual([route, 401, 'not-authenticated']);
  });

  it('every act is refused without the token of the session, public or not', async () => {
    const by = await withoutToken(stand, parties.manager.email);
    for (const route of routesOf(stand.app).filter((each) => !each.startsWith('GET '))) {
      const { status, body } = await callRoute(by, route);
      const refused = withSecretAddress.has(route) ? [404, 'not-found'] : [403, 'csrf-token-missing'];
      expect([route, status, body.code]).toEqual([route, ...refused]);
    }
  });
});

describe('an invitation that nobody has answered', () => {
  it('opens what a supplier owes, and nothing at all of a cooperative or a buyer', async () => {
    const seen = async (organisationId: string, role: Role) =>
      (await (await anonymous(stand, { 'x-invitation': await tokenFor(organisationId, role) })).get('/obligations'))
        .status;
    expect(await seen(parties.suppliers[0]!.organisationId, 'supplier-clerk')).toBe(200);
    expect(await seen(parties.manager.organisationId, 'contract-manager')).toBe(401);
    expect(await seen(parties.buyers[0]!.organisationId, 'buyer')).toBe(401);
  });

  it('is 404 when made up', async () => {
    expect((await (await anonymous(stand, { 'x-invitation': 'made-up' })).get('/obligations')).status).toBe(404);
  });
});
