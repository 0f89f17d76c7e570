import type { Server } from 'node:http';
import { startAllRooms } from '@tallgrunn/app-server/testing';
import { SetUpParties } from '@tallgrunn/identity-server';
import {
  acceptInvitation,
  emailsTo,
  mailedInvitation,
  setUpParties,
  signIn,
  TEST_PASSWORD,
  type Parties,
  type SignedIn,
} from '@tallgrunn/identity-server/testing';
import { Instance, UnitOfWork, type Role } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { limits } from '@tallgrunn/values';
import request from 'supertest';

/** One person tries to gain another person's or side's access, or to act in another's name, by inviting. */

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let administrator: SignedIn;
let supplierId = '';

beforeAll(async () => {
  stand = await startAllRooms();
  parties = await setUpParties(stand);
  supplierId = parties.suppliers[1]!.organisationId;
  await member(parties.manager.organisationId, 'administrator', 'wenche@example.no');
  manager = await signIn(stand, parties.manager.email);
  administrator = await signIn(stand, 'wenche@example.no');
});
afterAll(() => stand.close());

const member = (organisationId: string, role: Role, email: string, name = email) =>
  stand
    .get(UnitOfWork)
    .run({ ...parties.system }, () =>
      stand.get(SetUpParties).addMember({ organisationId, role, name, email, password: TEST_PASSWORD }),
    );
const activeIn = (organisationId: string) =>
  stand.asOwner<{ email: string }>(
    `select p.email from identity.membership m join identity.person p on p.id = m.person_id where m.organisation_id = $1 and m.ended_at is null order by p.email`,
    [organisationId],
  );

describe('the link of an invitation', () => {
  it('is in the e-mail and in no response to the inviter', async () => {
    const answers = [
      await administrator
        .post('/colleagues/invitations', { email: 'p1@nobody.example', role: 'contract-manager' })
        .expect(201),
      await manager.post(`/suppliers/${supplierId}/invitations`, { email: 'p2@nobody.example' }).expect(201),
      await manager
        .post(`/buyers/${parties.buyers[0]!.organisationId}/invitations`, { email: 'p3@nobody.example' })
        .expect(201),
      await manager
        .post('/parties/invitations', { invitations: [{ partyId: supplierId, email: 'p4@nobody.example' }] })
        .expect(200),
      await administrator.get('/colleagues').expect(200),
      await manager.get(`/organisations/${supplierId}/members`).expect(200),
      await manager.get('/parties/without-users').expect(200),
    ];
    for (const address of ['p1', 'p2', 'p3', 'p4']) {
      const token = await mailedInvitation(stand, `${address}@nobody.example`);
      for (const { text } of answers) expect(text).not.toContain(token);
    }
    for (const { text } of answers) expect(text).not.toMatch(/\/invitation\/|"link"|hasAccount/);
  });

  it('gives access only with proof from the mailbox: a guess opens nothing', async () => {
    const { id } = (
      await administrator.post('/colleagues/invitations', { email: 'p5@nobody.example', role: 'contract-manager' })
    ).body;
    expect((await acceptInvitation(stand, id)).status).toBe(404);
    expect(await activeIn(parties.manager.organisationId)).not.toContainEqual({ email: 'p5@nobody.example' });
  });
});

describe('whether an address has an account', () => {
  it('is not visible to the holder of the link', async () => {
    const known = parties.buyers[1]!.email;
    await administrator.post('/colleagues/invitations', { email: known, role: 'contract-manager' }).expect(201);
    await administrator
      .post('/colleagues/invitations', { email: 'unknown@example.no', role: 'contract-manager' })
      .expect(201);
    const tokens = [await mailedInvitation(stand, known), await mailedInvitation(stand, 'unknown@example.no')] as const;
    const server = stand.app.getHttpServer() as Server;
    const keys = await Promise.all(
      tokens.map(async (token) =>
        Object.keys((await request(server).get(`/invitations/${token}`).expect(200)).body as object).sort(),
      ),
    );
    expect(keys[0]).toEqual(keys[1]);
    const wrong = [
      await acceptInvitation(stand, tokens[0], { account: 'new', password: 'a password of their own' }),
      await acceptInvitation(stand, tokens[0], { account: 'existing', password: 'not the right password' }),
      await acceptInvitation(stand, tokens[1], { account: 'existing', password: 'not the right password' }),
    ];
    const bodies = wrong.map(({ status, body }) => JSON.stringify({ ...body, traceId: '', status }));
    expect(new Set(bodies).size).toBe(1);
    expect(wrong.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([401, 'sign-in-failed']));
    expect((await acceptInvitation(stand, tokens[0], { account: 'existing' })).status).toBe(201);
    expect((await acceptInvitation(stand, tokens[1], { account: 'new' })).status).toBe(201);
  });

  it('is proven only by a session of the invited address', async () => {
    const { email } = parties.buyers[0]!;
    await administrator.post('/colleagues/invitations', { email, role: 'contract-manager' }).expect(201);
    const token = await mailedInvitation(stand, email);
    expect((await administrator.post(`/invitations/${token}/accept`, { account: 'signed-in' })).body.code).toBe(
      'account-not-invited',
    );
    const joined = await (
      await signIn(stand, email)
    )
      .post(`/invitations/${token}/accept`, { account: 'signed-in' })
      .expect(201);
    expect(joined.body.session.memberships).toHaveLength(2);
  });

  it('and the name is set by the person, not the inviter', async () => {
    const me = await signIn(stand, parties.buyers[0]!.email);
    expect((await me.put('/session/person', { name: '  Kari Kommune ' }).expect(200)).body.person.name).toBe(
      'Kari Kommune',
    );
    await me.put('/session/person', { name: '   ' }).expect(400);
  });
});

describe('an invitation into another side’s organisation', () => {
  const spook = 'spook@nobody.example';
  let invitationId = '';
  let supplier: SignedIn;

  beforeAll(async () => {
    supplier = await signIn(stand, parties.suppliers[1]!.email);
    invitationId = (await manager.post(`/suppliers/${supplierId}/invitations`, { email: spook }).expect(201)).body.id;
    const accepted = await acceptInvitation(stand, await mailedInvitation(stand, spook), { name: 'Spøkelse' });
    expect([accepted.status, accepted.body.state, accepted.body.session.memberships]).toEqual([
      201,
      'awaiting-approval',
      [],
    ]);
  });

  it('opens nothing until an administrator there approves', async () => {
    const puppet = await signIn(stand, spook);
    for (const path of ['/obligations', '/colleagues', '/api-keys']) await puppet.get(path).expect(403);
    const { actor } = parties.suppliers[1]!;
    await puppet.post(`/memberships/${actor.membershipId}/end`).expect(403);
    await puppet.post(`/invitations/${invitationId}/approve`).expect(403);
    await manager.post(`/invitations/${invitationId}/approve`).expect(403);
    await administrator.post(`/invitations/${invitationId}/approve`).expect(404);
    expect(await activeIn(supplierId)).toEqual([{ email: parties.suppliers[1]!.email }]);
  });

  it('is notified to the administrators there, with inviter and invitee', async () => {
    const [email = ''] = await emailsTo(stand, parties.suppliers[1]!.email);
    expect(email).toContain(`Spøkelse (${spook})`);
    expect(email).toContain('Samkjøp');
    expect((await supplier.get('/colleagues').expect(200)).body).toContainEqual(
      expect.objectContaining({ id: invitationId, state: 'awaiting-approval', email: spook }),
    );
  });

  it('is rejected permanently, with an e-mail to the person', async () => {
    await supplier.post(`/invitations/${invitationId}/reject`).expect(204);
    await supplier.post(`/invitations/${invitationId}/reject`).expect(204);
    expect((await supplier.post(`/invitations/${invitationId}/approve`).expect(409)).body.code).toBe(
      'invitation-already-decided',
    );
    expect((await emailsTo(stand, spook))[0]).toMatch(/avvist/);
    expect((await (await signIn(stand, spook)).get('/session')).body.memberships).toEqual([]);
  });

  it('gives access when approved, and notifies every administrator', async () => {
    const email = 'ekte@example.no';
    const { id } = (await manager.post(`/suppliers/${supplierId}/invitations`, { email }).expect(201)).body;
    await acceptInvitation(stand, await mailedInvitation(stand, email), { name: 'Ekte Person' });
    await supplier.post(`/invitations/${id}/approve`).expect(204);
    await supplier.post(`/invitations/${id}/approve`).expect(204);
    expect(await activeIn(supplierId)).toContainEqual({ email });
    expect((await emailsTo(stand, parties.suppliers[1]!.email))[0]).toMatch(
      /Ekte Person \(ekte@example\.no\) er nå administrator/,
    );
    const trail = await stand.asOwner(
      `select act from platform.audit_entry where subject_id = $1 and act = 'invitation.approved'`,
      [id],
    );
    expect(trail).toHaveLength(1);
  });

  it('needs no approval without an approver: the first administrator gets access at once', async () => {
    const { body } = await manager.post('/parties', { kind: 'buyer', name: 'Våler kommune' }).expect(201);
    await manager.post(`/buyers/${body.id}/invitations`, { email: 'forste@valer.example' }).expect(201);
    const accepted = await acceptInvitation(stand, await mailedInvitation(stand, 'forste@valer.example'), {
      name: 'Første',
    });
    expect([accepted.status, accepted.body.state]).toEqual([201, 'joined']);
  });
});

describe('ending access in another organisation', () => {
  it('needs a reason, and is notified to the person and the administrators', async () => {
    const clerk = await member(supplierId, 'supplier-clerk', 'rapportor@example.no', 'Rapportør');
    expect((await administrator.post(`/memberships/${clerk.membershipId}/end`, {}).expect(422)).body.code).toBe(
      'reason-required',
    );
    await manager.post(`/memberships/${clerk.membershipId}/end`, { reason: 'x' }).expect(403);
    expect(
      (await administrator.post(`/memberships/${clerk.membershipId}/end`, { reason: 'Sluttet i mars.' }).expect(200))
        .body.state,
    ).toBe('ended');
    expect((await emailsTo(stand, 'rapportor@example.no'))[0]).toContain('Sluttet i mars.');
    expect((await emailsTo(stand, parties.suppliers[1]!.email))[0]).toContain('Sluttet i mars.');
  });

  it('takes two independent people for the last administrator, so that no organisation can be emptied and taken over', async () => {
    const { body: made } = await manager.post('/parties', { kind: 'supplier', name: 'Enslig AS' }).expect(201);
    const last = await member(made.id, 'supplier-administrator', 'siste@enslig.example');
    const { body } = await administrator
      .post(`/memberships/${last.membershipId}/end`, { reason: 'Konkurs.' })
      .expect(200);
    expect(body).toEqual({ state: 'awaiting-approval', endingId: expect.any(String) });
    expect(await activeIn(made.id)).toHaveLength(1);
    expect((await administrator.post(`/membership-endings/${body.endingId}/approve`).expect(409)).body.code).toBe(
      'second-person-required',
    );
    await administrator
      .post('/colleagues/invitations', { email: 'dukke@nobody.example', role: 'administrator' })
      .expect(201);
    await acceptInvitation(stand, await mailedInvitation(stand, 'dukke@nobody.example'), { name: 'Dukke' });
    const puppet = await signIn(stand, 'dukke@nobody.example');
    expect((await puppet.post(`/membership-endings/${body.endingId}/approve`).expect(422)).body.code).toBe(
      'approver-not-independent',
    );
    expect(await activeIn(made.id)).toHaveLength(1);
    await member(parties.manager.organisationId, 'administrator', 'annen@example.no');
    await (await signIn(stand, 'annen@example.no')).post(`/membership-endings/${body.endingId}/approve`).expect(204);
    expect(await activeIn(made.id)).toEqual([]);
  });
});

describe('a role', () => {
  it('is changed by an administrator of the organisation, never for the last one', async () => {
    const { body: made } = await manager.post('/parties', { kind: 'supplier', name: 'Rolle AS' }).expect(201);
    const first = await member(made.id, 'supplier-administrator', 'sjef@rolle.example');
    const clerk = await member(made.id, 'supplier-clerk', 'ansatt@rolle.example');
    const chief = await signIn(stand, 'sjef@rolle.example');
    expect(
      (await chief.post(`/memberships/${first.membershipId}/change-role`, { role: 'supplier-clerk' }).expect(409)).body
        .code,
    ).toBe('last-administrator');
    await administrator
      .post(`/memberships/${clerk.membershipId}/change-role`, { role: 'supplier-administrator' })
      .expect(404);
    await chief.post(`/memberships/${clerk.membershipId}/change-role`, { role: 'contract-manager' }).expect(400);
    await chief.post(`/memberships/${clerk.membershipId}/change-role`, { role: 'supplier-administrator' }).expect(200);
    await chief.post(`/memberships/${first.membershipId}/change-role`, { role: 'supplier-clerk' }).expect(200);
    await chief.get('/api-keys').expect(403);
    expect((await emailsTo(stand, 'ansatt@rolle.example'))[0]).toContain('Rolle AS');
  });
});

describe('the text of an invitation', () => {
  it('states the inviter, the organisation and a contact, with the inviter’s own text set off', async () => {
    const email = 'tekst@example.no';
    await manager
      .post(`/suppliers/${supplierId}/invitations`, {
        email,
        message: 'Vi snakket på mandag.\nHilsen oss',
        language: 'en',
      })
      .expect(201);
    const [text = ''] = await emailsTo(stand, email);
    expect(text).toContain('Subject: Reporting for Solgløtt Frukt & Grønt to Samkjøp');
    expect(text).toContain('> Vi snakket på mandag.\n> Hilsen oss');
    expect(text).toContain(parties.manager.email);
    for (const part of ['inviterer deg', 'invites you', 'Lenkja er personleg']) expect(text).toContain(part);
  });

  it('contains no one else’s link', async () => {
    const { body } = await manager
      .post(`/suppliers/${supplierId}/invitations`, { email: 'x@example.no', message: 'Se https://ond.example' })
      .expect(422);
    expect(body.code).toBe('invitation-message-refused');
    await manager
      .post(`/suppliers/${supplierId}/invitations`, { email: 'x@example.no', message: 'a'.repeat(1001) })
      .expect(400);
  });
});

describe('the number of invitations', () => {
  it('is limited for unknown addresses, with a time to retry, and not for agreement contacts', async () => {
    const { perPersonHourMax } = limits.invitation;
    const email = 'mange@example.no';
    await member(supplierId, 'supplier-administrator', email);
    const sender = await signIn(stand, email);
    const invite = (n: number) =>
      sender.post('/colleagues/invitations', { email: `fremmed-${n}@nobody.example`, role: 'supplier-clerk' });
    for (let n = 0; n < perPersonHourMax; n += 1) await invite(n).expect(201);
    const refused = await invite(perPersonHourMax);
    expect([refused.status, refused.body.code, refused.body.params.scope]).toEqual([
      429,
      'invitation-limit-reached',
      'person-hour',
    ]);
    expect(refused.headers['retry-after']).toBe('3600');
  });
});

describe('the outbox', () => {
  it('is shown in a demo without a mail server only', async () => {
    const server = stand.app.getHttpServer() as Server;
    await request(server).get('/outbox').expect(404);
    await stand.get(Instance).becomeDemo(stand.clock.now());
    await stand.deliverMail();
    const { body } = await request(server).get('/outbox').expect(200);
    expect(body.items).toHaveLength(20);
    expect(
      body.items.some(({ paths }: { paths: string[] }) => paths.some((each) => each.startsWith('/invitation/'))),
    ).toBe(true);
    const second = await request(server).get(`/outbox?before=${body.next}`).expect(200);
    expect(second.body.items[0].id < body.items.at(-1).id).toBe(true);
    await stand.asOwner('update platform.instance set demo = false');
    await request(server).get('/outbox').expect(404);
  });
});
