import { statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from '../postgres/connect.mts';
import type { TrialParties } from '../trial/cast.mts';
import { MemoryWatch } from '../trial/memory-of.mts';
import { Product } from '../trial/start-product.mts';
import { HttpUser } from '../trial/visitor.mts';
import { rounded, type Ratio } from './measure.mts';

const MB = 1024 * 1024;
const MS_BETWEEN_REQUESTS = 20;

interface ExportMeasurement {
  readonly lines: number;
  readonly seconds: number;
  readonly bytes: number;
  /** Peak memory of the server minus its memory before, in MB. */
  readonly grownMB: number;
  /** Seconds in which PostgreSQL writes the same rows as CSV. */
  readonly csvSeconds: number;
  readonly csvBytes: number;
  /** Milliseconds of another request: the slowest during the download, and the slowest of as many without one. */
  readonly slowestMs: number;
  readonly slowestAloneMs: number;
}

/** Replaces the reported lines by the given number, in accepted reports of 10,000 lines each. */
export async function fillReports(
  url: string,
  { cooperativeId, supplier, buyer }: TrialParties,
  lines: number,
): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`select set_config('app.cooperative_id', $1, false)`, [cooperativeId]);
    await client.query('truncate reporting.report_line, reporting.report_version cascade');
    await client.query(
      `insert into reporting.report_version (id, obligation_id, agreement_id, supplier_id, terms_version_id, period_key, period_start, period_end, kind, state, sequence, number, file_name, line_count, currency, received_at, submitted_at, accepted_at)
       select md5('version' || n)::uuid, md5('duty' || n)::uuid, a.id, $1, a.id, to_char(m.month, 'YYYY-MM'), m.month, (m.month + interval '1 month')::date, 'lines', 'accepted', 1, 'R-' || n, 'report.csv', 10000, 'NOK', now(), now(), now()
       from generate_series(0, ($2::int - 1) / 10000) as n cross join lateral (select (date '2024-01-01' + (n % 24) * interval '1 month')::date as month) m
         cross join (select id from agreements.agreement limit 1) a`,
      [supplier.organisationId, lines],
    );
    await client.query(
      `insert into reporting.report_line (version_id, line_no, supplier_id, buyer_id, line_key, kind, item_number, item_name, site_as_written, quantity, unit, unit_price, amount, currency, vat, delivered_on, ordered_on, invoice_number, invoice_line, order_number, sheet, row_no, raw)
       select md5('version' || n / 10000)::uuid, n % 10000 + 1, $1, $2, md5(n::text), 'goods', '4' || lpad((n % 2000)::text, 5, '0'), 'Item ' || n % 2000, 'Site ' || n % 70, n % 40 + 1, 'stk', (500 + n % 90000) / 100.0, (n % 40 + 1) * (500 + n % 90000) / 100.0,
         'NOK', 'excluded', date '2024-01-01' + n % 700, date '2023-12-28' + n % 700, 'F' || n / 5, n % 5 + 1, 'O' || n / 50, '', n % 10000 + 2, '{}'
       from generate_series(0, $3::int - 1) as n`,
      [supplier.organisationId, buyer.organisationId, lines],
    );
    await client.query('vacuum analyze reporting.report_line');
  });
}

/** Sends a small request every 20 ms until `work` has ended. Returns the milliseconds of the slowest. */
async function slowestDuring(manager: HttpUser, work: Promise<unknown>): Promise<number> {
  let slowest = 0;
  let ended = false;
  const end = work.finally(() => (ended = true));
  while (!ended) {
    const began = performance.now();
    await manager.get('/session');
    slowest = Math.max(slowest, performance.now() - began);
    await pause(MS_BETWEEN_REQUESTS);
  }
  await end;
  return slowest;
}

/** Downloads the table and returns the size of the file. Its bytes are discarded. */
async function downloadLines({ address, headers }: HttpUser): Promise<number> {
  const response = await fetch(`${address}/api/v1/odata/ReportLines.parquet`, { headers });
  if (!response.ok || !response.body) throw new Error(`No file: ${response.status} ${await response.text()}`);
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) bytes += chunk.length;
  return bytes;
}

async function measureExport(
  product: Product,
  cast: TrialParties,
  manager: HttpUser,
  lines: number,
): Promise<ExportMeasurement> {
  await fillReports(product.databaseUrl, cast, lines);
  const csv = path.join(product.folder, 'lines.csv');
  const csvSeconds = await withClient(product.databaseUrl, async (client) => {
    await client.query(`select set_config('app.cooperative_id', $1, false)`, [cast.cooperativeId]);
    const began = performance.now();
    await client.query(`copy (select * from reporting.door_report_line) to '${csv}' (format csv)`);
    return (performance.now() - began) / 1000;
  });
  const watch = new MemoryWatch(() => ({ serve: [product.pidOf('serve')] }));
  const before = watch.look()['serve'] ?? 0;
  const began = performance.now();
  const download = downloadLines(manager);
  const slowestMs = await slowestDuring(manager, download);
  const seconds = (performance.now() - began) / 1000;
  const grownMB = (watch.stop().most['serve'] ?? 0) - before;
  const slowestAloneMs = await slowestDuring(manager, pause(seconds * 1000));
  return {
    lines,
    seconds,
    bytes: await download,
    grownMB,
    csvSeconds,
    csvBytes: statSync(csv).size,
    slowestMs,
    slowestAloneMs,
  };
}

/**
 * Measures a download of reported lines as Parquet from the built server: against CSV that PostgreSQL writes, and against
 * a table of a tenth as many lines. Other requests are sent meanwhile.
 */
export async function benchExport({ lines }: { lines: number }): Promise<Ratio[]> {
  const product = new Product(true);
  try {
    const cast = await product.start();
    const manager = await HttpUser.signIn(product.address, cast, cast.manager);
    const few = await measureExport(product, cast, manager, Math.ceil(lines / 10));
    const many = await measureExport(product, cast, manager, lines);
    const rate = (count: number, seconds: number) => `${Math.round(count / seconds)} rows/s`;
    return [
      {
        what: `${lines} lines as Parquet / as CSV by PostgreSQL`,
        first: rate(lines, many.seconds),
        second: rate(lines, many.csvSeconds),
        ratio: rounded(many.seconds / many.csvSeconds),
      },
      {
        what: `size of the file / of the CSV`,
        first: `${rounded(many.bytes / MB)} MB`,
        second: `${rounded(many.csvBytes / MB)} MB`,
        ratio: rounded(many.bytes / many.csvBytes),
      },
      {
        what: `memory grown, ${lines} lines / ${few.lines}`,
        first: `${many.grownMB} MB`,
        second: `${few.grownMB} MB`,
        ratio: rounded(many.grownMB / few.grownMB),
      },
      {
        what: `slowest other request during the download / without one`,
        first: `${rounded(many.slowestMs)} ms`,
        second: `${rounded(many.slowestAloneMs)} ms`,
        ratio: rounded(many.slowestMs / many.slowestAloneMs),
      },
    ];
  } finally {
    await product.stop();
  }
}
