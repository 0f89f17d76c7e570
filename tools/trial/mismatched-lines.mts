import type { Client } from 'pg';
import { DELETE_LINE_SUMS_SQL, STORE_LINE_SUMS_SQL } from '@tallgrunn/reporting-server/line-sums';
import { COUNT_INVOICE_MONTHS_SQL } from '@tallgrunn/spend-server/invoice-months';

/** The parties of the lines, as set up by matching-benchmark. */
export interface MatchingParties {
  readonly cooperativeId: string;
  readonly agreementId: string;
  readonly suppliers: readonly string[];
  readonly buyers: readonly string[];
}

/**
 * Fills reports and ledgers with the given number of reported lines; most of them are booked too. The truth is stored
 * in bench.truth. There are forty suppliers, forty buyers with eight sites each, 24 months and orders of five lines.
 * Every number is derived from the line's own number, so the same call gives the same lines.
 * Differences, as shares of the reported lines: 15 % have no invoice number (half of them with their whole order); 40 %
 * are sums by site, item and month, one in seven of those of two deliveries; 1.5 % are returns; 4 % are invoiced late;
 * 0.3 % have another item number; 0.8 % have the wrong quantity; one supplier reports a quarter with VAT and omits a
 * site in two; one line in a thousand is reported twice.
 * Only the ledgers have freight on every third invoice, and purchases from other sellers.
 */
export async function fillLedgers(
  client: Client,
  { cooperativeId, agreementId, suppliers, buyers }: MatchingParties,
  lines: number,
): Promise<void> {
  await client.query(`select set_config('app.cooperative_id', $1, false)`, [cooperativeId]);
  await client.query('create schema if not exists bench');
  await client.query('create table bench.supplier as select * from unnest($1::uuid[]) with ordinality as s (id, no)', [
    suppliers,
  ]);
  await client.query('create table bench.buyer as select * from unnest($1::uuid[]) with ordinality as s (id, no)', [
    buyers,
  ]);
  for (const sql of [...reportedLinesSql(Math.ceil(lines / 40 / 5), agreementId), ...bookedLinesSql])
    await client.query(sql);
  for (const [table, keep] of [
    ['reporting.report_version', STORE_LINE_SUMS_SQL],
    ...COUNT_INVOICE_MONTHS_SQL.map((sql) => ['spend.batch', sql] as const),
  ] as const)
    await client.query(keep, [
      (await client.query<{ id: string }>(`select id from ${table}`)).rows.map(({ id }) => id),
    ]);
}

/** SQL: a reproducible pseudo-random number in [0, 1) per line or order. */
const fractionSql = (salt: string, of: string) =>
  `(hashint8extended(${of}, hashtext('${salt}')::bigint) & 1048575) / 1048576.0`;

const reportedLinesSql = (orders: number, agreementId: string): readonly string[] => [
  `create unlogged table bench.line as
    select l.*, l.supplier > 24 as summed, md5(l.no::text) as hash,
      case when l.supplier > 24 then date_trunc('month', l.ordered)::date + 20 else l.ordered + 3 end as day,
      ${fractionSql('return', 'l.no')} < 0.015 as returned, ${fractionSql('late', 'l.supplier * 1000000 + l.number')} < 0.04 as late,
      ${fractionSql('unnamed', 'l.no')} < 0.075 or ${fractionSql('unnamed order', 'l.supplier * 1000000 + l.number')} < 0.075 as unnamed,
      l.supplier > 24 and ${fractionSql('twice', 'l.no')} < 0.15 as two_deliveries,
      (1 + floor(${fractionSql('quantity', 'l.no')} * 40))::int as quantity, (500 + floor(${fractionSql('price', 'l.no')} * 90000))::bigint as price
    from (
      select (s.no * 1000000 + o.number) * 5 + p.place as no, s.no as supplier, s.id as supplier_id, o.number, p.place, b.id as buyer_id, b.no as buyer,
        (${fractionSql('site', 's.no * 1000000 + o.number')} * 8)::int as site, date '2024-01-01' + (o.number * 725 / ${orders})::int as ordered,
        '4' || lpad((floor(${fractionSql('item', 's.no * 1000000 + o.number')} * 399) * 5 + p.place)::text, 5, '0') as item
      from bench.supplier s
      cross join generate_series(0, ${orders} - 1) as o (number)
      cross join generate_series(0, 4) as p (place)
      join bench.buyer b on b.no = 1 + floor(${fractionSql('buyer', 's.no * 1000000 + o.number')} * 40)
    ) l`,
  `create unlogged table bench.reported as
    select l.*, md5('version' || l.supplier || to_char(l.day, 'YYYY-MM'))::uuid as version_id, row_number() over (partition by l.supplier, to_char(l.day, 'YYYY-MM') order by l.buyer, l.site, l.number, l.place, again) as line_no, again
    from bench.line l cross join generate_series(0, 1) as a (again)
    where (again = 0 or ${fractionSql('again', 'l.no')} < 0.001) and not (l.supplier = 1 and l.site = 3 and l.day between '2025-01-01' and '2025-06-30')`,
  `insert into reporting.report_version (id, obligation_id, agreement_id, supplier_id, terms_version_id, period_key, period_start, period_end, kind, state, sequence, number, file_name, line_count, currency, received_at, submitted_at, accepted_at)
    select version_id, md5('duty' || version_id)::uuid, '${agreementId}', supplier_id, '${agreementId}', to_char(min(day), 'YYYY-MM'), date_trunc('month', min(day))::date, (date_trunc('month', min(day)) + interval '1 month')::date,
      'lines', 'accepted', 1, 'R-' || version_id, 'report.csv', count(*), 'NOK', now(), now(), now()
    from bench.reported group by version_id, supplier_id`,
  `insert into reporting.report_line (version_id, line_no, supplier_id, buyer_id, line_key, kind, item_number, item_name, site_as_written, quantity, unit, unit_price, amount, currency, vat, delivered_on, ordered_on, invoice_number, invoice_line, order_number, sheet, row_no, raw)
    select version_id, line_no, supplier_id, buyer_id, hash || '-' || again + 1, case when returned then 'credit' else 'goods' end,
      case when ${fractionSql('renumbered', 'no')} < 0.003 then item || 'X' else item end, 'Item ' || item, 'Site ' || buyer || '/' || site,
      sign * case when ${fractionSql('pack', 'no')} < 0.008 then quantity * 12 else quantity end, 'stk', price / 100.0, round(sign * quantity * price * case when supplier = 30 and day between '2025-04-01' and '2025-06-30' then 1.25 else 1 end / 100.0, 2),
      'NOK', 'excluded', day, case when not summed then ordered end, case when not unnamed then invoice end, case when not unnamed and not summed then place + 1 end, case when supplier <= 12 then 'O' || supplier || '-' || number end, '', line_no + 1, '{}'
    from (select *, case when returned then -1 else 1 end as sign, case when returned then 'K' else 'F' end || supplier || '-' || lpad(number::text, 7, '0') as invoice from bench.reported) r
    order by version_id, line_no`,
];

const bookedLinesSql: readonly string[] = [
  `create unlogged table bench.booked as
    select l.*, md5('batch' || l.buyer || to_char(l.issued, 'YYYY-Q'))::uuid as batch_id, row_number() over (partition by l.buyer, to_char(l.issued, 'YYYY-Q') order by l.supplier, l.invoice, l.place, l.half, l.what) as line_no
    from (
      select l.*, half, case when l.returned then 'K' else 'F' end || l.supplier || '-' || lpad(l.number::text, 7, '0') as invoice, 'goods' as what, l.day + case when l.late then 50 else 6 end as issued,
        case when l.returned then -1 else 1 end * case when not l.two_deliveries then l.quantity * l.price when half = 0 then (l.quantity * l.price) * 6 / 10 else l.quantity * l.price - (l.quantity * l.price) * 6 / 10 end as ore
      from bench.line l cross join generate_series(0, 1) as h (half) where half = 0 or l.two_deliveries
      union all
      select l.*, 0, 'F' || l.supplier || '-' || lpad(l.number::text, 7, '0'), 'fee', l.day + case when l.late then 50 else 6 end, 9900 from bench.line l where l.place = 0 and l.number % 3 = 0 and not l.returned
      union all
      select l.*, 0, 'X' || l.no, 'other', l.day + 6, l.quantity * l.price from bench.line l where ${fractionSql('elsewhere', 'l.no')} < 0.05
    ) l`,
  `insert into spend.batch (id, number, kind, state, file_name, file_sha256, size_bytes, received_at, posted_at)
    select batch_id, 'B-' || batch_id, 'invoices', 'posted', 'invoices.zip', batch_id::text, 1, now(), now() from bench.booked group by batch_id`,
  `create unlogged table bench.invoice as
    select batch_id, invoice, what = 'other' as other, min(supplier) as supplier, buyer_id, min(issued) as issued, min(day) as day, min(number) as number, count(*) as lines, row_number() over (partition by batch_id order by invoice) as document_no, sum(ore) as ore
    from bench.booked group by batch_id, invoice, what = 'other', buyer_id`,
  `insert into spend.invoice (batch_id, document_no, name, buyer_id, seller_org_number, seller_key, type, number, invoice_key, currency, issued_on, delivered_on, order_reference, line_count, net_amount, findings, detail)
    select batch_id, document_no, invoice || '.xml', buyer_id, 900000000 + case when other then 500 else supplier end, 'org:' || 900000000 + case when other then 500 else supplier end, case when ore < 0 then 'credit-note' else 'invoice' end, invoice,
      lower(replace(invoice, '-', '')), 'NOK', issued, null, case when supplier <= 12 then 'O' || supplier || '-' || number end, lines, ore / 100.0, '[]', '{}'
    from bench.invoice`,
  `insert into spend.invoice_line (batch_id, line_no, document_no, line_key, buyer_id, kind, position, line_id, item_number, item_name, quantity, unit, unit_price, amount, currency, delivered_on, detail)
    select b.batch_id, b.line_no, i.document_no, md5(b.no || b.what || b.half) || '-1', b.buyer_id, 'line', b.line_no, case when b.what = 'fee' then '99' else (b.place + 1)::text || case when b.half = 1 then '2' else '' end end,
      case when b.what <> 'fee' then b.item end, case when b.what = 'fee' then 'Frakt' else 'Item ' || b.item end, b.quantity, 'EA', b.price / 100.0, b.ore / 100.0, 'NOK', case when b.what = 'goods' and not b.summed then b.day end, '{}'
    from bench.booked b join bench.invoice i on i.batch_id = b.batch_id and i.invoice = b.invoice
    order by b.batch_id, b.line_no`,
  `create unlogged table bench.truth as
    select r.version_id, r.line_no as report_line_no, b.batch_id, b.line_no as spend_line_no
    from bench.reported r join bench.booked b on b.no = r.no and b.what = 'goods' where r.again = 0`,
  'analyze',
];

/**
 * Calculates precision and recall of the current links against the truth. Either copy of a line reported twice counts
 * as a correct link.
 */
export async function measureAccuracy(
  client: Client,
): Promise<{ precision: number; recall: number; links: number; lines: { reported: number; booked: number } }> {
  const { rows } = await client.query<{
    right: string;
    links: string;
    wanted: string;
    reported: string;
    booked: string;
  }>(
    `select (select count(*) from matching.link l join bench.truth t on t.version_id = l.version_id and t.report_line_no = l.report_line_no and t.batch_id = l.batch_id and t.spend_line_no = l.spend_line_no where l.closed_by_run is null) as right,
       (select count(*) from matching.link where closed_by_run is null) as links, (select count(*) from bench.truth) as wanted, (select count(*) from reporting.report_line) as reported, (select count(*) from spend.invoice_line) as booked`,
  );
  const [row] = rows;
  if (!row) throw new Error('Nothing to judge.');
  return {
    precision: Number(row.right) / Number(row.links),
    recall: Number(row.right) / Number(row.wanted),
    links: Number(row.links),
    lines: { reported: Number(row.reported), booked: Number(row.booked) },
  };
}

/**
 * Resends reports of one supplier, a different one each time, with about `wanted` lines in total and a new amount on
 * every tenth line. Returns the number of lines.
 */
export async function correctReport(client: Client, at: number, wanted: number): Promise<number> {
  const { rows } = await client.query<{ id: string; lines: number }>(
    `select v.id, count(*)::int as lines from reporting.report_version v join reporting.report_line l on l.version_id = v.id
     where v.state = 'accepted' and v.supplier_id = (select id from bench.supplier where no = 1 + $1::int % 40) and v.period_key >= '2024-06' group by v.id, v.period_key order by v.period_key`,
    [at * 7],
  );
  let lines = 0;
  for (const old of rows) {
    if (lines >= wanted) break;
    await resendReport(client, old.id);
    lines += old.lines;
  }
  return lines;
}

/**
 * Resends one month's report with a new amount on every tenth line: about 1,000 lines at a million. Returns the number
 * of lines.
 */
export async function changeReport(client: Client): Promise<number> {
  const { rows } = await client.query<{ id: string; lines: number }>(
    `select v.id, count(*)::int as lines from reporting.report_version v join reporting.report_line l on l.version_id = v.id where v.period_key = '2025-03' and v.supplier_id = (select id from bench.supplier where no = 5) group by v.id`,
  );
  const [old] = rows;
  if (!old) throw new Error('There is no report to change.');
  await resendReport(client, old.id);
  return old.lines;
}

async function resendReport(client: Client, id: string): Promise<void> {
  const fresh = `md5('changed' || '${id}')::uuid`;
  await client.query('begin');
  await client.query(
    `select set_config('app.cooperative_id', cooperative_id::text, true) from reporting.report_version where id = $1`,
    [id],
  );
  await client.query(`update reporting.report_version set state = 'replaced', superseded_at = now() where id = $1`, [
    id,
  ]);
  const columns = (
    await client.query<{ name: string }>(
      `select string_agg(column_name, ', ') as name from information_schema.columns where table_schema = 'reporting' and table_name = 'report_version' and column_name not in ('id', 'state', 'sequence', 'number', 'superseded_at')`,
    )
  ).rows[0]!.name;
  await client.query(
    `insert into reporting.report_version (id, state, sequence, number, ${columns}) select ${fresh}, 'accepted', sequence + 1, number || '/2', ${columns} from reporting.report_version where id = $1`,
    [id],
  );
  const of = (
    await client.query<{ name: string }>(
      `select string_agg(column_name, ', ') as name from information_schema.columns where table_schema = 'reporting' and table_name = 'report_line' and column_name not in ('version_id', 'amount')`,
    )
  ).rows[0]!.name;
  await client.query(
    `insert into reporting.report_line (version_id, amount, ${of}) select ${fresh}, amount + case when line_no % 10 = 0 then 7 else 0 end, ${of} from reporting.report_line where version_id = $1`,
    [id],
  );
  await client.query(DELETE_LINE_SUMS_SQL, [[id]]);
  await client.query(STORE_LINE_SUMS_SQL, [
    (await client.query<{ id: string }>(`select ${fresh} as id`)).rows.map((row) => row.id),
  ]);
  await client.query('commit');
}
