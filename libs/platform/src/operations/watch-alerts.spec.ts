import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createSocketServer, type AddressInfo, type Server as SocketServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { defineRoom } from '../room.ts';
import { startMailServer, type MailServer } from '../testing/mail-server.ts';
import { startObjectStore } from '../testing/object-store.ts';
import { setUpTestApp, type TestApp } from '../testing.ts';
import { ServiceProcesses } from './service-processes.ts';
import { WatchAlerts } from './watch-alerts.ts';

interface Posted {
  readonly name: string;
  readonly subject: string;
  readonly state: string;
  readonly text: string;
}

const MINE = `serve@${os.hostname()}`;
/** Health results are reused for one second. */
const FRESH_MS = 1100;
/** Those of the object store are reused for five seconds. */
const STORE_FRESH_MS = 5100;
@Module({})
class ShelfModule {}

/** A room with a step that a test can change in the database. */
const shelf = defineRoom({ name: 'shelf', module: ShelfModule, migrations: [['0001-tables', 'select 1']] });

const posted: Posted[] = [];
let stand: TestApp;
let mail: MailServer;
let hook: Server;
let clamd: SocketServer;
let clamdPort: number;

beforeAll(async () => {
  mail = await startMailServer();
  hook = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      posted.push(JSON.parse(body) as Posted);
      response.end('ok');
    });
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
  await startClamd(0);
  stand = await setUpTestApp([shelf], {
    smtpUrl: mail.url,
    clamdUrl: `tcp://127.0.0.1:${clamdPort}`,
    operations: {
      alertAfterSeconds: 0,
      alertMail: ['drift@example.no'],
      alertWebhook: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/alerts`,
    },
  });
});
afterAll(async () => {
  await stand.close();
  await mail.close();
  hook.close();
  clamd.close();
});

async function startClamd(port: number): Promise<void> {
  clamd = createSocketServer((socket) =>
    socket.on('error', () => undefined).once('data', () => void socket.end('PONG\0')),
  ).listen(port, '127.0.0.1');
  await once(clamd, 'listening');
  clamdPort = (clamd.address() as AddressInfo).port;
}

/** Sends a heartbeat of the other program, then checks the alerts of this one. */
async function look(isWorkerThere = true): Promise<void> {
  await sleep(FRESH_MS);
  if (isWorkerThere) await stand.get(ServiceProcesses).beat('work', '1.0.0', []);
  await stand.get(WatchAlerts).run('serve');
}

const config = () => stand.app.get<Config>(CONFIG);
const setFloor = (bytes: number) => void Object.assign(config().operations, { diskFreeMinBytes: bytes });
const spool = () => path.join(config().dataFolder, 'spool');
const plantJob = (queue: string, state: string, age: string) =>
  stand.asOwner(
    `insert into pgboss.job (name, data, state, created_on, start_after, completed_on) select $1, '{}', $2::pgboss.job_state, now() - $3::interval, now() - $3::interval, case when $2 = 'failed' then now() end`,
    [queue, state, age],
  );
const emptyQueue = () => stand.asOwner('delete from pgboss.job');

interface Fault {
  readonly name: string;
  readonly subject: string;
  plant(): unknown;
  mend(): unknown;
}

const faults: Fault[] = [
  { name: 'disk-low', subject: MINE, plant: () => setFloor(Number.MAX_SAFE_INTEGER), mend: () => setFloor(0) },
  {
    name: 'scanner-unreachable',
    subject: MINE,
    plant: () => void clamd.close(),
    mend: () => startClamd(clamdPort),
  },
  {
    name: 'files-not-writable',
    subject: MINE,
    plant: async () => {
      await rm(spool(), { recursive: true, force: true });
      await writeFile(spool(), 'a file where a folder belongs');
    },
    mend: () => rm(spool()),
  },
  {
    name: 'schema-changed',
    subject: MINE,
    plant: () => stand.asOwner(`update platform.migration set sha256 = 'x' || sha256 where name = 'shelf/0001-tables'`),
    mend: () =>
      stand.asOwner(`update platform.migration set sha256 = substr(sha256, 2) where name = 'shelf/0001-tables'`),
  },
  {
    name: 'schema-older',
    subject: MINE,
    plant: () =>
      stand.asOwner(`update platform.migration set name = name || '-other' where name = 'shelf/0001-tables'`),
    mend: () => stand.asOwner(`update platform.migration set name = replace(name, '-other', '')`),
  },
  {
    name: 'schema-missing',
    subject: MINE,
    plant: () => stand.asOwner('alter table platform.migration rename to migration_away'),
    mend: () => stand.asOwner('alter table platform.migration_away rename to migration'),
  },
  {
    name: 'mail-stuck',
    subject: 'installation',
    plant: () => plantJob('platform.deliver-mail', 'retry', '31 minutes'),
    mend: emptyQueue,
  },
  {
    name: 'queue-late',
    subject: 'installation',
    plant: async () => {
      await stand.asOwner(`select pgboss.create_queue('late.job', '{"policy":"standard"}'::jsonb)`);
      await plantJob('late.job', 'created', '61 minutes');
    },
    mend: emptyQueue,
  },
  {
    name: 'jobs-failing',
    subject: 'late.job',
    plant: async () => {
      for (let n = 0; n < 3; n += 1) await plantJob('late.job', 'failed', '5 minutes');
    },
    mend: emptyQueue,
  },
];

describe('WatchAlerts', () => {
  it('reports nothing without faults', async () => {
    await look();
    expect(await stand.get(WatchAlerts).list()).toEqual([]);
    expect(posted).toEqual([]);
  });

  it.each(faults.map((fault) => [fault.name, fault] as const))(
    'reports %s once when it begins and once when it is over',
    async (name, { subject, plant, mend }) => {
      [posted.length, (mail.received as string[]).length] = [0, 0];
      await plant();
      await look();
      await look();
      expect(posted.map((each) => [each.name, each.subject, each.state])).toEqual([[name, subject, 'firing']]);
      expect(mail.received).toHaveLength(1);
      expect(mail.recipients.at(-1)).toBe('drift@example.no');
      await mend();
      await look();
      await look();
      expect(posted.map((each) => each.state)).toEqual(['firing', 'resolved']);
      expect(posted[1]?.text).toMatch(/^I orden igjen:/);
      expect(mail.received).toHaveLength(2);
      expect(await stand.get(WatchAlerts).list()).toEqual([]);
    },
  );

  it('reports once that the disk will be full soon, by the worker', async () => {
    posted.length = 0;
    const files = (daysAgo: number, bytes: number) =>
      stand.asOwner(
        `insert into platform.storage_measurement values ((now() at time zone 'UTC')::date - $1::int, 0, $2)`,
        [daysAgo, bytes],
      );
    await stand.asOwner(
      `insert into platform.service_process (id, program, host, pid, version, parts) values (gen_random_uuid(), 'serve', 'another', 7, '1.0.0', '[]')`,
    );
    await files(20, 0);
    await files(0, 1e15);
    const workAlerts = async () => {
      await look();
      await stand.get(WatchAlerts).run('work');
    };
    await workAlerts();
    await workAlerts();
    const subject = MINE.replace('serve', 'work');
    expect(posted.filter(({ name }) => name === 'disk-full-soon')).toMatchObject([{ subject, state: 'firing' }]);
    await stand.asOwner('delete from platform.storage_measurement');
    await workAlerts();
    expect(posted.filter(({ name }) => name === 'disk-full-soon').map(({ state }) => state)).toEqual([
      'firing',
      'resolved',
    ]);
    await stand.asOwner(`delete from platform.service_process where program = 'serve'`);
  });

  it('reports an absent worker once', async () => {
    posted.length = 0;
    await stand.asOwner(`update platform.service_process set last_beat_at = now() - interval '2 minutes'`);
    await look(false);
    await look(false);
    expect(posted.map((each) => [each.name, each.subject, each.state])).toEqual([['program-absent', 'work', 'firing']]);
    await look();
    expect(posted.map((each) => each.state)).toEqual(['firing', 'resolved']);
  });

  it('reports one fault once, however many programs check', async () => {
    posted.length = 0;
    await plantJob('platform.deliver-mail', 'retry', '2 hours');
    await sleep(FRESH_MS);
    await stand.get(ServiceProcesses).beat('work', '1.0.0', []);
    await Promise.all([1, 2, 3].map(() => stand.get(WatchAlerts).run('serve')));
    expect(posted.map((each) => each.name)).toEqual(['mail-stuck']);
    await emptyQueue();
    await look();
  });

  it('does not report a fault that ends before it has lasted', async () => {
    posted.length = 0;
    Object.assign(config().operations, { alertAfterSeconds: 3600 });
    setFloor(Number.MAX_SAFE_INTEGER);
    await look();
    expect(await stand.get(WatchAlerts).list()).toMatchObject([{ name: 'disk-low', isNotified: false }]);
    setFloor(0);
    await look();
    Object.assign(config().operations, { alertAfterSeconds: 0 });
    expect(posted).toEqual([]);
  });
});

describe('unreachable mail server', () => {
  it('is reported by the other channel', async () => {
    posted.length = 0;
    const away = await startMailServer();
    await away.close();
    const other = await setUpTestApp([], { smtpUrl: away.url, operations: { ...config().operations } });
    await other.get(ServiceProcesses).beat('work', '1.0.0', []);
    await other.get(WatchAlerts).run('serve');
    expect(posted.map((each) => each.name)).toEqual(['mail-unreachable']);
    await other.close();
  });
});

describe('an object store that does not respond', () => {
  it('is reported once when it begins and once when it is over', async () => {
    posted.length = 0;
    const store = await startObjectStore();
    const other = await setUpTestApp([], { s3: store.settings, operations: { ...config().operations } });
    const lookTwice = async () => {
      await sleep(STORE_FRESH_MS);
      await other.get(ServiceProcesses).beat('work', '1.0.0', []);
      await other.get(WatchAlerts).run('serve');
      await other.get(WatchAlerts).run('serve');
    };
    try {
      await lookTwice();
      expect(posted).toEqual([]);
      store.suspend();
      await lookTwice();
      store.resume();
      await lookTwice();
      expect(posted.map(({ name, subject, state }) => [name, subject, state])).toEqual([
        ['store-unavailable', MINE, 'firing'],
        ['store-unavailable', MINE, 'resolved'],
      ]);
    } finally {
      await other.close();
      await store.stop();
    }
  });
});
