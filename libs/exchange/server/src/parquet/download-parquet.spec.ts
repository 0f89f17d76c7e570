import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { ParquetWriter } from 'hyparquet-writer';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { FileStore, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { properties, type EntitySet } from '../odata/entity-set.ts';
import { exchange } from '../room.ts';
import { DownloadParquet } from './download-parquet.ts';
import { GROUP_ROWS, ParquetEncoder } from './parquet-encoder.ts';
import { ReadParquetRows } from './read-parquet-rows.ts';

const ALL = { select: null, filter: null };

/** Returns a table of calculated rows, with the name of a real one so that its amounts have a fixed type. */
const tableOf = (source: string, amount = '(g * 7.01)::numeric(18, 2)'): EntitySet => ({
  name: 'CombinedLines',
  entity: 'CombinedLine',
  description: '',
  permission: 'emissions.read',
  source,
  key: ['RunNumber'],
  properties: properties(
    ['RunNumber'],
    [
      ['RunNumber', 'Edm.Int64', 'g', ''],
      ['LineKey', 'Edm.String', "'linje ' || g % 900", ''],
      ['BookedAmountExclVat', 'Edm.Decimal', amount, ''],
      ['BookedOn', 'Edm.Date', "date '2026-01-01' + g % 365", ''],
    ],
  ),
});
const table = tableOf('generate_series(1, 12345) as g');

/** A message to or from a thread: the rows that it brings, or bytes that come back. */
type Passage = { readonly rows: number } | 'end' | 'bytes';

let stand: TestApp;
let parties: Parties;
const workers: Worker[] = [];
const passages: Passage[] = [];

/** Notes what passes between this thread and a new one. */
function noteWorker(message: unknown): void {
  const { worker } = message as { worker: Worker };
  workers.push(worker);
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (sent: { rows?: string[] }) => {
    passages.push(sent.rows ? { rows: sent.rows.length } : 'end');
    post(sent);
  };
  worker.on('message', () => passages.push('bytes'));
}

beforeAll(async () => {
  stand = await setUpTestApp([identity, exchange]);
  parties = await setUpParties(stand);
  subscribe('worker_threads', noteWorker);
});
beforeEach(() => {
  workers.length = 0;
  passages.length = 0;
});
afterAll(async () => {
  unsubscribe('worker_threads', noteWorker);
  await stand.close();
});

const asManager = <T>(work: () => Promise<T>): Promise<T> =>
  stand.get(UnitOfWork).run({ ...parties.manager.actor }, work);
const download = (set: EntitySet): Promise<Readable> => asManager(() => stand.get(DownloadParquet).run(set, ALL));

/** Encodes the same table without a thread. */
const encodeHere = (set: EntitySet, asOf: string): Promise<Buffer> =>
  asManager(async () => {
    const read = await stand.get(ReadParquetRows).run(set, { ...ALL, batchRows: GROUP_ROWS });
    const encoder = new ParquetEncoder({ ...read.setup, facts: { ...read.setup.facts, asOf } });
    const pieces: Uint8Array[] = [];
    for await (const rows of read.batches()) pieces.push(await encoder.add(rows.map(({ record }) => record)));
    return Buffer.concat([...pieces, await encoder.finish()]);
  });

const asOfFile = (bytes: Buffer): string => /20\d\d-\d\d-\d\dT[\d:.]+Z/.exec(bytes.toString('latin1'))![0];

describe('a download of a Parquet file', () => {
  it('has the bytes that an encoder on this thread gives, and is encoded on another', async () => {
    const encoded = jest.spyOn(ParquetWriter.prototype, 'write');
    try {
      const bytes = Buffer.concat(await (await download(table)).toArray());
      expect(encoded).not.toHaveBeenCalled();
      expect(bytes.equals(await encodeHere(table, asOfFile(bytes)))).toBe(true);
      expect(encoded).toHaveBeenCalledTimes(Math.ceil(12_345 / GROUP_ROWS));
    } finally {
      encoded.mockRestore();
    }
  });

  it('has columns where the table has no rows', async () => {
    const empty = tableOf('generate_series(1, 0) as g');
    const bytes = Buffer.concat(await (await download(empty)).toArray());
    expect(bytes.equals(await encodeHere(empty, asOfFile(bytes)))).toBe(true);
  });

  it('reads the next rows when the thread has answered, a few at a time', async () => {
    await (await download(table)).toArray();
    const batches = passages.flatMap((each) => (typeof each === 'object' ? [each.rows] : []));
    expect(batches).toEqual([...Array<number>(12).fill(1000), 345]);
    expect(passages.map((each) => each === 'bytes')).toEqual(passages.map((_, index) => index % 2 === 1));
    expect(passages.slice(-2)).toEqual(['end', 'bytes']);
  });

  it('ends the thread, its file and its transaction when the client leaves', async () => {
    const long = tableOf('generate_series(1, 5000) as f, generate_series(1, 5000) as g');
    const file = await download(long);
    await once(file, 'readable');
    const exit = once(workers[0]!, 'exit');
    file.destroy();
    await exit;
    const spooled = async () => (await readdir(stand.get(FileStore).spoolFolder).catch(() => [])).length;
    while ((await spooled()) > 0) await wait(20);
    expect(workers).toHaveLength(1);
    const open = async () =>
      (await stand.asOwner<{ n: number }>(`select count(*)::int as n from pg_cursors`))[0]!.n +
      (
        await stand.asOwner<{ n: number }>(
          `select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
        )
      )[0]!.n;
    while ((await open()) > 0) await wait(20);
  });

  it('fails with the error of the encoder, and leaves no thread', async () => {
    const broken = tableOf('generate_series(1, 12345) as g', `case when g = 7000 then 'NaN'::numeric else g end`);
    const error = await encodeHere(broken, '').then(
      () => null,
      (thrown: Error) => thrown,
    );
    expect(error).not.toBeNull();
    const file = await download(broken);
    const exit = file.toArray().then(
      () => null,
      (thrown: Error) => thrown,
    );
    expect(await exit).toMatchObject({ name: error!.name, message: error!.message });
    if (workers[0]!.threadId !== -1) await once(workers[0]!, 'exit');
    await (await download(table)).toArray(); // the next one is whole
  });
});
