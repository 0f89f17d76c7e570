import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApiKey, setUpParties } from '@tallgrunn/identity-server/testing';
import { CONFIG, ServiceProcesses, WatchAlerts, type Config } from '@tallgrunn/platform';
import { SeveredConnection, type TestApp } from '@tallgrunn/platform/testing';
import request from 'supertest';
import { buildOpenApi } from '../build-openapi.ts';
import { createWebServer, startAllRooms } from '../testing.ts';

let stand: TestApp;
let connection: SeveredConnection;
interface Posted {
  readonly name: string;
  readonly state: string;
}
const posted: Posted[] = [];
let hook: Server;
let app: NestExpressApplication;
let server: Server;
const TOKEN = 'scrapes-every-quarter-minute';
let key: string;
let calls = 0;
/** Returns the headers of an API key with a new client address each time, since calls per address are limited. */
const asKey = () => ({
  authorization: `Bearer ${key}`,
  'x-forwarded-for': `192.0.${(calls += 1) >> 8}.${calls & 255}`,
});
const asOperator = { authorization: `Bearer ${TOKEN}` };

beforeAll(async () => {
  stand = await startAllRooms();
  const parties = await setUpParties(stand);
  key = await createApiKey(stand, parties.suppliers[0]!.actor, ['report:check']);
  connection = await SeveredConnection.to(stand.database.appUrl);
  hook = createServer((request_, response) => {
    let body = '';
    request_.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request_.on('end', () => {
      posted.push(JSON.parse(body) as Posted);
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
  const config = stand.app.get<Config>(CONFIG);
  app = await createWebServer({
    ...config,
    appUrl: connection.url,
    trustedProxies: 1,
    operations: {
      ...config.operations,
      alertAfterSeconds: 0,
      metricsToken: TOKEN,
      alertWebhook: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`,
    },
  });
  app.useLogger(false);
  await app.listen(0, '127.0.0.1');
  server = app.getHttpServer();
});
afterAll(async () => {
  await connection.restore().catch(() => undefined);
  await app.close();
  await connection.sever();
  await stand.close();
  hook.close();
});

/** Returns all operations of the API, with ids that do not exist. */
function operations(): { method: 'get' | 'post' | 'put' | 'patch' | 'delete'; url: string }[] {
  return Object.entries(buildOpenApi(app).paths).flatMap(([url, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method as 'get',
      url: url.replaceAll(/\{[^}]+\}/g, '019fa5ac-0000-7000-8000-000000000000'),
    })),
  );
}

/** Routes that respond without the database. */
const WITHOUT_DATABASE = /^\/api\/v1\/(?:docs|openapi\.json)/;

describe('while the database is unreachable', () => {
  beforeAll(() => connection.sever());

  it('returns 503 with Retry-After for each operation with an API key, and never 500', async () => {
    const all = operations().filter(({ url }) => !WITHOUT_DATABASE.test(url));
    expect(all.length).toBeGreaterThan(150);
    const wrong: string[] = [];
    for (const { method, url } of all) {
      const { status, body, headers } = await request(server)[method](url).set(asKey());
      const isAway = status === 503 && body.code === 'database-unavailable' && Number(headers['retry-after']) > 0;
      // Public routes reject an invalid body before they need the database.
      const isRefused = status === 400 && /^\/api\/v1\/(?:session|password-resets|invitations)\b/.test(url);
      if (!isAway && !isRefused) wrong.push(`${method} ${url}: ${status} ${body.code}`);
    }
    expect(wrong).toEqual([]);
  });

  it('returns the same for pages with a session', async () => {
    const answer = await request(server).get('/api/v1/session').set('cookie', 'tallgrunn=s%3Aabc.def');
    expect([answer.status, answer.body.code]).toEqual([503, 'database-unavailable']);
  });

  it('reports it in health and readiness, and stays alive', async () => {
    expect((await request(server).get('/api/v1/health').expect(503)).headers['retry-after']).toBe('5');
    const { body, headers } = await request(server).get('/health/ready').set(asOperator).expect(503);
    expect(headers['retry-after']).toBe('5');
    expect(body.status).toBe('not-ready');
    expect(body.parts).toEqual(
      expect.arrayContaining([
        { part: 'database', state: 'down', reason: 'database-unreachable' },
        { part: 'files', state: 'ok', reason: null },
      ]),
    );
    await request(server).get('/health/live').expect(200);
    await request(server).get('/metrics').set(asOperator).expect(200);
  });

  it('sends one alert, directly from the program that notices it', async () => {
    await app.get(WatchAlerts).run('serve');
    await app.get(WatchAlerts).run('serve');
    expect(posted.map(({ name, state }) => [name, state])).toEqual([['database-unreachable', 'firing']]);
  });

  it('continues when the database is back', async () => {
    await connection.restore();
    await request(server).get('/api/v1/obligations').set(asKey()).expect(200);
    for (let status = 503; status !== 200;) status = (await request(server).get('/health/ready')).status;
    await app.get(ServiceProcesses).beat('work', '1.0.0', []);
    await app.get(WatchAlerts).run('serve');
    expect(posted.map(({ state }) => state)).toEqual(['firing', 'resolved']);
  });
});
