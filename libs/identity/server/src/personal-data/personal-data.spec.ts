import { Database, SecurityLog, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from '../room.ts';
import { createApiKey, setUpParties, signIn, type Parties, type SignedIn } from '../testing.ts';
import { ApplyRetention } from './apply-retention.ts';
import { ErasePerson } from './erase-person.ts';

let stand: TestApp;
let parties: Parties;
let administrator: SignedIn;

beforeAll(async () => {
  stand = await setUpTestApp([identity]);
  parties = await setUpParties(stand);
  administrator = await signIn(stand, parties.suppliers[1]!.email);
});
afterAll(() => stand.close());

const personRow = async (id: string | null) =>
  (
    await stand.asOwner<{ name: string; email: string; language: string; password_hash: string | null }>(
      'select name, email, language, password_hash from identity.person where id = $1',
      [id],
    )
  )[0];

describe('personal data', () => {
  it("holds memberships, keys, acts and sign-ins of the person, and no one else's", async () => {
    await createApiKey(stand, parties.suppliers[1]!.actor, ['report:check'], 'Mitt system');
    await stand.get(SecurityLog).flush();
    const { body, headers } = await administrator.get('/personal-data').expect(200);
    expect(headers['content-disposition']).toContain('personal-data.json');
    expect(body.person).toMatchObject({ id: parties.suppliers[1]!.actor.personId, email: parties.suppliers[1]!.email });
    expect(body.securityEvents.map(({ event }: { event: string }) => event)).toContain('sign-in-succeeded');
    expect(body.cooperatives).toHaveLength(1);
    expect(body.cooperatives[0].memberships).toMatchObject([{ role: 'supplier-administrator' }]);
    expect(body.cooperatives[0].apiKeys).toMatchObject([{ name: 'Mitt system' }]);
    expect(body.cooperatives[0].acts).toMatchObject([{ act: 'api-key.created', details: { name: 'Mitt system' } }]);
    for (const { email } of [parties.manager, parties.suppliers[0]!]) expect(JSON.stringify(body)).not.toContain(email);
    expect(JSON.stringify(body)).not.toMatch(/argon2|hash/i);
  });

  it('is available as readable text', async () => {
    const { text } = await administrator.get('/personal-data/text').expect(200);
    expect(text).toContain('API-nøkler / API keys (1)');
    expect(text).toContain(parties.suppliers[1]!.email);
  });

  it('corrects name and language, and records the former values in the audit log', async () => {
    await administrator.post('/personal-data').expect(404);
    const before = await personRow(parties.buyers[0]!.actor.personId);
    const buyer = await signIn(stand, parties.buyers[0]!.email);
    await buyer.patch('/personal-data', { name: ' Berit Buer ', language: 'nn' }).expect(204);
    await buyer.patch('/personal-data', { name: 'Berit Buer', language: 'nn' }).expect(204);
    await buyer.patch('/personal-data', { name: '  ', language: 'nn' }).expect(400);
    expect(await personRow(parties.buyers[0]!.actor.personId)).toMatchObject({ name: 'Berit Buer', language: 'nn' });
    const entries = await stand.asOwner("select details from platform.door_audit_entry where act = 'person.corrected'");
    expect(entries).toEqual([
      { details: { before: { name: before?.name, language: 'nb' }, after: { name: 'Berit Buer', language: 'nn' } } },
    ]);
  });
});

describe('erasure by an administrator', () => {
  it('requires ended access and is limited to the own organisation', async () => {
    const clerk = parties.suppliers[0]!.actor;
    await administrator.post(`/memberships/${clerk.membershipId}/erase-person`).expect(404);
    await administrator.post(`/memberships/${parties.suppliers[1]!.actor.membershipId}/erase-person`).expect(409);
    await expect(stand.get(ErasePerson).run(clerk.personId ?? '', { via: 'cli' })).rejects.toMatchObject({
      code: 'person-has-access',
    });
  });

  it('retains only an id, also erases former names, and can be repeated', async () => {
    const { personId, membershipId } = parties.buyers[0]!.actor;
    await stand.asOwner('update identity.membership set ended_at = now() where id = $1', [membershipId]);
    const erasure = await stand.get(ErasePerson).run(personId ?? '', { via: 'cli' });
    expect(erasure.texts).toEqual([{ place: 'platform.audit_text.text', erased: expect.any(Number) }]);
    expect(erasure.signInRows).toBeGreaterThan(0);
    expect(await personRow(personId)).toEqual({
      name: 'Slettet person',
      email: `slettet-${personId}@erased.invalid`,
      language: 'nn',
      password_hash: null,
    });
    expect(JSON.stringify(await stand.asOwner('select text from platform.audit_text'))).not.toContain('Berit');
    expect((await stand.get(ErasePerson).run(personId ?? '', { via: 'cli' })).texts).toEqual([]);
  });
});

describe('retention', () => {
  it('deletes records older than their period and reports them', async () => {
    await stand
      .get(SecurityLog)
      .record({ event: 'sign-in-failed', account: 'stranger@nowhere.example', address: '203.0.113.9' });
    await stand.asOwner(
      "update platform.security_event set recorded_at = now() - interval '366 days' where address = '203.0.113.9'",
    );
    const results = await stand.get(ApplyRetention).run('job');
    expect(results).toContainEqual({
      kind: 'security-events',
      cooperativeId: '00000000-0000-0000-0000-000000000000',
      days: 365,
      removed: 1,
    });
    expect(await stand.asOwner("select 1 from platform.security_event where address = '203.0.113.9'")).toEqual([]);
    expect(
      await stand.asOwner(
        "select kind, days, removed_count::int from platform.retention_run where kind = 'security-events'",
      ),
    ).toEqual([{ kind: 'security-events', days: 365, removed_count: 1 }]);
  });

  it('uses the days set by the operator within the limits of the kind', async () => {
    const retention = stand.get(ApplyRetention);
    await expect(retention.setPeriod('security-events', 30)).rejects.toThrow('90 days at least');
    await expect(retention.setPeriod('submitted-reports', 30)).rejects.toThrow('fixed');
    await retention.setPeriod('security-events', 120);
    expect(await retention.periods()).toContainEqual({ kind: 'security-events', days: 120, isDefault: false });
    expect(await retention.periods()).toContainEqual({ kind: 'submitted-reports', days: null, isDefault: true });
  });

  it('does not let the app delete a recent security event', async () => {
    await stand
      .get(SecurityLog)
      .record({ event: 'sign-in-failed', account: 'stranger@nowhere.example', address: '203.0.113.10' });
    await stand
      .get(UnitOfWork)
      .run({ ...parties.system, cooperativeId: '00000000-0000-0000-0000-000000000000' }, () =>
        stand.get(Database).query('delete from platform.security_event'),
      );
    expect(await stand.asOwner("select 1 from platform.security_event where address = '203.0.113.10'")).toHaveLength(1);
  });
});
