import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createWebServer, startServer, startAllRooms } from '@tallgrunn/app-server/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { CONFIG, type Config } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { blobSource, openTable } from '@tallgrunn/tabular';
import request from 'supertest';

const HASHED = 'main-ABCD1234.js';
let stand: TestApp;
let parties: Parties;
let served: NestExpressApplication;
let published: NestExpressApplication;
let webFolder: string;

beforeAll(async () => {
  stand = await startAllRooms();
  parties = await setUpParties(stand);
  webFolder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-web-'));
  copyFileSync(path.resolve(__dirname, '../../apps/web/src/index.html'), path.join(webFolder, 'index.html'));
  copyFileSync(path.resolve(__dirname, '../../apps/web/public/favicon.svg'), path.join(webFolder, 'favicon.svg'));
  writeFileSync(path.join(webFolder, HASHED), 'export {};\n');
  served = await startServer(stand, { webFolder });
  published = await startServer(stand, {
    webFolder,
    securityContact: 'mailto:sikkerhet@example.no',
    publicUrl: 'https://innkjop.example.no',
    https: true,
  });
});
afterAll(async () => {
  await served.close();
  await published.close();
  await stand.close();
  rmSync(webFolder, { recursive: true });
});

const get = (url: string, from = served) => request(from.getHttpServer() as Server).get(url);

describe('public information about the installation', () => {
  it('is whether it answers, without versions or scanner state', async () => {
    expect((await get('/api/v1/health').expect(200)).body).toEqual({ status: 'ok' });
    expect((await get('/api/v1/health/details').expect(401)).text).not.toMatch(/postgres/i);
  });

  it.each(['/api/v1/docs', '/api/v1/docs/swagger-ui.css', '/api/v1/openapi.json'])(
    'contains no API description: %s',
    async (url) => {
      const { status, text } = await get(url);
      expect(status).toBe(401);
      expect(text).not.toMatch(/swagger|paths/i);
    },
  );

  it('names no former document address', async () => {
    expect((await get('/api/docs')).headers['location']).toBe('/api/v1/docs');
    for (const url of ['/api/docs-json', '/api/docs-yaml', '/api/docs/swagger-ui-init.js'])
      expect((await get(url)).status).toBe(404);
  });
});

describe("information for the cooperative's staff", () => {
  let manager: SignedIn;
  beforeAll(async () => (manager = await signIn(stand, parties.manager.email)));

  it('includes the database version and the scanner state', async () => {
    expect((await manager.get('/health/details').expect(200)).body).toEqual({
      status: 'ok',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      database: expect.stringMatching(/^PostgreSQL 1\d/),
      scanner: 'off',
    });
  });

  it('includes every route, on a page without inline scripts or styles', async () => {
    const { body } = await manager.get('/openapi.json').expect(200);
    expect(Object.keys((body as { paths: object }).paths).length).toBeGreaterThan(100);
    const page = await manager.get('/docs').expect(200);
    expect(page.text).not.toMatch(/<style|style=|<script>|onload=/);
    const parts = [...page.text.matchAll(/(?:src|href)="\/api\/v1(\/docs\/[^"]+)"/g)].map(([, part = '']) => part);
    expect(parts).toHaveLength(3);
    for (const part of parts)
      expect((await manager.get(part).expect(200)).headers['content-type']).toMatch(/^text\/(?:css|javascript)/);
    await manager.get('/docs/package.json').expect(404);
    await manager.get('/docs/..%2Fpackage.json').expect(404);
  });

  it('is hidden from clerks of suppliers and buyers', async () => {
    for (const { email } of [parties.suppliers[0]!, parties.buyers[0]!]) {
      const clerk = await signIn(stand, email);
      for (const url of ['/health/details', '/openapi.json', '/docs']) await clerk.get(url).expect(403);
    }
  });
});

describe('the first page', () => {
  it('allows its own component styles by a new nonce each time, and no other inline style or script', async () => {
    const nonces = new Set<string>();
    for (const url of ['/', '/sign-in', '/index.html', '/']) {
      const { headers, text } = await get(url).expect(200);
      const policy = headers['content-security-policy'] ?? '';
      const [, nonce = ''] = /style-src 'self' 'nonce-([^']{22,})'/.exec(policy) ?? [];
      expect(text).toContain(`<tg-shell ngCspNonce="${nonce}">`);
      expect(policy).not.toMatch(/unsafe/);
      expect(policy).toMatch(/script-src 'self';/);
      expect(policy).toMatch(/style-src-attr 'none'/);
      expect(headers['cache-control']).toBe('no-store');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
  });

  it('is cached only for files with a content hash in their name', async () => {
    expect((await get(`/${HASHED}`).expect(200)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/favicon.svg').expect(200)).headers['cache-control']).toBe('no-cache');
  });
});

describe('every answer', () => {
  it.each(['/', '/api/v1/health', '/api/v1/no-such-route', `/${HASHED}`])(
    'has restrictive headers and disables unused features: %s',
    async (url) => {
      const { headers } = await get(url);
      expect(headers).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      });
      expect(headers['permissions-policy']).toMatch(
        /camera=\(\).*geolocation=\(\).*microphone=\(\).*publickey-credentials-get=\(self\)/,
      );
    },
  );

  it('does not echo a TRACE, which would expose the cookie to a script', async () => {
    const { status, text } = await request(served.getHttpServer() as Server)
      .trace('/api/v1/health')
      .set('cookie', 'tallgrunn=seen');
    expect(status).toBe(404);
    expect(text).not.toContain('seen');
  });

  it('requires https for a year where the address is https', async () => {
    expect((await get('/', published)).headers['strict-transport-security']).toMatch(/max-age=31536000/);
    expect((await get('/')).headers['strict-transport-security']).toBeUndefined();
  });
});

describe('a published template', () => {
  const slug = 'mat-og-drikke';
  const at = `/api/v1/public/templates/${slug}`;
  let manager: SignedIn;
  let agreementId: string;
  beforeAll(async () => {
    ({ agreementId } = await setUpAgreement(stand, parties));
    manager = await signIn(stand, parties.manager.email);
    await manager.post(`/agreements/${agreementId}/open-templates`, { report: 'deliveries', slug }).expect(201);
  });

  const workbook = (url: string) =>
    get(url)
      .buffer(true)
      .parse((response, done) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => done(null, Buffer.concat(pieces)));
      });

  it.each(['/api/v1/public/templates', at, `${at}/template.xlsx`])(
    'sets no cookie, may be cached, and is revalidated by its ETag: %s',
    async (url) => {
      const { headers } = await get(url).expect(200);
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['cache-control']).toBe('public, no-cache');
      const again = await get(url).set('if-none-match', headers['etag']!).expect(304);
      expect(again.text ?? '').toBe('');
      await get(url).set('if-none-match', '"of-another"').expect(200);
    },
  );

  it('contains no name, item or price, in document and workbook', async () => {
    const names = await stand.asOwner<{ name: string }>(
      `select name from identity.organisation where cooperative_id = $1 and kind <> 'cooperative' union select name from identity.person where email not like 'contract-manager%'
       union select email from identity.person union select number from agreements.item where cooperative_id = $1`,
      [parties.cooperativeId],
    );
    expect(names.length).toBeGreaterThan(4);
    const bytes = new Uint8Array((await workbook(`${at}/template.xlsx?language=en`).expect(200)).body as Buffer);
    const table = await openTable(blobSource(new Blob([bytes])), 'template.xlsx');
    expect(table.sheets).toHaveLength(2);
    const cells: string[] = [];
    for await (const rows of table.batches()) cells.push(...rows.flatMap((row) => row.cells.map(({ text }) => text)));
    const said = `${(await get(at).expect(200)).text} ${cells.join(' ')}`;
    expect(said).toContain('Item number');
    for (const { name } of names) expect(said).not.toContain(name);
  });

  it('rejects invalid addresses and languages', async () => {
    expect((await get('/api/v1/public/templates/nothing-here').expect(404)).body.code).toBe('not-found');
    await get(`/api/v1/public/templates/${encodeURIComponent("x' or 1=1")}`).expect(404);
    await get(`${at}/template.xlsx?language=se`).expect(400);
  });

  it('states that it is withdrawn, including the workbook', async () => {
    const [{ id }] = (await manager.get(`/agreements/${agreementId}/open-templates`).expect(200)).body;
    await manager.post(`/agreements/${agreementId}/open-templates/${id}/withdraw`).expect(204);
    for (const url of [at, `${at}/template.xlsx`])
      expect((await get(url).expect(410)).body.code).toBe('template-withdrawn');
  });

  it('is rate-limited per address', async () => {
    let refused = 0;
    for (let call = 0; call < 125 && refused === 0; call += 1)
      refused += Number((await get('/api/v1/public/templates/nothing-here')).status === 429);
    expect(refused).toBe(1);
  });
});

describe('signing out', () => {
  it('makes the browser discard its pages', async () => {
    const agent = request.agent(served.getHttpServer() as Server);
    const { body } = await agent.get('/api/v1/session');
    const { headers } = await agent.delete('/api/v1/session').set('x-csrf-token', String(body.csrfToken)).expect(204);
    expect(headers['clear-site-data']).toBe('"cache"');
  });
});

describe('security.txt', () => {
  it('names a contact for vulnerabilities, for half a year (RFC 9116)', async () => {
    const { headers, text } = await get('/.well-known/security.txt', published).expect(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text).toMatch(/^Contact: mailto:sikkerhet@example\.no$/m);
    expect(text).toMatch(/^Canonical: https:\/\/innkjop\.example\.no\/\.well-known\/security\.txt$/m);
    const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
    expect((expires - Date.now()) / 86_400_000).toBeGreaterThan(170);
    expect((expires - Date.now()) / 86_400_000).toBeLessThan(366);
  });

  it('is 404 without a contact', () => get('/.well-known/security.txt').expect(404));
});

describe('a server without encryption', () => {
  it('does not start, and states the required setting', async () => {
    const config = stand.app.get<Config>(CONFIG);
    await expect(createWebServer({ ...config, host: '0.0.0.0' })).rejects.toThrow(
      /without encryption.*proxy with TLS.*PUBLIC_URL=https/,
    );
    await expect(createWebServer({ ...config, publicUrl: 'http://innkjop.example.no' })).rejects.toThrow(
      /without encryption/,
    );
  });
});
