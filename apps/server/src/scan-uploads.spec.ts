import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { FileStore } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { marchLines, reportCsv } from '@tallgrunn/reporting-server/testing';
import { startAllRooms } from './testing.ts';

const BAD = 'THIS-IS-THE-BAD-PART';
const STREAM_BYTES_MAX = 8 * 1024 * 1024;

/**
 * Implements clamd's INSTREAM and PING as far as needed: length-prefixed pieces until length zero, then a verdict
 * terminated by a zero byte.
 */
function answer(socket: Socket): void {
  let held = Buffer.alloc(0);
  let file = Buffer.alloc(0);
  let command = '';
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    if (command === '') {
      const end = held.indexOf(0);
      if (end < 0) return;
      command = held.subarray(0, end).toString();
      held = held.subarray(end + 1);
    }
    if (command === 'zPING') return void socket.end('PONG\0');
    if (command !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0');
    while (held.length >= 4) {
      const length = held.readUInt32BE();
      if (length === 0) return void socket.end(file.includes(BAD) ? 'stream: Win.Test.Bad-1 FOUND\0' : 'stream: OK\0');
      if (held.length < 4 + length) return;
      file = Buffer.concat([file, held.subarray(4, 4 + length)]);
      held = held.subarray(4 + length);
      if (file.length > STREAM_BYTES_MAX) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
    }
  });
}

let clamd: Server;
let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
let supplier: SignedIn;
let manager: SignedIn;

const listen = async (port = 0) => {
  clamd = createServer(answer).listen(port, '127.0.0.1');
  await once(clamd, 'listening');
  return (clamd.address() as AddressInfo).port;
};

beforeAll(async () => {
  stand = await startAllRooms({ clamdUrl: `tcp://127.0.0.1:${await listen()}` });
  parties = await setUpParties(stand);
  made = await setUpAgreement(stand, parties);
  manager = await signIn(stand, parties.manager.email);
  supplier = await signIn(stand, parties.suppliers[0]!.email);
});
afterAll(async () => {
  clamd.close();
  await stand.close();
});

const send = (content: string) =>
  supplier
    .post(`/obligations/${made.obligations['2026-03']}/versions`)
    .attach('file', Buffer.from(content), 'rapport.csv');
const spooled = () => readdir(stand.get(FileStore).spoolFolder).catch(() => []);
const versions = async () =>
  (await stand.asOwner<{ count: number }>('select count(*)::int as count from reporting.report_version'))[0]!.count;

describe('an upload with a configured scanner', () => {
  it('is accepted when nothing is found, also in many pieces', async () => {
    await send(reportCsv(marchLines)).expect(202);
    await send(`${reportCsv(marchLines)}${'x'.repeat(3_000_000)}`).expect(202);
    expect(await versions()).toBe(2);
  });

  it('is rejected with the finding, stored nowhere, and recorded in the audit log', async () => {
    const [had, before] = [await spooled(), await versions()];
    const { body } = await send(`${reportCsv(marchLines)}${'x'.repeat(200_000)}${BAD}`).expect(422);
    expect(body).toMatchObject({ code: 'file-infected', params: { signature: 'Win.Test.Bad-1', name: 'rapport.csv' } });
    expect(await versions()).toBe(before);
    expect(await spooled()).toEqual(had);
    const told = await stand.asOwner(
      `select details ->> 'signature' as signature, side, person_id is not null as person from platform.audit_entry where act = 'file.infected'`,
    );
    expect(told).toEqual([{ signature: 'Win.Test.Bad-1', side: 'supplier', person: true }]);
  });

  it('is rejected and may be retried when the scanner returns no result or is unreachable', async () => {
    const [had, before] = [await spooled(), await versions()];
    expect((await send('x'.repeat(STREAM_BYTES_MAX + 1_000_000)).expect(503)).body.code).toBe('scanner-unreachable');
    const { port } = clamd.address() as AddressInfo;
    clamd.close();
    await once(clamd, 'close');
    expect((await manager.get('/health/details').expect(200)).body.scanner).toBe('unreachable');
    expect((await send(reportCsv(marchLines)).expect(503)).body.code).toBe('scanner-unreachable');
    expect(await versions()).toBe(before);
    expect(await spooled()).toEqual(had);
    await listen(port);
    expect((await manager.get('/health/details').expect(200)).body.scanner).toBe('ready');
    await send(reportCsv(marchLines)).expect(202);
  });
});
