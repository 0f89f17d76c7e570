import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { uuidv7 } from '@tallgrunn/values';
import { setTimeout as wait } from 'node:timers/promises';
import { systemActor } from '../actor.ts';
import { Mail } from '../mail.ts';
import { startMailServer, type MailServer } from '../testing/mail-server.ts';
import { setUpTestApp, type TestApp } from '../testing.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { MAIL_ATTEMPTS_MAX } from '../jobs.ts';
import { DELIVER_MAIL } from './deliver-mail.ts';
import { MailDeliveries } from './mail-deliveries.ts';
import { ReadBounceFolder } from './read-bounce-folder.ts';

const actor = systemActor(uuidv7());
const other = systemActor(uuidv7());

let server: MailServer;
let stand: TestApp;
beforeAll(async () => {
  server = await startMailServer({
    refusal: (to) =>
      to.startsWith('gone') ? '5.1.1 no such mailbox' : to.startsWith('busy') ? '4.2.1 try later' : null,
  });
  stand = await setUpTestApp([], { smtpUrl: server.url, mailBounces: 'bounces@example.org' });
});
afterAll(async () => {
  await stand.close();
  await server.close();
});

const send = (to: string) =>
  stand
    .get(UnitOfWork)
    .run({ ...actor }, () =>
      stand.get(Mail).send({ to, subject: 'Mars', text: 'Plain.', html: '<p>Rich.</p>', headers: { 'X-Test': 'yes' } }),
    );
const deliveryOf = async (id: string) =>
  (
    await stand.asOwner<{ state: string; reason: string | null; attempt_count: number }>(
      'select state, reason, attempt_count from platform.mail_delivery where id = $1',
      [id],
    )
  )[0];
const factsOf = (id: string) =>
  stand.asOwner('select name, payload from platform.domain_event where subject_id = $1', [id]);

/** A delivery report as a mail server writes it. */
const report = (id: string, { to = '', action = 'failed', status = '5.1.1' } = {}) =>
  [
    'From: MAILER-DAEMON@mx.example.org',
    `To: ${to || 'bounces@example.org'}`,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="b1"',
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    'Final-Recipient: rfc822; gone@example.org',
    `Action: ${action}`,
    `Status: ${status}`,
    '',
    '--b1',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${id}@localhost>`,
    '',
    '--b1--',
    '',
  ].join('\r\n');

describe('e-mail delivery', () => {
  it('stores that it was sent, with both parts and an individual return path', async () => {
    const id = await send('kari@example.org');
    await stand.deliverMail();
    expect(await deliveryOf(id)).toEqual({ state: 'sent', reason: null, attempt_count: 1 });
    const source = server.received.at(-1) ?? '';
    expect(source).toContain('Plain.');
    expect(source).toContain('<p>Rich.</p>');
    expect(source).toMatch(/^X-Test: yes/im);
    expect(server.returnPaths.at(-1)).toBe(`bounces+${id.replaceAll('-', '')}@example.org`);
  });

  it('does not send twice when its job runs again', async () => {
    const before = server.received.length;
    await send('twice@example.org');
    const [job] = await stand.asOwner<{ data: { payload: object } }>(
      `select data from pgboss.job where name = $1 and state = 'created'`,
      [DELIVER_MAIL],
    );
    await stand.deliverMail();
    const { JobWorker: WorkJobs } = await import('../job-worker.ts');
    await stand.get(WorkJobs).runNow(DELIVER_MAIL, job?.data as never);
    expect(server.received.length - before).toBe(1);
  });

  it('ends as bounced when the server reports no such mailbox, and publishes it', async () => {
    const id = await send('gone@example.org');
    await stand.deliverMail();
    expect(await deliveryOf(id)).toEqual({ state: 'bounced', reason: '550 5.1.1', attempt_count: 1 });
    expect(await factsOf(id)).toEqual([{ name: 'platform.mail-bounced', payload: { reason: '550 5.1.1' } }]);
  });

  it('stays retrying while the server rejects temporarily, and fails at the last attempt', async () => {
    const id = await send('busy@example.org');
    await stand.work();
    let found = await deliveryOf(id);
    for (; found === undefined; found = await deliveryOf(id)) await wait(50);
    expect(found).toMatchObject({ state: 'retrying', reason: '550 4.2.1' });
    const last = { state: 'retrying' as const, reason: '451', attemptsMax: MAIL_ATTEMPTS_MAX };
    for (let at = found.attempt_count; at < MAIL_ATTEMPTS_MAX; at += 1)
      await stand.get(MailDeliveries).recordAttempt(actor.cooperativeId, id, last);
    expect(await deliveryOf(id)).toMatchObject({ state: 'failed', reason: '451' });
    expect(await factsOf(id)).toEqual([{ name: 'platform.mail-failed', payload: { reason: '451' } }]);
  });
});

describe('ReadBounceFolder', () => {
  it('marks the e-mail of the right cooperative as bounced once, and moves every file', async () => {
    const [byPath, byHeader, delayed] = [
      await send('one@example.org'),
      await send('two@example.org'),
      await send('three@example.org'),
    ];
    await stand.deliverMail();
    while (!(await deliveryOf(delayed))) await wait(50);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'tallgrunn-bounces-'));
    await mkdir(folder, { recursive: true });
    const files = {
      'a.eml': report(uuidv7(), { to: `bounces+${byPath.replaceAll('-', '')}@example.org`, status: '5.2.2' }),
      'b.eml': report(byHeader),
      'c.eml': report(delayed, { action: 'delayed', status: '4.4.1' }),
      'd.eml': 'Subject: Automatic reply\r\n\r\nI am away.',
      'e.eml': report(byHeader),
      'f.txt': 'not an e-mail',
    };
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
    const read = await stand.get(ReadBounceFolder).run(folder, [{ ...other }, { ...actor }]);
    expect(read).toEqual({ recorded: 2, ignored: 3 });
    expect(await deliveryOf(byPath)).toMatchObject({ state: 'bounced', reason: '5.2.2' });
    expect(await deliveryOf(byHeader)).toMatchObject({ state: 'bounced', reason: '5.1.1' });
    expect(await deliveryOf(delayed)).toMatchObject({ state: 'sent' });
    expect(await factsOf(byHeader)).toHaveLength(1);
    expect((await readdir(folder)).toSorted()).toEqual(['done', 'f.txt', 'ignored']);
    expect(await stand.get(ReadBounceFolder).run(path.join(folder, 'nothing'), [])).toEqual({
      recorded: 0,
      ignored: 0,
    });
  });
});
