import crypto from 'node:crypto';
import type { Server } from 'node:http';
import { Controller, Get, Module, Post } from '@nestjs/common';
import request from 'supertest';
import { Database, Permission, UnitOfWork, AllowApiKeys } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { addDays, limits } from '@tallgrunn/values';
import { identity } from '../room.ts';
import { setUpParties, signIn, type Parties, type SignedIn } from '../testing.ts';
import { generateKey, prefixOf, sameHash } from './key-format.ts';
import { SendExpiryReminders } from './send-expiry-reminders.ts';

/** Test routes: one for API keys, one read-only, one without a key declaration. */
@Controller()
class ProgramController {
  constructor(private readonly database: Database) {}

  @Get('for-keys')
  @Permission('report.check')
  @AllowApiKeys('report:check')
  who() {
    return this.database.actor();
  }

  @Post('for-submitting')
  @Permission('report.submit')
  @AllowApiKeys('report:submit')
  submit() {
    return {};
  }

  @Get('for-people')
  @Permission('report.check')
  people() {
    return {};
  }
}

@Module({ controllers: [ProgramController] })
class Program {}

const TODAY = '2026-04-14';
let stand: TestApp;
let parties: Parties;
let administrator: SignedIn;

beforeAll(async () => {
  stand = await setUpTestApp([identity], { modules: [Program] });
  stand.clock.runFrom(new Date(`${TODAY}T10:00:00Z`));
  parties = await setUpParties(stand);
  administrator = await signIn(stand, parties.suppliers[1]!.email);
});
afterAll(() => stand.close());

const wanted = (change: object = {}) => ({
  name: 'Visma',
  scopes: ['report:check'],
  expiresOn: '2026-12-31',
  ...change,
});
const made = async (change: object = {}): Promise<{ id: string; key: string; prefix: string }> =>
  (await administrator.post('/api-keys', wanted(change)).expect(201)).body;
const call = (key: string, route = '/for-keys') =>
  request(stand.app.getHttpServer() as Server)
    .get(route)
    .set('authorization', `Bearer ${key}`);
const refusal = async (key: string) => {
  const { status, body, headers } = await call(key);
  return [status, body.code, body.params?.reason, headers['www-authenticate']];
};
const refusedFor = (reason: string) => [
  401,
  'api-key-rejected',
  reason,
  'Bearer realm="tallgrunn", error="invalid_token"',
];

describe('key format', () => {
  it('has a public prefix and 256 random bits', () => {
    const [one, other] = [generateKey(), generateKey()];
    expect(one.text).toMatch(/^tg_[0-9a-f]{10}_[A-Za-z0-9_-]{43}$/);
    expect(prefixOf(one.text)).toBe(one.prefix);
    expect(one.text.slice(14)).not.toBe(other.text.slice(14));
    for (const garbled of ['', 'tg_', one.text.slice(1), `${one.text}x`, one.text.toUpperCase(), ` ${one.text}`])
      expect(prefixOf(garbled)).toBeNull();
  });

  it('is compared by hash, in constant time', () => {
    const compare = jest.spyOn(crypto, 'timingSafeEqual');
    const hash = 'a'.repeat(64);
    expect([
      sameHash(hash, hash),
      sameHash(hash, `b${hash.slice(1)}`),
      sameHash(hash, `${hash.slice(1)}b`),
      sameHash(hash, 'aa'),
    ]).toEqual([true, false, false, false]);
    expect(compare.mock.calls.map(([a, b]) => [a.byteLength, b.byteLength])).toEqual([
      [32, 32],
      [32, 32],
      [32, 32],
    ]);
    compare.mockRestore();
  });
});

describe('API key', () => {
  it('is shown once, stored as a hash, and acts as the membership of its creator', async () => {
    const { key, id, prefix } = await made();
    const { body: actor, headers } = await call(key).expect(200);
    const { personId, membershipId, organisationId, cooperativeId } = parties.suppliers[1]!.actor;
    expect(actor).toEqual({
      personId,
      membershipId,
      organisationId,
      cooperativeId,
      side: 'supplier',
      role: 'supplier-administrator',
      via: 'key',
      apiKeyId: id,
    });
    expect(headers['set-cookie']).toBeUndefined();
    const { body: listed } = await administrator.get('/api-keys').expect(200);
    expect(listed[0]).toMatchObject({
      id,
      name: 'Visma',
      prefix,
      scopes: ['report:check'],
      state: 'active',
      expiresAt: '2026-12-31T23:00:00.000Z',
      madeBy: 'Solgløtt Frukt & Grønt',
    });
    expect(Date.parse(listed[0].lastUsedAt)).toBeGreaterThan(0);
    const secret = key.slice(14);
    const kept = await stand.asOwner<{ whole: string }>(
      'select k::text as whole from identity.api_key k union all select a::text from platform.audit_entry a union all select s::text from identity.session s',
    );
    expect(kept.filter(({ whole }) => whole.includes(secret))).toEqual([]);
    expect(kept.some(({ whole }) => whole.includes(prefix))).toBe(true);
    expect(JSON.stringify(listed)).not.toContain(secret);
  });

  it('creates and uses no session, whatever cookie is sent', async () => {
    const { key, id } = await made();
    const count = async () =>
      (await stand.asOwner<{ n: number }>('select count(*)::int as n from identity.session'))[0]?.n;
    const before = await count();
    const signed = await request(stand.app.getHttpServer() as Server).get('/session');
    const cookie = String(signed.headers['set-cookie']?.[0]).split(';')[0]!;
    const { body, headers } = await call(key).set('cookie', cookie).expect(200);
    expect([body.apiKeyId, headers['set-cookie'], await count()]).toEqual([id, undefined, before]);
  });

  it('needs no CSRF token', async () => {
    const { key } = await made({ scopes: ['report:submit'] });
    await request(stand.app.getHttpServer() as Server)
      .post('/for-submitting')
      .set('authorization', `Bearer ${key}`)
      .expect(201);
  });

  it('works only on declared routes with one of their scopes', async () => {
    const { key } = await made();
    expect((await call(key, '/for-people').expect(403)).body.code).toBe('route-not-available-to-api-keys');
    for (const route of ['/session', '/colleagues', '/api-keys', '/audit-entries', '/invitations/x'])
      expect([route, (await call(key, route)).body.code]).toEqual([route, 'route-not-available-to-api-keys']);
    const { body, headers } = await request(stand.app.getHttpServer() as Server)
      .post('/for-submitting')
      .set('authorization', `Bearer ${key}`)
      .expect(403);
    expect([body.code, body.params]).toEqual(['api-key-scope-missing', { scopes: ['report:submit'] }]);
    expect(headers['www-authenticate']).toContain('insufficient_scope');
  });

  it('is rejected with one problem, whose reason only its holder learns', async () => {
    const { key, id } = await made();
    const wrong = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`;
    for (const text of ['', 'x', 'tg_', `${key}x`, key.slice(0, 20), generateKey().text, wrong])
      expect([text, ...(await refusal(text))]).toEqual([text, ...refusedFor('unknown')]);
    await stand.asOwner(`update identity.api_key set expires_at = $2 where id = $1`, [id, `${TODAY}T09:00:00Z`]);
    expect(await refusal(key)).toEqual(refusedFor('expired'));
    await administrator.post(`/api-keys/${id}/revoke`).expect(204);
    expect(await refusal(key)).toEqual(refusedFor('revoked'));
    expect(await refusal(wrong)).toEqual(refusedFor('unknown'));
  });

  it('is revoked at once, and the audit log names its creator and revoker', async () => {
    const { key, id } = await made({ name: 'Gammelt system' });
    await call(key).expect(200);
    await administrator.post(`/api-keys/${id}/revoke`).expect(204);
    await administrator.post(`/api-keys/${id}/revoke`).expect(204);
    await call(key).expect(401);
    const acts = await stand.asOwner(
      'select act, person_id, details from platform.door_audit_entry where subject_id = $1 order by id',
      [id],
    );
    expect(acts).toEqual(
      ['api-key.created', 'api-key.revoked'].map((act) => ({
        act,
        person_id: parties.suppliers[1]!.actor.personId,
        details: expect.objectContaining({ name: 'Gammelt system' }),
      })),
    );
  });

  it('stops with the membership of its creator', async () => {
    const { key } = await made();
    await call(key).expect(200);
    await stand.asOwner('update identity.membership set ended_at = now() where id = $1', [
      parties.suppliers[1]!.actor.membershipId,
    ]);
    expect(await refusal(key)).toEqual(refusedFor('membership-ended'));
    await stand.asOwner('update identity.membership set ended_at = null where id = $1', [
      parties.suppliers[1]!.actor.membershipId,
    ]);
    await call(key).expect(200);
  });

  it('has its own rate limit', async () => {
    const [busy, other] = [await made(), await made()];
    const statuses: number[] = [];
    for (let n = 0; n <= limits.apiKey.callsPerMinuteMax; n += 1) statuses.push((await call(busy.key)).status);
    expect([...new Set(statuses.slice(0, -1))]).toEqual([200]);
    const { status, body, headers } = await call(busy.key);
    expect([status, body.code, body.params]).toEqual([
      429,
      'too-many-requests',
      { perMinuteMax: limits.apiKey.callsPerMinuteMax },
    ]);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await call(other.key).expect(200);
  });
});

describe('CreateApiKey', () => {
  const attempt = async (change: object) => {
    const { status, body } = await administrator.post('/api-keys', wanted(change));
    return [
      status,
      body.code,
      ...(body.issues ?? []).map(({ code, path: at }: { code: string; path: string }) => `${at} ${code}`),
    ];
  };

  it('accepts an expiry date from today to a year from now', async () => {
    const latest = addDays(TODAY, limits.apiKey.daysMax);
    expect(await attempt({ expiresOn: undefined })).toEqual([
      400,
      'body-invalid',
      expect.any(String),
      expect.any(String),
    ]);
    expect(await attempt({ expiresOn: addDays(latest, 1) })).toEqual([
      422,
      'api-key-invalid',
      'expiresOn expiry-out-of-range',
    ]);
    expect(await attempt({ expiresOn: addDays(TODAY, -1), scopes: ['spend:import'] })).toEqual([
      422,
      'api-key-invalid',
      'scopes scope-not-for-organisation',
      'expiresOn expiry-out-of-range',
    ]);
    const { id } = await made({ expiresOn: latest });
    await administrator.post(`/api-keys/${id}/revoke`).expect(204);
  });

  it('accepts existing scopes that fit the organisation', async () => {
    expect((await attempt({ scopes: [] }))[0]).toBe(400);
    expect((await attempt({ scopes: ['everything'] }))[0]).toBe(400);
    expect((await attempt({ name: '   ' }))[0]).toBe(400);
  });

  it('is for administrators, and restricts a buyer to spend scopes', async () => {
    const clerk = await signIn(stand, parties.suppliers[0]!.email);
    expect((await clerk.post('/api-keys', wanted()).expect(403)).body.code).toBe('permission-denied');
    await clerk.get('/api-keys').expect(403);
  });

  it('allows twenty valid keys, even with concurrent requests', async () => {
    const working = async () =>
      (
        await stand.asOwner<{ n: number }>(
          `select count(*)::int as n from identity.api_key where revoked_at is null and expires_at > '2026-04-14'`,
        )
      )[0]!.n;
    while ((await working()) < limits.apiKey.perOrganisationMax - 1) await made();
    const both = await Promise.all([
      administrator.post('/api-keys', wanted()),
      administrator.post('/api-keys', wanted()),
    ]);
    expect(both.map(({ status, body }) => [status, body.code]).sort()).toEqual([
      [201, undefined],
      [409, 'api-key-limit-reached'],
    ]);
  });
});

describe('expiring key', () => {
  it('sends its creator one reminder two weeks before, with its prefix', async () => {
    const [soon] = await stand.asOwner<{ id: string; prefix: string }>(
      `update identity.api_key set expires_at = '2026-04-25T22:00:00Z' where id = (select id from identity.api_key where revoked_at is null limit 1) returning id, prefix`,
    );
    const remind = () => stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(SendExpiryReminders).run());
    expect([await remind(), await remind()]).toEqual([1, 0]);
    const letters = await stand.deliverMail();
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain(`tg_${soon!.prefix}…`);
    expect(letters[0]).toContain(`To: ${parties.suppliers[1]!.email}`);
    expect(letters[0]).toContain('25. april 2026');
  });
});
