import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApiKey, setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { CONFIG, defaultOperations, type Config, type OperationsConfig } from '@tallgrunn/platform';
import { parseExposition, type TestApp } from '@tallgrunn/platform/testing';
import request from 'supertest';
import { createWebServer, startAllRooms } from '../testing.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const TOKEN = 'scrapes-every-quarter-minute';
let stand: TestApp;
let parties: Parties;
let webFolder: string;
const written: string[] = [];
const open: NestExpressApplication[] = [];

async function serve({
  operations,
  ...change
}: Partial<Omit<Config, 'operations'>> & { operations?: Partial<OperationsConfig> } = {}): Promise<Server> {
  const config: Config = {
    ...stand.app.get<Config>(CONFIG),
    webFolder,
    logLevel: 'info',
    ...change,
    operations: { ...defaultOperations, diskFreeMinBytes: 0, ...operations },
  };
  const app = await createWebServer(config, { write: (line: string) => void written.push(line) });
  open.push(app);
  await app.listen(0, '127.0.0.1');
  return app.getHttpServer();
}

beforeAll(async () => {
  stand = await startAllRooms();
  parties = await setUpParties(stand);
  webFolder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-web-'));
  copyFileSync(path.resolve(__dirname, '../../../web/src/index.html'), path.join(webFolder, 'index.html'));
});
afterAll(async () => {
  for (const app of open) await app.close();
  await stand.close();
  rmSync(webFolder, { recursive: true });
});

const requestLines = () =>
  written.map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => line['context'] === 'request');

describe('probes', () => {
  let server: Server;
  beforeAll(async () => void (server = await serve()));
  const get = (url: string) => request(server).get(url);

  it.each(['/health/live', '/isalive'])('returns at %s that the program is alive', async (url) => {
    expect((await get(url).expect(200).expect('content-type', /json/)).body).toEqual({
      status: 'alive',
      program: 'serve',
    });
  });

  it.each(['/health/ready', '/isready'])('returns at %s each part with its state', async (url) => {
    const { body } = await get(url).expect(200);
    expect(body).toEqual({
      status: 'ready',
      program: 'serve',
      parts: [
        ...['database', 'schema', 'files', 'disk'].map((part) => ({ part, state: 'ok', reason: null })),
        { part: 'store', state: 'off', reason: null },
        { part: 'scanner', state: 'off', reason: null },
        { part: 'queue', state: 'ok', reason: null },
        { part: 'mail', state: 'off', reason: null },
      ],
    });
  });

  it.each([
    ...['/internal', '/internal/isalive', '/internal/prometheus', '/actuator/health', '/healthz', '/livez', '/readyz'],
    ...['/health', '/health/', '/-/healthy', '/prometheus', '/metrics/more', '/status', '/debug/pprof', '/IsAlive/x'],
  ])('returns 404 for %s, and no web page', async (url) => {
    const { body } = await get(url)
      .expect(404)
      .expect('content-type', /problem\+json/);
    expect(body).toMatchObject({ code: 'not-found', status: 404 });
  });

  it('does not affect the pages of the web application', async () => {
    for (const url of ['/', '/healthy-food', '/internals', '/metricsystem'])
      await get(url).expect(200).expect('content-type', /html/);
  });

  it('answers HEAD without a body and rejects other methods', async () => {
    expect((await request(server).head('/health/ready').expect(200)).text ?? '').toBe('');
    await request(server).post('/health/ready').expect(405).expect('allow', 'GET, HEAD');
  });

  it('shows the public whether it is ready, but not which part fails', async () => {
    const { body } = await get('/health/ready').set('x-forwarded-for', '192.0.2.7').expect(200);
    expect(body).toEqual({ status: 'ready', program: 'serve' });
  });
});

describe('/metrics', () => {
  it('is in the text format of Prometheus, with the metrics that operators need', async () => {
    const server = await serve();
    const key = await createApiKey(stand, parties.suppliers[0]!.actor, ['report:check']);
    const ask = (url: string) => request(server).get(url).set('authorization', `Bearer ${key}`);
    await ask('/api/v1/obligations').expect(200);
    await ask('/api/v1/obligations?periodKey=2026-03').expect(200);
    await ask('/api/v1/agreements').expect(403);
    await request(server).get('/').expect(200);

    const answer = await request(server).get('/metrics').expect(200);
    expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    const metrics = parseExposition(answer.text);
    const valueOf = (name: string, labels: Record<string, string> = {}) =>
      metrics
        .get(name)
        ?.samples.find((sample) => Object.entries(labels).every(([label, value]) => sample.labels[label] === value))
        ?.value;
    expect(
      valueOf('tallgrunn_http_requests_total', { method: 'GET', route: '/api/v1/obligations', status: '200' }),
    ).toBe(2);
    expect(valueOf('tallgrunn_http_requests_total', { route: '/api/v1/agreements', status: '403' })).toBe(1);
    expect(valueOf('tallgrunn_http_requests_total', { route: 'page', status: '200' })).toBe(1);
    expect(valueOf('tallgrunn_http_request_duration_seconds', { route: '/api/v1/obligations', le: '+Inf' })).toBe(2);
    for (const name of ['process_resident_memory_bytes', 'tallgrunn_disk_free_bytes', 'tallgrunn_disk_total_bytes'])
      expect([name, valueOf(name)! > 0]).toEqual([name, true]);
    for (const pool of ['main', 'sessions'])
      for (const state of ['in_use', 'idle'])
        expect(valueOf('tallgrunn_database_connections', { pool, state })).toBeGreaterThanOrEqual(0);
    expect(valueOf('tallgrunn_database_waiting', { pool: 'main' })).toBe(0);
    expect(valueOf('tallgrunn_queue_jobs', { queue: 'platform.deliver-mail', state: 'waiting' })).toBeDefined();
    expect(valueOf('tallgrunn_queue_oldest_seconds', { queue: 'platform.deliver-mail' })).toBeGreaterThanOrEqual(0);
    expect(valueOf('tallgrunn_refreshes_waiting')).toBe(0);
    expect(valueOf('tallgrunn_part_state', { part: 'database', state: 'ok' })).toBe(1);
    expect(valueOf('tallgrunn_event_loop_lag_seconds', { quantile: '0.99' })).toBeGreaterThanOrEqual(0);
    expect([...metrics.keys()]).toEqual(
      expect.arrayContaining(['tallgrunn_jobs_total', 'tallgrunn_mail_total', 'tallgrunn_mail_waiting']),
    );
  });

  it('counts queued jobs per queue, and their age', async () => {
    const server = await serve();
    await stand.asOwner(
      `insert into pgboss.job (name, data, created_on, start_after) values ('on-fact.RefreshAfterRun', '{}', now() - interval '90 seconds', now() - interval '90 seconds')`,
    );
    const metrics = parseExposition((await request(server).get('/metrics').expect(200)).text);
    const oldest = metrics
      .get('tallgrunn_queue_oldest_seconds')!
      .samples.find(({ labels }) => labels['queue'] === 'on-fact.RefreshAfterRun')!;
    expect(oldest.value).toBeGreaterThanOrEqual(90);
    expect(metrics.get('tallgrunn_refreshes_waiting')!.samples[0]!.value).toBe(1);
    await stand.asOwner(`delete from pgboss.job where name = 'on-fact.RefreshAfterRun'`);
  });

  it('is not available through a proxy when no token is set', async () => {
    const server = await serve();
    for (const header of ['x-forwarded-for', 'forwarded', 'via'])
      await request(server).get('/metrics').set(header, '192.0.2.7').expect(404);
    const proxied = await serve({ publicUrl: 'https://innkjop.example.no', https: true, trustedProxies: 1 });
    await request(proxied).get('/metrics').expect(404);
  });

  it('requires the token when one is set', async () => {
    const server = await serve({
      publicUrl: 'https://innkjop.example.no',
      https: true,
      operations: { metricsToken: TOKEN },
    });
    await request(server).get('/metrics').expect(401).expect('www-authenticate', 'Bearer');
    await request(server).get('/metrics').set('authorization', `Bearer ${TOKEN}x`).expect(401);
    const { text } = await request(server).get('/metrics').set('authorization', `Bearer ${TOKEN}`).expect(200);
    expect(parseExposition(text).size).toBeGreaterThan(10);
  });
});

describe('the request log', () => {
  it('has one line per request, with its trace and actor, and nothing of its content', async () => {
    const server = await serve();
    const key = await createApiKey(stand, parties.suppliers[0]!.actor, ['report:check']);
    written.length = 0;
    const answer = await request(server)
      .get('/api/v1/obligations?periodKey=hemmelig-verdi&email=kari@example.no')
      .set({
        authorization: `Bearer ${key}`,
        cookie: 'tallgrunn=hemmelig-kake',
        'user-agent': 'Karis nettleser',
        'x-forwarded-for': '192.0.2.7',
        traceparent: `00-${TRACE}-00f067aa0ba902b7-01`,
        'x-request-id': 'req-17',
      });
    expect(answer.headers['traceparent']).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`));
    expect(answer.headers['traceparent']).not.toContain('00f067aa0ba902b7');
    expect(answer.headers['x-request-id']).toBe('req-17');
    const lines = requestLines();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: 30,
      method: 'GET',
      route: '/api/v1/obligations',
      status: answer.status,
      traceId: TRACE,
      requestId: 'req-17',
      actorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      ms: expect.any(Number),
    });
    expect(lines[0]!['bytes']).toBeGreaterThan(100);
    const text = written.join('');
    for (const secret of [key, 'hemmelig', 'kari@', 'Karis', '192.0.2.7', 'periodKey'])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
  });

  it('names a route by its pattern and gives a problem the id of its trace', async () => {
    const server = await serve();
    written.length = 0;
    const { body, headers } = await request(server).get('/api/v1/invitations/hemmelig-lenke');
    await request(server).get('/api/v1/no-such-route').expect(404);
    const [found, missing] = requestLines();
    expect(found).toMatchObject({ route: '/api/v1/invitations/:token', actorId: null, traceId: body.traceId });
    expect(headers['traceparent']).toContain(String(body.traceId));
    expect(missing).toMatchObject({ route: 'unmatched', status: 404 });
    expect(written.join('')).not.toContain('hemmelig');
  });

  it('creates a trace and a request id when the given ones are invalid', async () => {
    const server = await serve();
    const { headers } = await request(server)
      .get('/api/v1/health')
      .set({ traceparent: `00-${TRACE}-01`, 'x-request-id': 'kari@example.no' })
      .expect(200);
    const [, traceId] = /^00-([0-9a-f]{32})-[0-9a-f]{16}-00$/.exec(headers['traceparent']!)!;
    expect(traceId).not.toBe(TRACE);
    expect(headers['x-request-id']).toBe(traceId);
  });

  it('leaves out probes, and is silent when disabled', async () => {
    const [server, silent] = [await serve(), await serve({ operations: { logsRequests: false } })];
    written.length = 0;
    await request(server).get('/health/ready').expect(200);
    await request(server).get('/metrics').expect(200);
    await request(silent).get('/api/v1/health').expect(200);
    expect(requestLines()).toEqual([]);
  });
});

describe('too little disk space', () => {
  it('rejects files with one message, and nothing else', async () => {
    const server = await serve({ operations: { diskFreeMinBytes: Number.MAX_SAFE_INTEGER } });
    const key = await createApiKey(stand, parties.suppliers[0]!.actor, ['report:check']);
    const { body, headers } = await request(server)
      .post('/api/v1/obligations/019fa5ac-0000-7000-8000-000000000000/checks')
      .set('authorization', `Bearer ${key}`)
      .attach('file', Buffer.from('a;b\n1;2\n'), 'rapport.csv')
      .expect(507);
    expect(body).toMatchObject({ code: 'disk-full', params: { retryAfterSeconds: 60 } });
    expect(headers['retry-after']).toBe('60');
    await request(server).get('/api/v1/obligations').set('authorization', `Bearer ${key}`).expect(200);
    const ready = await request(server).get('/health/ready').expect(200);
    expect(ready.body.status).toBe('degraded');
    expect(ready.body.parts).toContainEqual({ part: 'disk', state: 'degraded', reason: 'disk-low' });
  });
});
