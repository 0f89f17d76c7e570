import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from '../../tools/postgres/connect.mts';
import type { Cast } from '../../tools/trial/cast.mts';
import { largeLedger, largeReport, type LargeReport } from '../../tools/trial/large-report.mts';
import { Product } from '../../tools/trial/start-product.mts';
import { Visitor } from '../../tools/trial/visitor.mts';

interface Taken {
  id: string;
  file: LargeReport;
}

const MB = 1024 * 1024;
/** A job whose worker is gone is given up after half a minute of silence and done again. */
const patienceMs = 120_000;

describe('hard knocks: kill -9 while the product works', () => {
  const product = new Product(true);
  const reports: Taken[] = [];
  const ledgers: Taken[] = [];
  let cast: Cast;
  let supplier: Visitor;
  let buyer: Visitor;
  let number = 1;

  beforeAll(async () => {
    cast = await product.start();
    supplier = await Visitor.signIn(product.address, cast, cast.supplier);
    buyer = await Visitor.signIn(product.address, cast, cast.buyer);
  }, 180_000);

  afterAll(() => product.stop(), 60_000);

  const sql = <R extends object>(statement: string, params: unknown[] = []): Promise<R[]> => withClient(product.databaseUrl, async (client) => (await client.query<R>(statement, params)).rows);

  async function handInReport(lines: number): Promise<void> {
    const file = largeReport(lines, number);
    number += lines;
    const { status, body } = await supplier.upload<{ id: string }>(`/duties/${cast.duties['2026-03']}/versions`, 'rapport.csv', file.file);
    expect(status).toBe(202);
    reports.push({ id: body.id, file });
  }

  async function handInLedger(lines: number): Promise<void> {
    const file = largeLedger(lines, number);
    number += lines;
    const { status, body } = await buyer.upload<{ id: string }>('/spend/batches', 'hovedbok.csv', file.file);
    expect(status).toBe(201);
    ledgers.push({ id: body.id, file });
  }

  /** Until the work on the newest report and ledger has begun; both are still without a line that others can see. */
  async function untilWorking(): Promise<void> {
    const newest = [reports.at(-1)?.id, ledgers.at(-1)?.id];
    for (let tries = 0; tries < 300; tries += 1) {
      const rows = await sql<{ count: number }>(`select count(*)::int as count from platform.progress where subject_id = any($1) and state = 'working'`, [newest]);
      if (rows[0]?.count === newest.length) return;
      await pause(20);
    }
    throw new Error('The imports have not begun.');
  }

  /** Everything handed in is there, once, to the last øre, and nothing else; nothing is left waiting. */
  async function expectAllOnce(): Promise<void> {
    for (const { id } of reports) await supplier.until(`/versions/${id}`, patienceMs);
    for (const { id } of ledgers) await buyer.until(`/spend/batches/${id}`, patienceMs);
    const lines = await sql('select version_id as id, count(*)::int as lines, (sum(amount) * 100)::bigint::text as ore from reporting.line group by version_id order by version_id');
    const postings = await sql('select batch_id as id, count(*)::int as lines, (sum(amount) * 100)::bigint::text as ore from spend.posting group by batch_id order by batch_id');
    const expected = (taken: Taken[]) => taken.map(({ id, file }) => ({ id, lines: file.lines, ore: String(file.sumOre) })).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect({ lines, postings }).toEqual({ lines: expected(reports), postings: expected(ledgers) });
    const versions = await sql<{ state: string }>('select state from reporting.version');
    expect(versions.map(({ state }) => state)).toEqual(reports.map(() => expect.stringMatching(/^(checked|accepted)$/)));
    expect(await sql('select state from spend.batch')).toEqual(ledgers.map(() => ({ state: 'posted' })));
    expect(await sql(`select subject_id from platform.progress where state = 'failed'`)).toEqual([]);
    expect(await sql('select version_id from reporting.verdict group by version_id having count(*) > 1')).toEqual([]);
    expect(await sql(`select subject_id from platform.fact where name = 'spend.batch-posted' group by subject_id having count(*) > 1`)).toEqual([]);
  }

  test('a worker inside two imports', async () => {
    await handInReport(40_000);
    await handInLedger(20_000);
    await untilWorking();
    await product.kill('work');
    await product.revive();
    await expectAllOnce();
  }, 240_000);

  test('what was submitted stays accepted through all that follows', async () => {
    const { status } = await supplier.post(`/versions/${reports[0]?.id}/submit`, { confirmations: [], leaveOutRows: false });
    expect(status).toBe(201);
    expect(await sql(`select state from reporting.version where id = $1`, [reports[0]?.id])).toEqual([{ state: 'accepted' }]);
  });

  test('the server inside an upload: nothing of it is shown', async () => {
    const began = await beginUpload(`${product.address}/api/v1/spend/batches`, buyer.headers, 20 * MB);
    await product.kill('serve');
    await began.cut;
    await product.revive();
    await expectAllOnce();
    const { body } = await buyer.get<unknown[]>('/spend/batches');
    expect(body).toHaveLength(ledgers.length);
  }, 120_000);

  test('PostgreSQL inside two imports: server and worker find it again', async () => {
    await handInReport(30_000);
    await handInLedger(15_000);
    await untilWorking();
    await product.kill('postgres');
    await pause(1000);
    await product.revive();
    await expectAllOnce();
  }, 240_000);

  test('everything at once, with work begun and work waiting', async () => {
    await handInReport(30_000);
    await handInLedger(15_000);
    await untilWorking();
    await product.kill('work');
    await handInReport(1_000);
    await Promise.all([product.kill('serve'), product.kill('postgres')]);
    await product.revive();
    await expectAllOnce();
    expect(await sql(`select state from reporting.version where id = $1`, [reports[0]?.id])).toEqual([{ state: 'accepted' }]);
    process.stdout.write(`${JSON.stringify({ kills: 6, reports: reports.length, ledgers: ledgers.length, lines: [...reports, ...ledgers].reduce((sum, { file }) => sum + file.lines, 0) })}\n`);
  }, 240_000);
});

/** Sends the first bytes of an upload and leaves it open; `cut` resolves when the other side is gone. */
function beginUpload(address: string, headers: Record<string, string>, bytes: number): Promise<{ cut: Promise<void> }> {
  const boundary = 'tallgrunn-knock';
  const upload = request(address, { method: 'POST', headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` } });
  const cut = new Promise<void>((resolve) => upload.once('error', () => resolve()).once('close', () => resolve()));
  upload.write(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="hovedbok.csv"\r\n\r\n`);
  return new Promise((resolve) => upload.write(Buffer.alloc(bytes, 'a;b\n'), () => resolve({ cut })));
}
