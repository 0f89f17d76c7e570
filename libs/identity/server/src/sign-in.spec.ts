import type { Server } from 'node:http';
import { Client } from 'pg';
import request from 'supertest';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from './room.ts';
import { InvitePerson } from './invitations/invite-person.ts';
import { mailedInvitation, setUpParties, signIn, TEST_PASSWORD, type Parties } from './testing.ts';

let stand: TestApp;
let parties: Parties;
const server = () => stand.app.getHttpServer() as Server;

beforeAll(async () => {
  stand = await setUpTestApp([identity]);
  parties = await setUpParties(stand);
});
afterAll(() => stand.close());

async function attempt(email: string, password: string) {
  const agent = request.agent(server());
  const { body } = await agent.get('/session');
  return agent.post('/session').set('x-csrf-token', body.csrfToken).send({ email, password });
}

describe('signing in', () => {
  it('opens a session for the only membership', async () => {
    const me = await signIn(stand, parties.manager.email);
    const { body } = await me.get('/session').expect(200);
    expect(body.person.email).toBe(parties.manager.email);
    expect(body.acting).toBe(body.memberships[0].id);
    expect(body.permissions).toContain('report.review');
    expect(body.permissions).not.toContain('report.submit');
  });

  it('responds the same to a wrong password and an unknown address', async () => {
    const wrong = await attempt(parties.manager.email, 'something else entirely');
    const unknown = await attempt('nobody@example.no', 'something else entirely');
    expect([wrong.status, wrong.body.code]).toEqual([401, 'sign-in-failed']);
    expect([unknown.status, unknown.body.code]).toEqual([401, 'sign-in-failed']);
  });

  it('accepts credentials in the body only', async () => {
    const agent = request.agent(server());
    const { body } = await agent.get('/session');
    const query = new URLSearchParams({ email: parties.manager.email, password: TEST_PASSWORD });
    await agent.post(`/session?${query}`).set('x-csrf-token', body.csrfToken).expect(400);
    await agent
      .post(`/session?${query}`)
      .set('x-csrf-token', body.csrfToken)
      .send({ email: parties.manager.email, password: 'another one entirely' })
      .expect(401);
  });

  it('rejects an unsafe request without the CSRF token', async () => {
    const agent = request.agent(server());
    await agent.get('/session');
    const refused = await agent.post('/session').send({ email: parties.manager.email, password: TEST_PASSWORD });
    expect([refused.status, refused.body.code]).toEqual([403, 'csrf-token-missing']);
  });

  it('ends a session for good', async () => {
    const me = await signIn(stand, parties.manager.email);
    await me.delete('/session').expect(204);
    await me.get('/colleagues').expect(401);
  });
});

describe('invitation', () => {
  it('opens without an account, creates one, and works once', async () => {
    const supplier = parties.suppliers[1]!;
    await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () =>
        stand
          .get(InvitePerson)
          .run({ email: 'ny.person@example.no', role: 'supplier-clerk', organisationId: supplier.organisationId }),
      );
    const token = await mailedInvitation(stand, 'ny.person@example.no');
    const agent = request.agent(server());
    const shown = await agent.get(`/invitations/${token}`).expect(200);
    expect(shown.body).toMatchObject({
      email: 'ny.person@example.no',
      organisation: { name: 'Solgløtt Frukt & Grønt' },
    });
    const { body } = await agent.get('/session');
    const joined = await agent
      .post(`/invitations/${token}/accept`)
      .set('x-csrf-token', body.csrfToken)
      .send({ account: 'new', name: 'Ny Person', password: 'a password of length' })
      .expect(201);
    // The supplier already has an administrator, so the cooperative's invitation awaits approval.
    expect(joined.body).toMatchObject({
      state: 'awaiting-approval',
      session: { person: { email: 'ny.person@example.no' }, memberships: [] },
    });
    await agent.get(`/invitations/${token}`).expect(410);
  });

  it('lets only a supplier administrator invite colleagues', async () => {
    const administrator = await signIn(stand, parties.suppliers[1]!.email);
    await administrator
      .post('/colleagues/invitations', { email: 'kollega@example.no', role: 'supplier-clerk' })
      .expect(201);
    const wrongRole = await administrator.post('/colleagues/invitations', {
      email: 'kollega@example.no',
      role: 'contract-manager',
    });
    expect(wrongRole.body.code).toBe('role-not-available');
    const clerk = await signIn(stand, parties.suppliers[0]!.email);
    await clerk.post('/colleagues/invitations', { email: 'kollega@example.no', role: 'supplier-clerk' }).expect(403);
    const seen = await clerk.get('/colleagues').expect(200);
    expect(seen.body.map((row: { email: string }) => row.email)).toEqual([parties.suppliers[0]!.email]);
  });

  it('returns 404 for an unknown link', async () => {
    await request(server()).get('/invitations/made-up').expect(404);
  });
});

describe('audit log', () => {
  it('shows an organisation its own acts, and cannot be changed', async () => {
    const administrator = await signIn(stand, parties.suppliers[1]!.email);
    const { body } = await administrator.get('/audit-entries').expect(200);
    expect(body.some((row: { act: string }) => row.act === 'invitation.sent')).toBe(true);
    expect(body.every((row: { organisation: string }) => row.organisation === 'Solgløtt Frukt & Grønt')).toBe(true);
    const client = new Client({ connectionString: stand.database.appUrl });
    await client.connect();
    await expect(client.query('update platform.audit_entry set act = $1', ['x'])).rejects.toThrow(/permission denied/);
    await expect(client.query('delete from platform.audit_entry')).rejects.toThrow(/permission denied/);
    await client.end();
  });
});
