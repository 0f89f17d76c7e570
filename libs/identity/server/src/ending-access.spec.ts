import type { Server } from 'node:http';
import { Clock, UnitOfWork, type Role } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { addDays, osloDate } from '@tallgrunn/values';
import request from 'supertest';
import { identity } from './room.ts';
import { SetUpParties } from './set-up-parties.ts';
import {
  acceptInvitation,
  createApiKey,
  mailedInvitation,
  setUpParties,
  signIn,
  TEST_PASSWORD,
  type Parties,
  type SignedIn,
} from './testing.ts';

let stand: TestApp;
let parties: Parties;
let administrator: SignedIn;
let supplier: SignedIn;

beforeAll(async () => {
  stand = await setUpTestApp([identity]);
  parties = await setUpParties(stand);
  await added(parties.manager.organisationId, 'administrator', 'wenche@example.no');
  administrator = await signIn(stand, 'wenche@example.no');
  supplier = await signIn(stand, parties.suppliers[1]!.email);
});
afterAll(() => stand.close());

const added = (organisationId: string, role: Role, email: string) =>
  stand
    .get(UnitOfWork)
    .run({ ...parties.system }, () =>
      stand.get(SetUpParties).addMember({ organisationId, role, name: email, email, password: TEST_PASSWORD }),
    );
/** Invites a colleague and reads the link's token from the mailbox. */
async function invited(
  by: SignedIn,
  body: { email: string; role: string; endsOn?: string },
): Promise<{ id: string; token: string }> {
  const { id } = (await by.post('/colleagues/invitations', body).expect(201)).body;
  return { id, token: await mailedInvitation(stand, body.email) };
}
const day = (days: number) => addDays(osloDate(stand.get(Clock).now()), days);

const answer = (token: string, password = TEST_PASSWORD): Promise<request.Response> =>
  acceptInvitation(stand, token, { password });

async function attempt(email: string): Promise<string> {
  const agent = request.agent(stand.app.getHttpServer() as Server);
  const { body } = await agent.get('/session').expect(200);
  return (await agent.post('/session').set('x-csrf-token', body.csrfToken).send({ email, password: TEST_PASSWORD }))
    .body.code;
}

const membershipsOf = (email: string) =>
  stand.asOwner<{ role: string; ended: boolean; ends: Date | null }>(
    `select m.role, m.ended_at is not null as ended, m.ends_at as ends from identity.membership m join identity.person p on p.id = m.person_id where p.email = $1`,
    [email],
  );
const trail = async (act: string, id: string) =>
  (await stand.asOwner(`select from platform.audit_entry where act = $1 and subject_id = $2`, [act, id])).length;

describe('invitation to a person with an account', () => {
  it('counts wrong passwords like the sign-in and delays both', async () => {
    const { email } = parties.buyers[0]!;
    const { token } = await invited(administrator, { email, role: 'contract-manager' });
    for (let n = 0; n < 5; n += 1) expect((await answer(token, 'wrong wrong wrong')).body.code).toBe('sign-in-failed');
    expect((await answer(token)).body).toMatchObject({ code: 'sign-in-failed', params: { retryAfterSeconds: 5 } });
    expect(await attempt(email)).toBe('sign-in-failed');
    await stand.asOwner('delete from identity.attempt');
    expect((await answer(token)).status).toBe(201);
  });
});

describe('older invitation', () => {
  it('is invalid once a newer one for the same role exists, so an earlier end date stays', async () => {
    const email = 'revisor@revisjon.example';
    const older = await invited(administrator, { email, role: 'auditor', endsOn: day(300) });
    const other = await invited(administrator, { email, role: 'contract-manager' });
    const newer = await invited(administrator, { email: 'Revisor@revisjon.example', role: 'auditor', endsOn: day(5) });
    expect((await answer(newer.token)).status).toBe(201);
    const late = await answer(older.token);
    expect([late.status, late.body.code]).toEqual([410, 'invitation-withdrawn']);
    expect((await membershipsOf('Revisor@revisjon.example'))[0]!.ends!.getTime()).toBeLessThan(
      stand.get(Clock).now().getTime() + 7 * 86_400_000,
    );
    expect((await answer(other.token)).status).toBe(201);
  });

  it('does not restore access ended after it was sent, but a later invitation does', async () => {
    const email = 'innom@example.no';
    await answer((await invited(administrator, { email, role: 'contract-manager' })).token);
    const older = await invited(administrator, { email, role: 'contract-manager' });
    await stand.asOwner(
      `update identity.membership set ended_at = clock_timestamp() where person_id = (select id from identity.person where email = $1)`,
      [email],
    );
    expect((await answer(older.token)).body.code).toBe('invitation-withdrawn');
    expect(await membershipsOf(email)).toEqual([expect.objectContaining({ ended: true })]);
    expect((await answer((await invited(administrator, { email, role: 'contract-manager' })).token)).status).toBe(201);
    expect(await membershipsOf(email)).toEqual([expect.objectContaining({ ended: false })]);
  });
});

describe('access of a colleague', () => {
  it('ends at once, with session, API keys and pending invitations', async () => {
    const { organisationId, actor } = parties.suppliers[1]!;
    const member = await added(organisationId, 'supplier-administrator', 'slutter@example.no');
    const leaver = await signIn(stand, 'slutter@example.no');
    const key = await createApiKey(stand, { ...actor, ...member }, ['report:check']);
    const letter = await invited(supplier, { email: 'slutter@example.no', role: 'supplier-administrator' });
    await leaver.get('/colleagues').expect(200);
    await supplier.post(`/memberships/${member.membershipId}/end`).expect(200);
    expect((await leaver.get('/colleagues').expect(403)).body.code).toBe('no-active-membership');
    const refused = await request(stand.app.getHttpServer() as Server)
      .get('/colleagues')
      .set('authorization', `Bearer ${key}`)
      .expect(401);
    expect(refused.body.params).toEqual({ reason: 'revoked' });
    expect((await answer(letter.token)).body.code).toBe('invitation-withdrawn');
    expect(
      (await supplier.get('/colleagues').expect(200)).body.map(({ email }: { email: string }) => email),
    ).not.toContain('slutter@example.no');
    await supplier.post(`/memberships/${member.membershipId}/end`).expect(200);
    expect(await trail('membership.ended', member.membershipId)).toBe(1);
    // A person admitted again gets access but not the former API keys.
    expect(
      (await answer((await invited(supplier, { email: 'slutter@example.no', role: 'supplier-administrator' })).token))
        .status,
    ).toBe(201);
    await request(stand.app.getHttpServer() as Server)
      .get('/colleagues')
      .set('authorization', `Bearer ${key}`)
      .expect(401);
  });

  it('is not ended without permission, from another organisation, or for the last administrator', async () => {
    const clerk = await signIn(stand, parties.suppliers[0]!.email);
    await clerk.post(`/memberships/${parties.suppliers[0]!.actor.membershipId}/end`).expect(403);
    await supplier.post(`/memberships/${parties.suppliers[0]!.actor.membershipId}/end`).expect(404);
    // The cooperative must give a reason to end access to another organisation.
    expect(
      (await administrator.post(`/memberships/${parties.suppliers[0]!.actor.membershipId}/end`).expect(422)).body.code,
    ).toBe('reason-required');
    const [mine] = (await administrator.get('/colleagues').expect(200)).body.filter(
      ({ role }: { role: string }) => role === 'administrator',
    );
    expect((await administrator.post(`/memberships/${mine.id}/end`).expect(409)).body.code).toBe('last-administrator');
    await administrator.get('/colleagues').expect(200);
    // A member whose access has expired can invite nobody.
    const { membershipId } = await added(parties.manager.organisationId, 'administrator', 'over@example.no');
    await stand.asOwner(`update identity.membership set ends_at = now() - interval '1 hour' where id = $1`, [
      membershipId,
    ]);
    await administrator.post(`/memberships/${mine.id}/end`).expect(409);
    await stand.asOwner('update identity.membership set ends_at = null where id = $1', [membershipId]);
    const [both] = [await signIn(stand, 'over@example.no')];
    const answers = await Promise.all([
      administrator.post(`/memberships/${membershipId}/end`),
      both.post(`/memberships/${mine.id}/end`),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(
      await stand.asOwner(`select from identity.membership where role = 'administrator' and ended_at is null`),
    ).toHaveLength(1);
  });

  it('withdraws a pending invitation', async () => {
    const { id, token } = await invited(supplier, { email: 'feil@example.no', role: 'supplier-clerk' });
    const clerk = await signIn(stand, parties.suppliers[0]!.email);
    await clerk.post(`/invitations/${id}/withdraw`).expect(403);
    await administrator
      .post(`/invitations/${id}/withdraw`)
      .expect((response) => expect([403, 404]).toContain(response.status));
    await supplier.post(`/invitations/${id}/withdraw`).expect(204);
    await supplier.post(`/invitations/${id}/withdraw`).expect(204);
    expect(await trail('invitation.withdrawn', id)).toBe(1);
    await request(stand.app.getHttpServer() as Server)
      .get(`/invitations/${token}`)
      .expect(410);
    expect((await answer(token)).body.code).toBe('invitation-withdrawn');
    expect((await supplier.get('/colleagues')).body.map(({ id: each }: { id: string }) => each)).not.toContain(id);
    const kept = await invited(supplier, { email: 'rett@example.no', role: 'supplier-clerk' });
    await answer(kept.token);
    expect((await supplier.post(`/invitations/${kept.id}/withdraw`).expect(409)).body.code).toBe(
      'invitation-already-accepted',
    );
  });
});
