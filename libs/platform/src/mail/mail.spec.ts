import { setTimeout as wait } from 'node:timers/promises';
import { systemActor } from '../actor.ts';
import { Mail } from '../mail.ts';
import { startMailServer } from '../testing/mail-server.ts';
import { setUpTestApp, type TestApp } from '../testing.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { uuidv7 } from '@tallgrunn/values';
import { DELIVER_MAIL } from './deliver-mail.ts';
import { MessageSeal } from './message-seal.ts';

const actor = systemActor(uuidv7());
const message = { to: 'kari@example.org', subject: 'Your link', text: 'https://example.org/invitation/secret' };

interface QueuedJob {
  readonly state: string;
  readonly data: string;
  readonly output: string | null;
  readonly retry_limit: number;
}
const queuedIn = (stand: TestApp) =>
  stand.asOwner<QueuedJob>(
    'select state, data::text as data, output::text as output, retry_limit from pgboss.job where name = $1 order by created_on',
    [DELIVER_MAIL],
  );
const send = (stand: TestApp) => stand.get(UnitOfWork).run(actor, () => stand.get(Mail).send(message));

describe('Mail', () => {
  let stand: TestApp;
  beforeAll(async () => void (stand = await setUpTestApp([])));
  afterAll(() => stand.close());

  it('writes a queued e-mail to the outbox under the name of its cooperative', async () => {
    await send(stand);
    expect(await stand.deliverMail()).toEqual([`To: ${message.to}\nSubject: ${message.subject}\n\n${message.text}\n`]);
  });

  it('sends nothing when the unit of work rolls back', async () => {
    const before = await queuedIn(stand);
    const failing = stand.get(UnitOfWork).run(actor, async () => {
      await stand.get(Mail).send(message);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await queuedIn(stand)).toEqual(before);
  });

  it('rejects queueing outside a unit of work unless explicitly requested', async () => {
    await expect(stand.get(Mail).send(message)).rejects.toThrow('No unit of work');
    await stand.get(Mail).sendOutsideUnit({ ...message, subject: 'Without a cooperative' });
    expect((await stand.deliverMail()).join()).toContain('Without a cooperative');
  });

  it('stores neither the address nor the link in clear text in the queue', async () => {
    await send(stand);
    const stored = (await queuedIn(stand)).map(({ data }) => data).join();
    expect(stored).not.toContain(message.to);
    expect(stored).not.toContain(message.text);
  });
});

describe('Mail with a mail server', () => {
  it('delivers to it, from the configured sender', async () => {
    const server = await startMailServer();
    const stand = await setUpTestApp([], { smtpUrl: server.url });
    await send(stand);
    expect(await stand.deliverMail()).toEqual([]);
    expect(server.received).toEqual([expect.stringContaining(message.text)]);
    expect(server.received[0]).toContain('From: Tallgrunn <no-reply@localhost>');
    await stand.close();
    await server.close();
  });

  it('retries when the server answers 550, and stores neither address nor text of the answer', async () => {
    const server = await startMailServer({ refuseWith: 550 });
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    const stand = await setUpTestApp([], { smtpUrl: server.url });
    await send(stand);
    await stand.work();
    while ((await queuedIn(stand))[0]?.state !== 'retry') await wait(50);
    const [job] = await queuedIn(stand);
    expect(server.recipients).toEqual([message.to]);
    expect(job?.retry_limit).toBe(11);
    expect(job?.output).toContain('550');
    expect(job?.output).not.toContain('kari');
    await stand.close();
    await server.close();
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});

describe('MessageSeal', () => {
  it('decrypts only messages of the same secret', () => {
    const sealed = new MessageSeal('one').seal({ text: 'secret' });
    expect(new MessageSeal('one').open(sealed)).toEqual({ text: 'secret' });
    expect(() => new MessageSeal('another').open(sealed)).toThrow();
  });
});
