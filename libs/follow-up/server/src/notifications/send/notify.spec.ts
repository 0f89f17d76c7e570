import { acceptedReport, marchLines, receivedReport, reportCsv } from '@tallgrunn/reporting-server/testing';
import { ReturnVersion, SubmitVersion } from '@tallgrunn/reporting-server';
import { UnitOfWork } from '@tallgrunn/platform';
import { startMailServer, type MailServer } from '@tallgrunn/platform/testing/mail-server';
import { runSubscribers, setUpNotifications, type NotificationsTestApp } from '../../testing.ts';
import { decodeEmail, subjectsOf } from '../../testing/decode-email.ts';
import { NotifyOfAcceptance, NotifyOfReturn, NotifyOfSubmission } from '../listen/on-report.ts';
import { Notify } from '../notify.ts';

let server: MailServer;
let world: NotificationsTestApp;
beforeAll(async () => {
  server = await startMailServer();
  world = await setUpNotifications({ smtpUrl: server.url });
  await world.stand.asOwner(
    `update agreements.terms_version set document = document || '{"sanction":{"kind":"day-fine","amount":1000,"per":"working-day","cap":20000}}'`,
  );
  await world.stand.asOwner(
    `insert into agreements.agreement_contact (cooperative_id, id, agreement_id, name, email, phone, role) values ($1, gen_random_uuid(), $2, 'Ingrid Avtaleforvalter', 'ingrid@samkjop.example', '62 00 00 00', 'contract')`,
    [world.parties.cooperativeId, world.agreement.agreementId],
  );
});
afterAll(async () => {
  await world.stand.close();
  await server.close();
});

const on = (instant: string) => world.stand.clock.runFrom(new Date(instant));
/**
 * Runs the notifications as the worker does each minute, delivers, and returns the e-mails that arrived at an address.
 */
async function notify(): Promise<string[]> {
  const before = server.received.length;
  await world.stand.get(Notify).run([world.parties.system]);
  await world.stand.deliverMail();
  return server.received.slice(before).map(decodeEmail);
}
const states = () =>
  world.stand.asOwner<{ kind: string; state: string; count: number }>(
    'select kind, state, count(*)::int as count from follow_up.notification group by 1, 2 order by 1, 2',
  );
const speak = (who: number, language: string) =>
  world.stand.asOwner('update identity.person set language = $2 where id = $1', [
    world.parties.suppliers[who]!.actor.personId,
    language,
  ]);

describe('approaching due date', () => {
  it('is notified in the language of the supplier, with sender, task, date and consequence', async () => {
    await speak(0, 'nn');
    await speak(1, 'en');
    const emails = await notify();
    expect(subjectsOf(emails)).toEqual([
      'Due in 3 days: the report for March 2026, Mat- og drikkevarer',
      'Frist om 3 dagar: rapporten for mars 2026, Mat- og drikkevarer',
    ]);
    const nynorsk = emails.find((each) => each.includes('dagar'))!;
    for (const text of [
      'From: Samkjøp <no-reply@localhost>',
      'Reply-To: ingrid@samkjop.example',
      'Fristen er 17. april 2026, om 3 dagar',
      'dagmulkt på 1\u00a0000\u00a0kr per yrkedag, inntil 20\u00a0000\u00a0kr',
      'Ein person i Samkjøp avgjer om ho skal brukast.',
      'Kontakt Ingrid Avtaleforvalter, Samkjøp, telefon 62 00 00 00, ingrid@samkjop.example',
      `http://localhost/reports/${world.agreement.obligations['2026-03']}`,
      'Avtalen krev dette varselet. Det kan ikkje slåast av.',
      'Content-Type: text/html',
    ])
      expect(nynorsk).toContain(text);
    expect(nynorsk).not.toContain('List-Unsubscribe');
    expect([...nynorsk.matchAll(/https?:\/\/[^\s"<>]+/g)].every(([link]) => link.startsWith('http://localhost/'))).toBe(
      true,
    );
    const english = emails.find((each) => each.includes('Due in'))!;
    expect(english).toContain('daily penalty of NOK\u00a01,000 per working day, up to NOK\u00a020,000');
  });

  it('is notified once, however often the worker runs or restarts', async () => {
    expect(await notify()).toEqual([]);
    await world.stand.asOwner('delete from follow_up.notification_run');
    expect(await notify()).toEqual([]);
  });

  it('is not notified when the report was delivered before sending', async () => {
    const units = world.stand.get(UnitOfWork);
    const supplier = world.parties.suppliers[0]!.actor;
    on('2026-04-15T05:30:00Z');
    const checked = await receivedReport(
      world.stand,
      supplier,
      world.agreement.obligations['2026-03']!,
      reportCsv(marchLines),
    );
    await world.stand.asOwner(
      `update follow_up.notification set state = 'waiting', message_id = null, queued_at = null where kind = 'obligation-due' and supplier_id = $1`,
      [supplier.organisationId],
    );
    await units.run({ ...supplier }, () =>
      world.stand.get(SubmitVersion).run(checked.id, { confirmations: [], leaveOutRows: false }),
    );
    expect(subjectsOf(await notify()).filter((each) => each?.startsWith('Frist'))).toEqual([]);
    expect(await states()).toContainEqual({ kind: 'obligation-due', state: 'superseded', count: 1 });
  });

  it('sends a receipt of the report at once', async () => {
    await runSubscribers(world.stand, NotifyOfSubmission, NotifyOfAcceptance);
    const emails = await notify();
    expect(subjectsOf(emails)).toEqual(['Vi har fått rapport R-2026-00001/1 for mars 2026: Mat- og drikkevarer']);
    expect(emails[0]).toContain('med 2 linjer');
    expect(emails[0]).toContain('List-Unsubscribe: <http://localhost/api/v1/notifications/unsubscribe/');
  });
});

describe('report that needs a decision', () => {
  const dear = marchLines.map((line) => ({
    ...line,
    deliveredOn: line.deliveredOn.replace('.03.', '.02.'),
    unitPrice: '400,00',
    amount: line.quantity === '10' ? '4000,00' : '1600,00',
  }));

  it('is in the summary of the contract manager, and sent to the supplier when returned, with reason and rows', async () => {
    const units = world.stand.get(UnitOfWork);
    const supplier = world.parties.suppliers[0]!.actor;
    await speak(0, 'nb');
    on('2026-04-15T08:00:00Z');
    const checked = await receivedReport(
      world.stand,
      supplier,
      world.agreement.obligations['2026-02']!,
      reportCsv(dear),
    );
    const questions = checked.verdict!.groups.filter(({ severity }) => severity === 'confirm');
    const confirmations = questions.map(({ code, example }) => ({
      code,
      cause: example.cause ?? '',
      reason: 'Avtalt.',
    }));
    await units.run({ ...supplier }, () =>
      world.stand.get(SubmitVersion).run(checked.id, { confirmations, leaveOutRows: false }),
    );
    await runSubscribers(world.stand, NotifyOfSubmission);
    expect(subjectsOf(await notify())).toEqual([
      'Vi har fått rapport R-2026-00002/1 for februar 2026: Mat- og drikkevarer',
    ]);
    on('2026-04-16T05:05:00Z');
    const morning = await notify();
    expect(subjectsOf(morning)).toContain(
      'Til godkjenning: R-2026-00002/1 fra Finnskog Storkjøkken Engros, februar 2026',
    );
    await units.run({ ...world.parties.manager.actor }, () =>
      world.stand.get(ReturnVersion).run(checked.id, 'Prisen er ikke den avtalte.'),
    );
    await runSubscribers(world.stand, NotifyOfReturn);
    const [returned] = await notify();
    expect(returned).toContain('Begrunnelse: Prisen er ikke den avtalte.');
    expect(returned).toMatch(/Rader i filen som kontrollen spurte om: 2, 3/);
    expect(returned).toContain('Den regnes ikke som levert');
  });

  it('is not notified as returned when a new version has arrived', async () => {
    await world.stand.asOwner(
      `update follow_up.notification set state = 'waiting', message_id = null where kind = 'report-returned'`,
    );
    await acceptedReport(world.stand, world.parties, world.agreement, { periodKey: '2026-02', lines: dear });
    expect(subjectsOf(await notify())).toEqual([]);
    await runSubscribers(world.stand, NotifyOfSubmission, NotifyOfAcceptance);
    expect(subjectsOf(await notify())).toEqual([
      'Vi har fått rapport R-2026-00002/2 for februar 2026: Mat- og drikkevarer',
    ]);
  });
});

describe('notifications that are not urgent', () => {
  it('are combined into at most one e-mail a day', async () => {
    on('2026-04-17T05:05:00Z');
    const manager = () => server.recipients.filter((to) => to === world.parties.manager.email).length;
    const before = manager();
    await notify();
    on('2026-04-17T12:00:00Z');
    await world.stand.asOwner(
      `update follow_up.notification set state = 'waiting', message_id = null, due_at = now() where kind = 'report-awaiting-approval'`,
    );
    await notify();
    expect(manager() - before).toBeLessThanOrEqual(1);
  });
});

describe('late report', () => {
  it('is notified to the supplier at once and to the contract manager in the summary, in working days', async () => {
    on('2026-04-20T06:00:00Z');
    const emails = await notify();
    expect(subjectsOf(emails)).toContain('We have not received the report for March 2026: Mat- og drikkevarer');
    expect(emails.join('\n')).toContain('by 17 April 2026, one working day ago');
    on('2026-04-21T05:05:00Z');
    expect(subjectsOf(await notify())).toContain(
      'Solgløtt Frukt & Grønt mangler rapporten for mars 2026: Mat- og drikkevarer',
    );
  });

  it('is not notified to an ended membership; the contract manager is notified that no member is left', async () => {
    await world.stand.asOwner('update identity.membership set ended_at = now() where id = $1', [
      world.parties.suppliers[1]!.actor.membershipId,
    ]);
    on('2026-04-24T06:00:00Z');
    const to = () => server.recipients.filter((each) => each === world.parties.suppliers[1]!.email).length;
    const before = to();
    await notify();
    on('2026-04-25T05:05:00Z');
    const emails = await notify();
    expect(to()).toBe(before);
    expect(emails.join('\n')).toContain('Varsler når ikke fram til Solgløtt Frukt & Grønt');
  });
});
