import { readdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import request from 'supertest';
import { spoolFile, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { createApiKey, type Parties } from '@tallgrunn/identity-server/testing';
import {
  FileStore,
  fileStorageOf,
  InstallationHealth,
  Metrics,
  UnitOfWork,
  type Actor,
  type FileStorage,
} from '@tallgrunn/platform';
import { setUpTestApp, startObjectStore, type ObjectStore, type TestApp } from '@tallgrunn/platform/testing';
import { ReceiveBatch, ShowBatch, ImportBatch } from '@tallgrunn/spend-server';
import { WriteAnnotated } from '../annotating/write-annotated.ts';
import { marchLines, reportCsv } from '../testing.ts';
import { reportingRooms, setUpReporting } from '../testing/set-up-reporting.ts';
import { DownloadFile } from '../versions/download-file.ts';
import { ReceiveVersion } from '../versions/receive-version.ts';
import { ShowVersion } from '../versions/show-version.ts';
import { ListPendingUploads } from './list-pending-uploads.ts';
import { CheckVersion } from './check-version.ts';

const HOUR_MS = 3600_000;
const silent = { tell: () => Promise.resolve() };
const clean = reportCsv(marchLines);

let store: ObjectStore;
let storage: FileStorage;
/** Two machines: each has a data folder of its own, and they share a database and a bucket. */
let first: TestApp;
let second: TestApp;
let parties: Parties;
let made: TestAgreement;
let supplier: Actor;
let system: Actor;

beforeAll(async () => {
  store = await startObjectStore();
  ({ stand: first, parties, made } = await setUpReporting({ s3: store.settings }));
  second = await setUpTestApp(reportingRooms, { s3: store.settings, database: first.database });
  second.clock.runFrom(first.clock.now());
  storage = fileStorageOf({ dataFolder: first.get(FileStore).spoolFolder, s3: store.settings });
  supplier = parties.suppliers[0]!.actor;
  system = { ...supplier, side: 'system', role: 'system', via: 'job' };
}, 120_000);
afterAll(async () => {
  await second?.close();
  await first?.close();
  await store?.stop();
});

const onMachine = <T>(stand: TestApp, actor: Actor, work: () => Promise<T>): Promise<T> =>
  stand.get(UnitOfWork).run({ ...actor }, work);
const receive = async (content: string) => {
  const file = await spoolFile(first, 'mars.csv', content);
  return onMachine(first, supplier, () => first.get(ReceiveVersion).run(made.obligations['2026-03']!, file));
};
const check = (stand: TestApp, id: string) =>
  onMachine(stand, system, () => stand.get(CheckVersion).run({ subjectId: id }, silent));
const show = (stand: TestApp, id: string) => onMachine(stand, supplier, () => stand.get(ShowVersion).run(id));
async function keys(prefix = ''): Promise<string[]> {
  const listed: string[] = [];
  for await (const { key } of storage.list(prefix)) listed.push(key);
  return listed;
}
/** Returns the uploads in the bucket, after waiting for deletions that happen after a commit. */
async function waitingUploads(count: number): Promise<string[]> {
  for (let attempt = 0; (await keys('spool/')).length !== count && attempt < 60; attempt += 1) await pause(50);
  return keys('spool/');
}
const spoolOf = (stand: TestApp) => readdir(stand.get(FileStore).spoolFolder).catch(() => [] as string[]);

/** Returns the files left in the spools of both machines, after waiting for deletions that happen after a response. */
async function spooled(): Promise<string[]> {
  const names = async () => [...(await spoolOf(first)), ...(await spoolOf(second))];
  for (let attempt = 0; (await names()).length > 0 && attempt < 60; attempt += 1) await pause(50);
  return names();
}

describe('two machines with one object store', () => {
  it('check on one what the other received, and download it from both', async () => {
    const { id } = await receive(clean);
    expect([await spooled(), (await waitingUploads(1)).length]).toEqual([[], 1]);
    await check(second, id);
    expect(await show(first, id)).toMatchObject({ state: 'checked' });
    for (const stand of [first, second]) {
      const file = await onMachine(stand, supplier, () => stand.get(DownloadFile).run(id));
      expect(await text(file.getStream())).toBe(clean);
      const annotated = await onMachine(stand, supplier, () => stand.get(WriteAnnotated).run(id, 'nb'));
      const bytes = await annotated.getStream().toArray();
      expect(
        Buffer.concat(bytes as Buffer[])
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
    }
    expect(await waitingUploads(0)).toEqual([]);
    expect(await spooled()).toEqual([]);
  });

  it('start again on the other machine when one stops after it has stored the file', async () => {
    const { id } = await receive(reportCsv(marchLines.slice(1)));
    await expect(
      onMachine(first, system, async () => {
        await first.get(CheckVersion).run({ subjectId: id }, silent);
        throw new Error('stopped before the commit');
      }),
    ).rejects.toThrow('stopped before the commit');
    expect((await show(second, id)).state).toBe('received');
    await check(second, id);
    expect([(await show(first, id)).state, await waitingUploads(0), await spooled()]).toEqual(['checked', [], []]);
  });

  it('store the redacted copy of a file with personal data, and delete the original', async () => {
    const before = await keys('files/');
    const { id } = await receive(reportCsv([{ ...marchLines[0]!, itemName: 'Til 13097248022' }, marchLines[1]!]));
    await check(second, id);
    const added = (await keys('files/')).filter((key) => !before.includes(key));
    expect([added.length, await waitingUploads(0)]).toEqual([1, []]);
    let stored = '';
    for await (const piece of await storage.stream(added[0]!)) stored += String(piece);
    expect(stored).not.toContain('13097248022');
    expect(await spooled()).toEqual([]);
  });

  it('import on one the ledger that the other received, and store none of it', async () => {
    const ledger =
      'Bilagsnr;Bilagsdato;Periode;Konto;Dim2;Resk.nr(T);Org.nr;Fakturanr;Tekst;Beløp;BA\n1;2026-03-20;202603;115;202;Finnskog;311047116;7001;Mat;3125.00;IV\n';
    const stored = await keys('files/');
    const buyer = parties.buyers[0]!;
    const file = await spoolFile(first, 'regnskap.csv', ledger);
    const { id } = await onMachine(first, { ...buyer.actor, via: 'cli' }, () =>
      first.get(ReceiveBatch).run(file, { buyerId: buyer.organisationId }),
    );
    expect([await spooled(), (await waitingUploads(1)).length]).toEqual([[], 1]);
    await onMachine(second, { ...buyer.actor, side: 'system', role: 'system', via: 'job' }, () =>
      second.get(ImportBatch).run({ subjectId: id }, silent),
    );
    expect((await onMachine(first, buyer.actor, () => first.get(ShowBatch).run(id))).state).toBe('posted');
    expect([await waitingUploads(0), await keys('files/'), await spooled()]).toEqual([[], stored, []]);
  });

  it('remove an upload that no row names after an hour, and no other', async () => {
    const { id } = await receive(reportCsv(marchLines.slice(0, 1)));
    const waiting = await waitingUploads(1);
    const file = await spoolFile(first, 'mars.csv', clean);
    await expect(
      onMachine(first, supplier, async () => {
        await first.get(ReceiveVersion).run(made.obligations['2026-03']!, file);
        throw new Error('stopped before the commit');
      }),
    ).rejects.toThrow('stopped before the commit');
    expect(await waitingUploads(2)).toHaveLength(2);
    const cleanUp = (now: number) =>
      second
        .get(FileStore)
        .cleanUpUploads(
          async (names) =>
            new Set(await onMachine(second, parties.system, () => second.get(ListPendingUploads).run(names))),
          now,
        );
    expect([await cleanUp(Date.now()), await cleanUp(Date.now() + 2 * HOUR_MS), await keys('spool/')]).toEqual([
      0,
      1,
      waiting,
    ]);
    await check(second, id);
  });
});

describe('an object store that stops', () => {
  const health = async () => (await first.get(InstallationHealth).parts()).find(({ part }) => part === 'store');

  it('is shown by readiness and metrics, and uploads get 503 and when to try again', async () => {
    const key = await createApiKey(first, supplier, ['report:check']);
    const send = () =>
      request(first.app.getHttpServer() as Server)
        .post(`/obligations/${made.obligations['2026-03']}/checks`)
        .set('authorization', `Bearer ${key}`)
        .attach('file', Buffer.from(clean), 'mars.csv');
    expect(await health()).toEqual({ part: 'store', state: 'ok', reason: null });
    const metrics = await first.get(Metrics).collect();
    expect(metrics).toMatch(/tallgrunn_part_state\{part="store",state="ok"\} 1/);
    expect(metrics).toMatch(/tallgrunn_file_store_requests_total\{operation="PUT",outcome="ok"\} [1-9]/);
    const { id } = await receive(clean);
    await check(second, id);
    await store.stop();
    await expect(onMachine(first, supplier, () => first.get(DownloadFile).run(id))).rejects.toThrow(
      /^The object store at .* cannot be reached/,
    );
    const { body } = await send().expect(503).expect('retry-after', '30');
    expect(body).toMatchObject({ code: 'file-store-unavailable', params: { retryAfterSeconds: 30 } });
    expect(await spooled()).toEqual([]);
    for (const until = performance.now() + 20_000; (await health())?.state === 'ok' && performance.now() < until;)
      await pause(200);
    expect(await health()).toEqual({ part: 'store', state: 'degraded', reason: 'store-unavailable' });
    expect((await first.get(InstallationHealth).state()).status).toBe('degraded');
    expect(await first.get(Metrics).collect()).toMatch(/tallgrunn_part_state\{part="store",state="degraded"\} 1/);
  }, 60_000);
});
