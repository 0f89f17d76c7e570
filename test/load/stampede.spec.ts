import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startMailServer, type MailServer } from '@tallgrunn/platform/testing/mail-server';
import pg from 'pg';
import { isAlive } from '../../tools/lock.mjs';
import { root } from '../../tools/project.mts';
import type { TrialParties, CrowdMember } from '../../tools/trial/cast.mts';
import { largeReport } from '../../tools/trial/large-report.mts';
import { Product } from '../../tools/trial/start-product.mts';
import { HttpUser } from '../../tools/trial/visitor.mts';
import { Bystander, waitsOf } from './bystander.ts';

/** Number of suppliers that report on the same day; STAMPEDE=200 has 200 within two minutes, as on a due day. */
const crowdSize = Number(process.env['STAMPEDE'] ?? 20);
const spreadMs = crowdSize * 600;
const largeLines = crowdSize >= 200 ? 200_000 : 30_000;
const linesOf = (at: number): number => 500 + ((at * 379) % 1501);
/** Maximum slowdown of other users compared with the idle server; a blocked process makes it thousands. */
const slowerMax = 100;

/** Terms with a pattern that backtracks endlessly on one of its own values. */
const slowPattern = {
  report: 'goods',
  tables: [
    {
      name: 'lines',
      fields: [{ name: 'itemNumber', type: 'string', constraints: { pattern: '(a+)+', enum: [`${'a'.repeat(60)}!`] } }],
    },
  ],
};

/** Folder of the unbuilt first page, which the server delivers in the same way. */
const firstPage = path.join(root, 'apps', 'web', 'src');

jest.setTimeout(900_000);

describe('a due day with hostile users', () => {
  let mail: MailServer;
  let product: Product;
  let cast: TrialParties;
  let supplier: HttpUser;
  let manager: HttpUser;
  let buyer: HttpUser;
  /** A connection opened before the rush: on a full machine a new one may take long. */
  let database: pg.Client;
  const pids: number[] = [];

  beforeAll(async () => {
    mail = await startMailServer({ refuseWith: 550 });
    product = new Product(false, { SMTP_URL: mail.url, ALLOW_UNENCRYPTED: 'smtp', TALLGRUNN_WEB: firstPage });
    cast = await product.start(false, [`crowd=${crowdSize}`]);
    database = new pg.Client({ connectionString: product.databaseUrl });
    await database.connect();
    supplier = await HttpUser.signIn(product.address, cast, cast.supplier);
    manager = await HttpUser.signIn(product.address, cast, cast.manager);
    buyer = await HttpUser.signIn(product.address, cast, cast.buyer);
    pids.push(product.pidOf('serve'), product.pidOf('work'));
  });
  afterAll(async () => {
    await database.end();
    await product.stop();
    await mail.close();
  });

  const rows = async <R extends object>(sql: string, params: unknown[] = []): Promise<R[]> =>
    (await database.query<R>(sql, params)).rows;
  const countOf = async (sql: string): Promise<number> =>
    (await rows<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]?.n ?? 0;
  const statuses: Record<string, number> = {};
  function count(request: string, status: number | string): void {
    const key = `${request} ${status}`;
    statuses[key] = (statuses[key] ?? 0) + 1;
  }

  /** Submits one supplier's report, and retries while the server asks to come back later. */
  async function submit({ key, obligationId }: CrowdMember, at: number): Promise<void> {
    await pause((at / crowdSize) * spreadMs);
    for (;;) {
      const form = new FormData();
      form.append('file', largeReport(linesOf(at), 1 + at * 10_000).file, 'rapport.csv');
      const headers = { authorization: `Bearer ${key}`, 'idempotency-key': `stampede-${at}` };
      const response = await fetch(`${product.address}/api/v1/obligations/${obligationId}/submissions?wait=0`, {
        method: 'POST',
        headers,
        body: form,
      });
      await response.arrayBuffer();
      count('report', response.status);
      if (response.status !== 429 && response.status !== 503) return;
      await pause(2000);
    }
  }

  /** Begins a download, reads its first chunk and disconnects. */
  async function breakOff(path: string): Promise<void> {
    const hangUp = new AbortController();
    try {
      const response = await fetch(`${product.address}/api/v1${path}`, {
        headers: supplier.headers,
        signal: hangUp.signal,
      });
      count('download', response.status);
      await response.body?.getReader().read();
    } finally {
      hangUp.abort();
    }
  }

  async function hostile(): Promise<void> {
    const json = (path: string, body: string, { headers }: HttpUser = buyer) =>
      fetch(`${product.address}/api/v1${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body,
      });
    const sent = [
      json('/spend/lines', JSON.stringify([{ account: '115', amount: '1', ['a'.repeat(60_000)]: 'x' }])),
      json('/spend/lines', `[${'['.repeat(16_000_000)}`),
      json('/spend/lines', '\n'.repeat(16_000_000)),
      json('/session/membership', '['.repeat(1_000_000)),
      ...[1, 2, 3, 4].map(async () => {
        const form = new FormData();
        form.append('file', new Blob([`<${'a'.repeat(120_000)}/>`]), 'faktura.xml');
        return fetch(`${product.address}/api/v1/spend/batches/preview`, {
          method: 'POST',
          headers: buyer.headers,
          body: form,
        });
      }),
      json(`/agreements/${await agreementId()}/terms`, JSON.stringify(slowPattern), manager),
      json(
        `/suppliers/${cast.supplier.organisationId}/invitations`,
        JSON.stringify({ email: 'unknown@example.org' }),
        manager,
      ),
    ];
    for (const answer of await Promise.allSettled(sent))
      count('hostile', answer.status === 'fulfilled' ? answer.value.status : 'cut off');
  }
  async function agreementId(): Promise<string> {
    return (await rows<{ id: string }>(`select id from agreements.agreement where number = 'A-1'`))[0]?.id ?? '';
  }

  it('loses and duplicates nothing, ends no process, returns every connection and serves other users', async () => {
    const idle = await new Bystander(product.address).watch(pause(5000));
    const large = await supplier.upload<{ id: string }>(
      `/obligations/${cast.obligations['2026-03']}/versions`,
      'stor.csv',
      largeReport(largeLines).file,
    );
    const bystander = new Bystander(product.address);
    const began = performance.now();
    const crowd = Promise.all(cast.crowd.map(submit));
    const busy = await bystander.watch(
      (async () => {
        await hostile();
        await supplier.until(`/report-versions/${large.body.id}`, 600_000);
        await Promise.all(
          Array.from({ length: 24 }, () => breakOff(`/report-versions/${large.body.id}/annotated-rows`)),
        );
        await hostile();
        await crowd;
      })(),
    );
    const seconds = Math.round((performance.now() - began) / 1000);
    while ((await countOf(`reporting.report_version where state = 'received'`)) > 0) await pause(500);
    const done = Math.round((performance.now() - began) / 1000);
    const figures = {
      suppliers: crowdSize,
      largeLines,
      sentInSeconds: seconds,
      checkedInSeconds: done,
      idle: waitsOf(idle),
      busy: waitsOf(busy),
      statuses,
    };
    process.stdout.write(`${JSON.stringify(figures)}\n`);

    // every report is stored once, with all its lines
    const stored = await rows<{ obligation_id: string; versions: number; lines: number }>(
      `select v.obligation_id, count(distinct v.id)::int as versions, max(c.row_count)::int as lines
       from reporting.report_version v join reporting.check_result c on c.version_id = v.id where v.obligation_id = any ($1) group by 1`,
      [cast.crowd.map(({ obligationId }) => obligationId)],
    );
    const expected = cast.crowd.map(({ obligationId }, at) => ({
      obligation_id: obligationId,
      versions: 1,
      lines: linesOf(at),
    }));
    const byObligation = (a: { obligation_id: string }, b: { obligation_id: string }) =>
      a.obligation_id.localeCompare(b.obligation_id);
    expect(stored.toSorted(byObligation)).toEqual(expected.toSorted(byObligation));

    // no process ended, and every connection was returned
    expect(pids.map(isAlive)).toEqual([true, true]);
    const unreturned = () =>
      countOf(`pg_stat_activity where application_name = 'tallgrunn serve' and state like 'idle in transaction%'`);
    for (let tries = 0; (await unreturned()) !== 0 && tries < 100; tries += 1) await pause(100);
    expect(await unreturned()).toBe(0);

    // no request ended in a server error; downloads and invitations really took place
    expect(Object.keys(statuses).filter((key) => key.endsWith(' 500'))).toEqual([]);
    expect(statuses['download 200']).toBeGreaterThan(0);
    expect(await countOf(`identity.invitation where email = 'unknown@example.org'`)).toBe(2);
    // the refused e-mails are queued for a retry
    const mailStates = () => rows(`select distinct state from pgboss.job where name = 'platform.deliver-mail'`);
    for (let tries = 0; (await mailStates()).length > 1 && tries < 100; tries += 1) await pause(200);
    expect(await mailStates()).toEqual([{ state: 'retry' }]);
    // other users were served, within a bounded multiple of the wait on the idle server
    expect([...idle, ...busy].filter(({ status }) => status !== 200)).toEqual([]);
    expect(waitsOf(busy).p95 / waitsOf(idle).p95).toBeLessThan(slowerMax);
  });
});
