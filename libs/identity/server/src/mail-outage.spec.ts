import type { Server } from 'node:http';
import request from 'supertest';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { startMailServer, type MailServer } from '@tallgrunn/platform/testing/mail-server';
import { InvitePerson } from './invitations/invite-person.ts';
import { identity } from './room.ts';
import { setUpParties, type Parties } from './testing.ts';
import { EmailOrganisation } from './email-organisation.ts';

/**
 * Ends the silence of the mail server. It answers nothing before the end of the tests, so a request that waits for it
 * never returns.
 */
let letGo: () => void = () => undefined;
let silent: MailServer;
let stand: TestApp;
let parties: Parties;

beforeAll(async () => {
  silent = await startMailServer({ silentUntil: new Promise<void>((resolve) => (letGo = resolve)) });
  stand = await setUpTestApp([identity], { smtpUrl: silent.url });
  parties = await setUpParties(stand);
});
afterAll(async () => {
  letGo();
  await stand.close();
  await silent.close();
});

const queued = () =>
  stand.asOwner<{ name: string; data: string }>(
    `select name, data::text as data from pgboss.job where name in ('platform.deliver-mail', 'identity.send-reset-link') order by created_on`,
  );

describe('unresponsive mail server', () => {
  it('delays no password reset, and queues the same for unknown and known addresses', async () => {
    const agent = request.agent(stand.app.getHttpServer() as Server);
    const { body } = await agent.get('/session');
    const ask = (email: string) => agent.post('/password-resets').set('x-csrf-token', body.csrfToken).send({ email });
    const known = await ask(parties.manager.email);
    const afterKnown = await queued();
    const unknown = await ask('nobody.at.all@example.org');
    const afterUnknown = await queued();
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(known.status).toBe(202);
    expect(afterKnown.map(({ name }) => name)).toEqual(['identity.send-reset-link']);
    expect(afterUnknown.map(({ name }) => name)).toEqual(['identity.send-reset-link', 'identity.send-reset-link']);
    expect(afterUnknown.map(({ data }) => data).join()).not.toContain(parties.manager.email);
  });

  it('delays neither an invitation nor a message to an organisation, and the e-mails stay queued', async () => {
    const before = (await queued()).length;
    await stand.get(UnitOfWork).run(parties.manager.actor, async () => {
      await stand.get(InvitePerson).run({
        email: 'new@example.org',
        role: 'supplier-administrator',
        organisationId: parties.suppliers[0]!.actor.organisationId!,
      });
      expect(
        await stand
          .get(EmailOrganisation)
          .run(parties.suppliers[0]!.actor.organisationId!, () => ({ subject: 'Report', text: 'Handed in' })),
      ).toBe(1);
    });
    expect((await queued()).length - before).toBe(2);
  });
});
