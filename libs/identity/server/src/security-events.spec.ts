import type { Server } from 'node:http';
import { Database, SecurityLog, UnitOfWork, redactUrl } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { Client } from 'pg';
import request from 'supertest';
import { identity } from './room.ts';
import { administrator, createApiKey, setUpParties, signIn, TEST_PASSWORD, type Parties } from './testing.ts';

interface EventRow {
  readonly event: string;
  readonly outcome: string;
  readonly cooperative_id: string;
  readonly organisation_id: string | null;
  readonly person_id: string | null;
  readonly address: string | null;
  readonly account_hash: string | null;
  readonly occurrence_count: number;
  readonly details: Record<string, unknown>;
}

const INSTALLATION = '00000000-0000-0000-0000-000000000000';

let stand: TestApp;
let parties: Parties;

beforeAll(async () => {
  stand = await setUpTestApp([identity]);
  parties = await setUpParties(stand);
});
beforeEach(async () => {
  await stand.get(SecurityLog).flush();
  await stand.asOwner('truncate platform.security_event');
});
afterAll(() => stand.close());

const server = () => stand.app.getHttpServer() as Server;

async function written(): Promise<EventRow[]> {
  await stand.get(SecurityLog).flush();
  return stand.asOwner<EventRow>('select * from platform.security_event order by recorded_at, id');
}

const names = (rows: readonly EventRow[]) => rows.map(({ event }) => event);

async function tryToSignIn(email: string, password: string, times = 1): Promise<void> {
  const agent = request.agent(server());
  const { body } = await agent.get('/session').expect(200);
  for (let i = 0; i < times; i++)
    await agent.post('/session').set('x-csrf-token', body.csrfToken).send({ email, password });
}

describe('the security log', () => {
  it('records sign-in, choice of organisation and sign-out with the person and the address', async () => {
    const { actor, email } = parties.suppliers[1]!;
    const supplier = await signIn(stand, email);
    await supplier.put('/session/membership', { membershipId: actor.membershipId }).expect(200);
    await supplier.delete('/session').expect(204);
    const rows = await written();
    expect(names(rows)).toEqual(['sign-in-succeeded', 'acting-for-switched', 'sign-out']);
    expect(rows.every(({ person_id, address }) => person_id === actor.personId && address === '127.0.0.1')).toBe(true);
    expect(rows[1]).toMatchObject({ cooperative_id: parties.cooperativeId, organisation_id: actor.organisationId });
  });

  it('records a wrong password by person, and an unknown address by its keyed hash only', async () => {
    await tryToSignIn(parties.buyers[0]!.email, 'wrong password here');
    await tryToSignIn('Stranger@nowhere.example', TEST_PASSWORD);
    const rows = await written();
    expect(rows.map(({ event, person_id }) => [event, person_id])).toEqual([
      ['sign-in-failed', parties.buyers[0]!.actor.personId],
      ['sign-in-failed', null],
    ]);
    expect(rows[1]?.account_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(rows)).not.toMatch(/stranger|nowhere|wrong password/i);
  });

  it('counts repeats of a minute in one row, and records attempts that came too early', async () => {
    await tryToSignIn(parties.buyers[1]!.email, 'wrong password here', 10);
    const rows = await written();
    expect(
      rows.filter(({ event }) => event === 'sign-in-failed').map(({ occurrence_count }) => occurrence_count),
    ).toEqual([1, 4]);
    expect(rows.some(({ event, details }) => event === 'sign-in-throttled' && details['retryAfterSeconds'] === 5)).toBe(
      true,
    );
    await stand.asOwner('delete from identity.attempt');
  });

  it('records a denied permission, a missing token and a rejected key', async () => {
    const clerk = await signIn(stand, parties.suppliers[0]!.email);
    await clerk.get('/audit-entries').expect(403);
    await request(server()).post('/session').send({ email: 'a@example.no', password: 'x' }).expect(403);
    await request(server()).get('/colleagues').set('authorization', 'Bearer tg_0123456789_not-a-key').expect(401);
    const rows = await written();
    expect(names(rows)).toEqual(['sign-in-succeeded', 'permission-refused', 'csrf-refused', 'api-key-rejected']);
    expect(rows[1]).toMatchObject({
      person_id: parties.suppliers[0]!.actor.personId,
      details: { code: 'permission-denied', permission: 'audit.read', role: 'supplier-clerk', method: 'GET' },
    });
    expect(rows[3]?.details).toMatchObject({ reason: 'unknown' });
    expect(JSON.stringify(rows)).not.toContain('not-a-key');
  });

  it('records a key once a day and address, however often it is used', async () => {
    const key = await createApiKey(stand, parties.suppliers[1]!.actor, ['report:check']);
    for (let i = 0; i < 3; i++) await request(server()).get('/colleagues').set('authorization', `Bearer ${key}`);
    const rows = await written();
    expect(names(rows).filter((name) => name.startsWith('api-key'))).toEqual(['api-key-created', 'api-key-used']);
    expect(rows.find(({ event }) => event === 'api-key-used')).toMatchObject({
      person_id: parties.suppliers[1]!.actor.personId,
      cooperative_id: parties.cooperativeId,
    });
    expect(JSON.stringify(rows)).not.toContain(key);
  });

  it('records password reset requests without revealing whether the address exists', async () => {
    const agent = request.agent(server());
    const { body } = await agent.get('/session').expect(200);
    for (const email of [parties.buyers[0]!.email, 'stranger@nowhere.example'])
      await agent.post('/password-resets').set('x-csrf-token', body.csrfToken).send({ email }).expect(202);
    const rows = await written();
    expect(names(rows)).toEqual(['password-reset-requested', 'password-reset-requested']);
    expect(JSON.stringify(rows)).not.toContain('@');
  });

  it('stores a success with its unit of work and a failure separately', async () => {
    const log = stand.get(SecurityLog);
    const failing = stand.get(UnitOfWork).run({ ...parties.manager.actor }, async () => {
      await log.record({ event: 'data-exported', details: { kind: 'test' } });
      await log.record({ event: 'permission-refused', details: { code: 'test' } });
      throw new Error('halfway');
    });
    await expect(failing).rejects.toThrow('halfway');
    expect(names(await written())).toEqual(['permission-refused']);
  });

  it('sets person, tenant and time of a row in the database', async () => {
    const other = parties.suppliers[0]!.actor;
    await stand.get(UnitOfWork).run({ ...parties.buyers[0]!.actor }, () =>
      stand.get(Database).query(
        `insert into platform.security_event (cooperative_id, id, occurred_at, recorded_at, event, outcome, person_id, organisation_id)
         values ($1, gen_random_uuid(), '2020-01-01', '2020-01-01', 'sign-out', 'success', $2, $3)`,
        [INSTALLATION, other.personId, other.organisationId],
      ),
    );
    const [row] = await stand.asOwner(
      "select person_id, cooperative_id, organisation_id, occurred_at > now() - interval '1 minute' as recent, recorded_at > now() - interval '1 minute' as recorded from platform.security_event",
    );
    const { personId, organisationId } = parties.buyers[0]!.actor;
    expect(row).toEqual({
      person_id: personId,
      cooperative_id: parties.cooperativeId,
      organisation_id: organisationId,
      recent: true,
      recorded: true,
    });
  });

  it('lets the app change nothing, delete no recent row, and read nothing without an actor', async () => {
    await tryToSignIn('stranger@nowhere.example', 'x');
    await written();
    const app = new Client({ connectionString: stand.database.appUrl });
    await app.connect();
    try {
      await expect(app.query("update platform.security_event set event = 'sign-out'")).rejects.toThrow(
        /permission denied/,
      );
      expect((await app.query('delete from platform.security_event')).rowCount).toBe(0);
      expect((await app.query('select * from platform.security_event')).rows).toEqual([]);
    } finally {
      await app.end();
    }
    expect(await written()).toHaveLength(1);
  });

  it("shows an administrator the sign-ins of own people, and no one else's", async () => {
    for (const { email } of [parties.suppliers[0]!, parties.suppliers[1]!])
      await tryToSignIn(email, 'wrong password here');
    await written();
    const seenBy = (actor: (typeof parties.suppliers)[0]['actor']) =>
      stand
        .get(UnitOfWork)
        .run({ ...actor }, () =>
          stand
            .get(Database)
            .query<{ person_id: string }>(
              "select person_id from platform.security_event where event = 'sign-in-failed'",
            ),
        );
    expect(await seenBy(parties.suppliers[1]!.actor)).toEqual([{ person_id: parties.suppliers[1]!.actor.personId }]);
    expect(await seenBy(parties.manager.actor)).toHaveLength(2);
    expect(await seenBy({ ...parties.manager.actor, role: 'auditor' })).toEqual([]);
    const elsewhere = await setUpParties(stand, 'Elsewhere');
    expect(await seenBy(elsewhere.manager.actor)).toEqual([]);
  });

  it('records every file download and every view of the log, and shows them to administrators', async () => {
    const supplier = await signIn(stand, parties.suppliers[1]!.email);
    await supplier.get('/audit-entries?person=nobody&action=report.&from=2026-01-01&to=2026-12-31').expect(200, []);
    const { text } = await supplier.get('/audit-entries/export.csv?language=en').expect(200);
    expect(text.split('\r\n')[0]).toBe('\ufeffTime;Person;Organisation;Channel;API key;Action;About;Id;Details');
    await supplier.get('/personal-data').expect(200);
    const rows = await written();
    expect(names(rows)).toEqual([
      'sign-in-succeeded',
      'audit-log-read',
      'data-exported',
      'personal-data-exported',
      'data-exported',
    ]);
    expect(rows[2]).toMatchObject({
      person_id: parties.suppliers[1]!.actor.personId,
      organisation_id: parties.suppliers[1]!.organisationId,
      details: { route: 'GET /audit-entries/export.csv' },
    });
    const { body } = await supplier.get('/security-events?action=data-exported').expect(200);
    expect(body.map(({ details }: { details: { route: string } }) => details.route).sort()).toEqual([
      'GET /audit-entries/export.csv',
      'GET /personal-data',
    ]);
    await supplier.get('/security-events?from=2026-02-31x').expect(400);
  });

  it('records a response of a hundred rows as bulk reading', async () => {
    await stand.asOwner(
      `insert into identity.invitation (cooperative_id, id, token_hash, email, organisation_id, role, created_at, expires_at)
       select $1, gen_random_uuid(), md5(n::text), n || '@example.no', $2, 'supplier-clerk', now(), now() + interval '1 day' from generate_series(1, 100) n`,
      [parties.cooperativeId, parties.suppliers[1]!.organisationId],
    );
    const supplier = await signIn(stand, parties.suppliers[1]!.email);
    await supplier.get('/colleagues').expect(200);
    expect((await written()).find(({ event }) => event === 'data-read-in-bulk')?.details).toMatchObject({
      route: 'GET /colleagues',
      rows: expect.any(Number),
    });
  });

  it('records invitations and ended access', async () => {
    const chief = await administrator(stand, parties, 'chief@example.no');
    const sent = await chief
      .post('/colleagues/invitations', { email: 'new@example.no', role: 'contract-manager' })
      .expect(201);
    await chief.post(`/invitations/${sent.body.id}/withdraw`).expect(204);
    await chief.post(`/memberships/${parties.manager.actor.membershipId}/end`).expect(200);
    const rows = await written();
    expect(names(rows)).toEqual([
      'sign-in-succeeded',
      'invitation-created',
      'invitation-withdrawn',
      'membership-ended',
    ]);
    expect(JSON.stringify(rows)).not.toContain('new@example.no');
  });
});

describe('logged URL', () => {
  it('contains no query values and no tokens', () => {
    expect(redactUrl('/api/v1/session?email=a%00b&password=MY-SECRET')).toBe('/api/v1/session?email&password');
    expect(redactUrl('/api/v1/invitations/abc123/account?x=1')).toBe('/api/v1/invitations/…/account?x');
    expect(redactUrl('/session?MY-SECRET-1')).toBe('/session');
  });
});
