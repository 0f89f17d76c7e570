import { randomUUID } from 'node:crypto';
import { JobWorker } from '@tallgrunn/platform';
import { startMailServer, type MailServer } from '@tallgrunn/platform/testing/mail-server';
import { administrator, signIn, type SignedIn } from '@tallgrunn/identity-server/testing';
import { runSubscribers, setUpNotifications, type NotificationsTestApp } from '../../testing.ts';
import { decodeEmail, subjectsOf } from '../../testing/decode-email.ts';
import { Notify } from '../notify.ts';
import { NotifyNextContact } from './on-mail-failed.ts';

let server: MailServer;
let world: NotificationsTestApp;
let manager: SignedIn;
const gone = new Set<string>();
beforeAll(async () => {
  server = await startMailServer({ refusal: (to) => (gone.has(to) ? '5.1.1 no such mailbox' : null) });
  world = await setUpNotifications({ smtpUrl: server.url });
  manager = await signIn(world.stand, world.parties.manager.email);
});
afterAll(async () => {
  await world.stand.close();
  await server.close();
});

async function notify(): Promise<string[]> {
  const before = server.received.length;
  await world.stand.get(Notify).run([world.parties.system]);
  await world.stand.deliverMail();
  await runSubscribers(world.stand, NotifyNextContact);
  return server.received.slice(before).map(decodeEmail);
}
const contact = (email: string) =>
  world.stand.asOwner(
    `insert into agreements.agreement_contact (cooperative_id, id, agreement_id, supplier_id, name, email, role) values ($1, gen_random_uuid(), $2, $3, 'Kontakt', $4, 'reporting')`,
    [world.parties.cooperativeId, world.agreement.agreementId, world.parties.suppliers[0]!.organisationId, email],
  );

describe('bouncing address', () => {
  it('falls back to the contact of the agreement, then the contract manager, with a state per message', async () => {
    gone.add(world.parties.suppliers[0]!.email);
    await contact('post@finnskog.example');
    await notify();
    const next = await notify();
    expect(subjectsOf(next)).toEqual(['Frist om 3 dager: rapporten for mars 2026, Mat- og drikkevarer']);
    expect(next[0]).toContain('Du får dette fordi du er oppført som kontakt i avtalen.');
    expect(server.recipients.at(-1)).toBe('post@finnskog.example');
    const { body } = await manager.get(`/messages?obligationId=${world.agreement.obligations['2026-03']}`).expect(200);
    expect(
      (body.items as { state: string; reason: string | null; recipient: string }[]).map(
        ({ state, reason, recipient }) => ({ state, reason, recipient }),
      ),
    ).toEqual([
      { state: 'sent', reason: null, recipient: 'post@finnskog.example' },
      { state: 'bounced', reason: '550 5.1.1', recipient: 'Finnskog Storkjøkken Engros' },
    ]);
  });

  it('is listed and gets no e-mails until a user clears it', async () => {
    world.stand.clock.runFrom(new Date('2026-04-15T06:00:00Z'));
    gone.add('post@finnskog.example');
    const tried = server.recipients.filter((to) => to === world.parties.suppliers[0]!.email).length;
    await notify();
    await notify();
    world.stand.clock.runFrom(new Date('2026-04-16T06:00:00Z'));
    const emails = await notify();
    expect(server.recipients.filter((to) => to === world.parties.suppliers[0]!.email)).toHaveLength(tried);
    expect(emails.join('\n')).toContain('Varsler når ikke fram til Finnskog Storkjøkken Engros');
    const { body } = await manager.get('/unreachable-addresses').expect(200);
    expect((body as { email: string }[]).map(({ email }) => email).toSorted()).toEqual(
      [world.parties.suppliers[0]!.email, 'post@finnskog.example'].toSorted(),
    );
    const own = (body as { id: string; email: string }[]).find(
      ({ email }) => email === world.parties.suppliers[0]!.email,
    )!;
    gone.clear();
    await manager.post(`/unreachable-addresses/${own.id}/clear`).expect(204);
    await manager.post(`/unreachable-addresses/${own.id}/clear`).expect(404);
    const { body: messages } = await manager.get('/messages?failed=true').expect(200);
    const [failed] = (messages.items as { id: string; recipient: string }[]).filter(({ recipient }) =>
      recipient.startsWith('Finnskog'),
    );
    await manager.post(`/messages/${failed!.id}/resend`).expect(204);
    expect(subjectsOf(await notify())).toContain('Frist i morgen: rapporten for mars 2026, Mat- og drikkevarer');
    await manager.post(`/messages/${failed!.id}/resend`).expect(409);
  });
});

describe('reminders of late reports', () => {
  it('are limited to one agreement on request', async () => {
    world.stand.clock.runFrom(new Date('2026-04-16T08:00:00Z'));
    const { agreementId } = world.agreement;
    const { body: all } = await manager.get('/late-obligations').expect(200);
    const { body: late } = await manager.get(`/late-obligations?agreementId=${agreementId}`).expect(200);
    const ofAgreement = (all as { agreement: { id: string } }[]).filter(
      ({ agreement }) => agreement.id === agreementId,
    );
    expect(ofAgreement.length).toBeGreaterThan(0);
    expect(late).toEqual(ofAgreement);
    const { body: other } = await manager.get(`/late-obligations?agreementId=${randomUUID()}`).expect(200);
    expect(other).toEqual([]);
    await manager.get('/late-obligations?agreementId=food').expect(400);
  });

  it('are previewed, sent once a day to all selected suppliers, and return a result each', async () => {
    world.stand.clock.runFrom(new Date('2026-04-16T08:00:00Z'));
    const { body: late } = await manager.get('/late-obligations').expect(200);
    const obligationIds = (late as { obligationId: string }[]).map(({ obligationId }) => obligationId);
    expect(obligationIds.length).toBeGreaterThan(2);
    const { body: preview } = await manager
      .post('/late-obligations/remind/preview', { obligationIds, language: 'nb', message: 'Ring meg gjerne.' })
      .expect(200);
    expect(preview.text).toContain('> Ring meg gjerne.');
    await manager.post('/late-obligations/remind', { obligationIds, message: 'Se https://ond.example' }).expect(422);
    const { body: results } = await manager
      .post('/late-obligations/remind', { obligationIds, message: 'Ring meg gjerne.' })
      .expect(200);
    expect(new Set((results as { state: string }[]).map(({ state }) => state))).toEqual(new Set(['queued']));
    const emails = await notify();
    // one e-mail to each supplier with all of its reports
    expect(emails.filter((each) => /2 varsler fra Samkjøp|varsler fra Samkjøp/.test(each))).toHaveLength(2);
    const { body: repeated } = await manager.post('/late-obligations/remind', { obligationIds }).expect(200);
    expect(new Set((repeated as { state: string }[]).map(({ state }) => state))).toEqual(new Set(['reminded-today']));
    expect(await notify()).toEqual([]);
  });
});

describe('notification preferences', () => {
  it('apply to optional kinds and to one membership', async () => {
    const supplier = await signIn(world.stand, world.parties.suppliers[0]!.email);
    await supplier
      .put('/notifications/preferences', { preferences: [{ kind: 'report-received', cadence: 'never' }] })
      .expect(200);
    await supplier
      .put('/notifications/preferences', { preferences: [{ kind: 'obligation-late', cadence: 'never' }] })
      .expect(422);
    await supplier
      .put('/notifications/preferences', { preferences: [{ kind: 'supplier-late', cadence: 'never' }] })
      .expect(422);
    const { body } = await supplier.get('/notifications/preferences').expect(200);
    const chosen = (body as { kind: string; cadence: string }[]).filter(({ cadence }) => cadence === 'never');
    expect(chosen.map(({ kind }) => kind)).toEqual(['report-received']);
    const other = await signIn(world.stand, world.parties.suppliers[1]!.email);
    expect(JSON.stringify((await other.get('/notifications/preferences').expect(200)).body)).not.toContain('never');
  });
});

describe('custom template', () => {
  it('is previewed, rejected with every unknown variable, and reset', async () => {
    const admin = await administrator(world.stand, world.parties, 'admin@samkjop.example');
    const template = { subject: 'Hei: {period}', body: 'Kjære {recipient}, {hemmelig}' };
    const refused = await admin.put('/email-templates/obligation-due/nb', template).expect(422);
    expect(refused.text).toContain('hemmelig');
    const sound = { ...template, body: 'Kjære {recipient}, levér {report}.' };
    const { body: preview } = await admin
      .post('/email-templates/obligation-due/nb/preview', { template: sound })
      .expect(200);
    expect(preview.subject).toMatch(/^Hei: \w+ \d{4}$/);
    expect(preview.text).toContain('Kjære Kari, levér rapporten.');
    await admin.put('/email-templates/obligation-due/nb', sound).expect(204);
    const ownOf = async () =>
      ((await admin.get('/email-templates').expect(200)).body as { isOwn: boolean; kind: string }[]).filter(
        ({ isOwn }) => isOwn,
      );
    expect(await ownOf()).toMatchObject([{ kind: 'obligation-due' }]);
    await admin.post('/email-templates/obligation-due/nb/reset').expect(204);
    expect(await ownOf()).toEqual([]);
  });
});

describe('repeated mail job', () => {
  it('sends nothing twice', async () => {
    world.stand.clock.runFrom(new Date('2026-04-17T06:00:00Z'));
    const before = server.received.length;
    await world.stand.get(Notify).run([world.parties.system]);
    await world.stand.get(Notify).run([world.parties.system]);
    const jobs = () =>
      world.stand.asOwner<{ data: never }>(
        `select data from pgboss.job where name = 'platform.deliver-mail' and state = 'created'`,
      );
    const [job] = await jobs();
    expect(job).toBeDefined();
    await world.stand.get(JobWorker).runNow('platform.deliver-mail', job!.data);
    await world.stand.deliverMail();
    const sent = server.received.slice(before).map((each) => /^Message-ID: (.*)$/im.exec(each)?.[1]);
    expect(new Set(sent).size).toBe(sent.length);
    expect(sent.length).toBeGreaterThan(0);
  });
});

describe('unresponsive mail server', () => {
  it('blocks no worker, loses nothing, and gets all e-mails once it answers', async () => {
    let answer: () => void = () => undefined;
    const silent = await startMailServer({ silentUntil: new Promise<void>((resolve) => (answer = resolve)) });
    const slow = await setUpNotifications({ smtpUrl: silent.url });
    expect(await slow.stand.get(Notify).run([slow.parties.system])).toBe(2);
    const states = () => slow.stand.asOwner('select distinct state from follow_up.notification');
    expect(await states()).toEqual([{ state: 'queued' }]);
    const delivering = slow.stand.deliverMail();
    expect(await slow.stand.get(Notify).run([slow.parties.system])).toBe(0);
    answer();
    await delivering;
    expect(silent.received).toHaveLength(2);
    await slow.stand.close();
    await silent.close();
  });
});
