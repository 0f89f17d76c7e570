/**
 * With modules of its own, since it reads the first log of a process.
 * @jest-environment node
 */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { PassThrough } from 'node:stream';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createWebServer, startAllRooms } from '@tallgrunn/app-server/testing';
import { SetUpParties } from '@tallgrunn/identity-server';
import { createApiKey, setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import {
  roleHasPermission,
  CONFIG,
  scopeGrantsPermission,
  scopesForActorKind,
  UnitOfWork,
  type Actor,
  type Config,
  type KeyScope,
} from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { Logger } from 'nestjs-pino';
import request from 'supertest';
import { accessOf, routesOf, scopesOfRoutes } from './routes-of.ts';

let stand: TestApp;
let parties: Parties;
const actors = new Map<'supplier' | 'buyer' | 'cooperative', Actor>();

beforeAll(async () => {
  stand = await startAllRooms();
  parties = await setUpParties(stand);
  for (const [side, { organisationId }] of [
    ['supplier', parties.suppliers[0]!],
    ['buyer', parties.buyers[0]!],
  ] as const) {
    const role = `${side}-administrator` as const;
    const member = await stand
      .get(UnitOfWork)
      .run({ ...parties.system }, () =>
        stand
          .get(SetUpParties)
          .addMember({ organisationId, role, name: role, email: `${role}@example.no`, password: null }),
      );
    actors.set(side, { ...member, cooperativeId: parties.cooperativeId, organisationId, side, role, via: 'web' });
  }
  actors.set('cooperative', parties.manager.actor);
});
afterAll(() => stand.close());

/** Calls a route with unknown ids: the response shows whether the key has access. */
function callRoute(key: string, route: string): request.Test {
  const [method = '', path = ''] = route.split(' ');
  const url = path.replace(/:(lineNo|number|version)\b/g, '999').replace(/:\w+/g, () => randomUUID());
  const agent = request(stand.app.getHttpServer() as Server);
  const call = {
    GET: () => agent.get(url),
    POST: () => agent.post(url),
    PUT: () => agent.put(url),
    PATCH: () => agent.patch(url),
    DELETE: () => agent.delete(url),
  }[method];
  if (!call) throw new Error(`${method} is not tried here.`);
  return call().set('authorization', `Bearer ${key}`);
}

describe('scopes and routes', () => {
  const all = (['supplier', 'buyer', 'cooperative'] as const).flatMap((side) =>
    scopesForActorKind(side).map((scope) => [side, scope] as const),
  );
  const table: string[] = [];

  it.each(all)(
    'a key of a %s with %s is let in where the routes say, and on no other route of the server',
    async (side, scope) => {
      const access = accessOf(stand.app);
      const declared = scopesOfRoutes(stand.app);
      await stand.asOwner('update identity.api_key set revoked_at = now() where revoked_at is null'); // an organisation may only have a limited number of keys
      let key = await createApiKey(stand, actors.get(side)!, [scope]);
      for (const [at, route] of routesOf(stand.app).entries()) {
        if (at % 80 === 79) key = await createApiKey(stand, actors.get(side)!, [scope]); // calls are counted per key
        const { status, body } = await callRoute(key, route);
        expect(`${route} ${scope} ${status}`).not.toMatch(/ (401|429|5\d\d)$/);
        const letIn = status !== 403;
        const named = declared.get(route) ?? [];
        expect([route, scope, letIn]).toEqual([route, scope, named.includes(scope)]);
        if (letIn) table.push(`${side.padEnd(12)} ${scope.padEnd(17)} ${route}`);
        else
          expect([route, body.code]).toEqual([
            route,
            named.length === 0 ? 'route-not-available-to-api-keys' : 'api-key-scope-missing',
          ]);
        const asked = access.get(route);
        if (letIn)
          expect(
            asked?.kind === 'permission' &&
              scopeGrantsPermission(scope, asked.name) &&
              roleHasPermission(actors.get(side)!.role, asked.name),
          ).toBe(true);
      }
    },
  );

  it('every key scope is let in where the reviewed table says', () => {
    expect([...new Set(table.map((line) => line.slice(0, 30).trim()))].sort()).toEqual(
      all.map(([side, scope]) => `${side.padEnd(12)} ${scope}`).sort(),
    );
    expect(table.sort().join('\n')).toMatchSnapshot();
  });

  it('a key opens nothing its maker may not do', async () => {
    // A buyer's key with a supplier's scopes added directly in the database.
    const key = await createApiKey(stand, actors.get('buyer')!, ['spend:import']);
    await stand.asOwner(
      `update identity.api_key set scopes = '{report:check,report:submit,spend:import}' where prefix = $1`,
      [key.slice(3, 13)],
    );
    for (const route of [
      'GET /obligations',
      'POST /obligations/:obligationId/checks',
      'POST /obligations/:obligationId/submissions',
    ])
      expect((await callRoute(key, route)).body.code).toBe('permission-denied');
  });

  it('a garbled key is refused on every route, also where nobody needs to sign in', async () => {
    const statuses = new Map<string, number>();
    for (const route of routesOf(stand.app).slice(0, 50))
      statuses.set(route, (await callRoute('tg_garbled', route)).status);
    expect([...statuses].filter(([, status]) => status !== 401)).toEqual([]);
  });
});

describe('what the log holds', () => {
  const written: string[] = [];
  let app: NestExpressApplication;

  // A separate server, because the first log created is the one of the process.
  beforeAll(async () => {
    app = await createWebServer(
      { ...stand.app.get<Config>(CONFIG), logLevel: 'trace' },
      new PassThrough().on('data', (piece: Buffer) => written.push(piece.toString())),
    );
    app.useLogger(app.get(Logger));
    await app.init();
  });
  beforeEach(() => written.splice(0));
  afterAll(() => app.close());

  it('of a key is nothing but its open part, also where a request fails and is written down whole', async () => {
    const key = await createApiKey(stand, actors.get('supplier')!, [
      'report:check',
      'report:submit',
    ] satisfies KeyScope[]);
    const wrong = `${key.slice(0, -2)}xx`;
    const agent = request(app.getHttpServer() as Server);
    const call = (text: string, url: string) => agent.get(`/api/v1${url}`).set('authorization', `Bearer ${text}`);
    await call(key, '/obligations').expect(200);
    expect((await call(key, '/obligations?periodKey=%00')).body.code).toBe('value-unreadable');
    await call(wrong, '/obligations').expect(401);
    await call(key, '/agreements').expect(403);
    await agent
      .post(`/api/v1/obligations/${randomUUID()}/checks`)
      .set({ authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' })
      .send('{"a":1}')
      .expect(404);
    const log = written.join('');
    expect(log).not.toMatch(/authorization|bearer/i);
    expect(log).toContain('"traceId"');
    expect([key.slice(14), wrong.slice(14)].filter((secret) => log.includes(secret))).toEqual([]);
  });

  it('of a personal link is not its token', async () => {
    const agent = request.agent(app.getHttpServer() as Server);
    const { csrfToken } = (await agent.get('/api/v1/session').expect(200)).body;
    const tables = ['identity.invitation', 'identity.password_reset'];
    for (const table of tables) await stand.asOwner(`revoke select, update on ${table} from tallgrunn_app`);
    try {
      await agent.get('/api/v1/invitations/hemmelig-en?lang=nb').expect(500);
      await agent
        .post('/api/v1/invitations/hemmelig-to/accept')
        .set('x-csrf-token', csrfToken)
        .send({ account: 'new', name: 'A', password: 'a long enough password' })
        .expect(500);
      await agent
        .post('/api/v1/password-resets/hemmelig-tre')
        .set('x-csrf-token', csrfToken)
        .send({ password: 'a long enough password' })
        .expect(500);
    } finally {
      for (const table of tables) await stand.asOwner(`grant select, update on ${table} to tallgrunn_app`);
    }
    const log = written.join('');
    expect(log.match(/\/(invitations|password-resets)\/…/g)?.length).toBeGreaterThanOrEqual(3);
    expect(log).not.toContain('hemmelig');
  });
});
