import { administrator, signIn, type SignedIn } from '@tallgrunn/identity-server/testing';
import { defaultInvitationTemplates, invitationKinds, invitationVariables } from '@tallgrunn/identity-server';
import { startMailServer, type MailServer } from '@tallgrunn/platform/testing/mail-server';
import { emailTemplateFaults, languages } from '@tallgrunn/values';
import { setUpNotifications, type NotificationsTestApp } from '../../testing.ts';
import { decodeEmail } from '../../testing/decode-email.ts';

let server: MailServer;
let world: NotificationsTestApp;
let admin: SignedIn;
let manager: SignedIn;
beforeAll(async () => {
  server = await startMailServer();
  world = await setUpNotifications({ smtpUrl: server.url });
  manager = await signIn(world.stand, world.parties.manager.email);
  admin = await administrator(world.stand, world.parties, 'admin@samkjop.example');
});
afterAll(async () => {
  await world.stand.close();
  await server.close();
});

interface Listed {
  readonly kind: string;
  readonly language: string;
  readonly isOwn: boolean;
}
const ownTexts = async (): Promise<Listed[]> =>
  ((await admin.get('/email-templates').expect(200)).body as Listed[]).filter(({ isOwn }) => isOwn);

/** Invites a person to the first supplier, and returns the e-mail. */
async function invite(email: string, language: string): Promise<string> {
  const before = server.received.length;
  await manager
    .post(`/suppliers/${world.parties.suppliers[0]!.organisationId}/invitations`, {
      email,
      language,
      message: 'Ring meg gjerne.',
    })
    .expect(201);
  await world.stand.deliverMail();
  return server.received.slice(before).map(decodeEmail).join('\n');
}

describe('default invitation', () => {
  it.each(languages)('uses only variables of invitations (%s)', (language) => {
    const faults = invitationKinds.flatMap((kind) =>
      emailTemplateFaults(invitationVariables, defaultInvitationTemplates[language][kind]),
    );
    expect(faults).toEqual([]);
  });
});

describe('invitation with a custom text', () => {
  const path = '/email-templates/invitation-supplier/nb';
  const text = {
    subject: 'Rapportering på avtalen: {organisation}',
    body: 'Dere har avtale med {cooperative}.\n\n{agreements}\n\n{firstReport}\n\nVi svarer på spørsmål hver dag.',
  };

  it('is previewed with the text that is written, and rejected with an unknown variable or a link', async () => {
    const { body } = await admin.post(`${path}/preview`, { template: text }).expect(200);
    expect(body.subject).toBe('Rapportering på avtalen: Eksempel Leverandør AS');
    expect(body.text.startsWith('Hei!\n\nDere har avtale med')).toBe(true);
    expect(body.text).toContain('- Eksempelavtale');
    expect(body.text).toContain('Den første rapporten gjelder');
    expect(body.text).toContain('/invitation/…');
    expect(body.text).toContain('invites you to submit reports for Eksempel Leverandør AS'); // the other languages too
    const unknown = await admin.put(path, { ...text, body: '{inviter} {passord}' }).expect(422);
    expect(unknown.body.code).toBe('template-invalid');
    const linked = await admin.put(path, { ...text, body: 'Se https://example.org' }).expect(422);
    expect(linked.body.code).toBe('template-has-link');
    expect(await ownTexts()).toEqual([]);
  });

  it('is sent in its language, with the personal link, the validity and the message of the inviter', async () => {
    await admin.put(path, text).expect(204);
    expect(await ownTexts()).toMatchObject([{ kind: 'invitation-supplier', language: 'nb' }]);
    const email = await invite('ny@finnskog.example', 'nb');
    expect(email).toContain('Subject: Rapportering på avtalen: Finnskog Storkjøkken Engros');
    for (const part of [
      'Vi svarer på spørsmål hver dag.',
      '- Mat- og drikkevarer',
      '> Ring meg gjerne.',
      '/invitation/',
      'virker én gang',
      'Ventet du ikke denne e-posten',
      'invites you to submit reports',
    ])
      expect(email).toContain(part);
    expect(email).not.toContain('inviterer deg til å levere rapporter');
    expect(email).not.toMatch(/\{\w+\}/);
    const english = await invite('new@finnskog.example', 'en');
    expect(english).toContain('Subject: Reporting for Finnskog Storkjøkken Engros to');
    expect(english).toContain('Vi svarer på spørsmål hver dag.'); // its Norwegian part
  });

  it('is the standard text again after a reset', async () => {
    await admin.post(`${path}/reset`).expect(204);
    expect(await ownTexts()).toEqual([]);
    expect(await invite('nr2@finnskog.example', 'nb')).toContain('inviterer deg til å levere rapporter');
    const acts = await world.stand.asOwner<{ act: string }>(
      `select act from platform.audit_entry where act like 'email-template.%' order by at, id`,
    );
    expect(acts.map(({ act }) => act)).toEqual(['email-template.changed', 'email-template.reset']);
  });
});
