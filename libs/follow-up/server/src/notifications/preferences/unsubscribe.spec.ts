import type { Server } from 'node:http';
import request from 'supertest';
import { acceptedReport } from '@tallgrunn/reporting-server/testing';
import { signIn } from '@tallgrunn/identity-server/testing';
import { startMailServer, type MailServer } from '@tallgrunn/platform/testing/mail-server';
import { NotifyOfSubmission } from '../listen/on-report.ts';
import { Notify } from '../notify.ts';
import { decodeEmail } from '../../testing/decode-email.ts';
import { runSubscribers, setUpNotifications, type NotificationsTestApp } from '../../testing.ts';

let server: MailServer;
let world: NotificationsTestApp;

beforeAll(async () => {
  server = await startMailServer();
  world = await setUpNotifications({ smtpUrl: server.url });
  const { stand, parties, agreement } = world;
  stand.clock.runFrom(new Date('2026-04-02T08:00:00Z'));
  await acceptedReport(stand, parties, agreement);
  await runSubscribers(stand, NotifyOfSubmission);
  stand.clock.runFrom(new Date('2026-04-07T08:00:00Z'));
  await stand.get(Notify).run([parties.system]);
  await stand.deliverMail();
});
afterAll(async () => {
  await world.stand.close();
  await server.close();
});

const header = (email: string) => /^List-Unsubscribe: <([^>]+)>/m.exec(email)?.[1];
/** The e-mail to the first supplier about its report. */
const receipt = () => server.received.map(decodeEmail).find((each) => each.includes('Subject: Vi har fått rapport'))!;
/** The path of a test server, which has no prefix. */
const pathOf = (email: string) => new URL(header(email)!).pathname.replace('/api/v1', '');
const host = () => world.stand.app.getHttpServer() as Server;
const post = (path: string) => request(host()).post(path).type('form').send({ 'List-Unsubscribe': 'One-Click' });

describe('the one-click address of an e-mail', () => {
  it('is in e-mails of kinds that may be stopped, and turns those off without signing in', async () => {
    const email = receipt();
    expect(email).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const pathname = pathOf(email);
    const supplier = await signIn(world.stand, world.parties.suppliers[0]!.email);
    const cadence = async () =>
      ((await supplier.get('/notifications/preferences')).body as { kind: string; cadence: string }[])
        .filter(({ kind }) => kind === 'report-received' || kind === 'obligation-late')
        .map((each) => each.cadence);
    const opened = await request(host()).get(pathname);
    expect([opened.status, opened.headers['location']]).toEqual([302, 'http://localhost/notifications']);
    expect(await cadence()).toEqual(['at-once', 'at-once']);
    expect((await post(pathname)).status).toBe(204);
    expect((await post(pathname)).status).toBe(204);
    expect(await cadence()).toEqual(['at-once', 'never']);
  });

  it('is refused when it was changed, and works no more when the membership has ended', async () => {
    const pathname = pathOf(receipt());
    const [body = '', signature] = pathname.split('/').at(-1)!.split('.');
    const changed = Buffer.from(body, 'base64url')
      .toString()
      .replace(/,[a-z-]+$/, ',agreement-ending');
    const forged = `${Buffer.from(changed).toString('base64url')}.${signature}`;
    expect((await post(pathname.replace(/[^/]+$/, forged))).status).toBe(404);
    expect((await post(`${pathname}x`)).status).toBe(404);
    await world.stand.asOwner(`update identity.membership set ended_at = now() where id = $1`, [
      world.parties.suppliers[0]!.actor.membershipId,
    ]);
    expect((await post(pathname)).status).toBe(404);
  });

  it('answers a limited number of calls a minute', async () => {
    const statuses: number[] = [];
    for (let call = 0; call < 25; call += 1) statuses.push((await post('/notifications/unsubscribe/none')).status);
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
  });
});
