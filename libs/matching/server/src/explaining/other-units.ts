import { hasRows, type SqlClient } from '../linking/sql-client.ts';
import { hashOfId, hashOfText } from '../loading/load-line-tables.ts';
import type { RunScope } from '../partitioning/partition.ts';

/**
 * SQL: stored lines for finding invoices reported under another buyer than the booked one, for example because one pays
 * for the other. The seller's invoice number is unique, and number and sum are equal.
 */
const storedLinesSql = (
  side: 'standalone_report_line' | 'standalone_spend_line',
  columns: string,
  wanted: string,
): string => `
  union all select ${columns} from (select distinct supplier_id from touched) t cross join lateral (select k.* from matching.${side} k where k.supplier_id = t.supplier_id offset 0) l where ${wanted}`;

/** SQL: by normalised number, open reported amounts of each buyer whose ledger does not have the invoice. */
const unmatchedReportedSql = (whole: boolean): string => `create temporary table astray_r on commit drop as
  select supplier_id, buyer_id, number, sum(ore)::bigint as ore from (
    select r.supplier_id, r.buyer_id, matching.normalise_number(r.invoice_number) as number, r.ore from untied_r r where not r.fee and not r.booked_invoice and r.buyer_id is not null and r.invoice_number is not null
    ${
      whole
        ? ''
        : storedLinesSql(
            'standalone_report_line',
            'l.supplier_id, l.buyer_id, matching.normalise_number(l.invoice_number), (l.amount * 100)::bigint',
            `l.state <> 'matched' and l.nature is null and l.buyer_id is not null and l.invoice_number is not null
      and not exists (select 1 from reported r where r.version_id = l.version_id and r.line_no = l.line_no) and not exists (select 1 from gone_r g where g.version_id = l.version_id and g.line_no = l.line_no)`,
          )
    }
  ) a where number is not null group by supplier_id, buyer_id, number`;

/** SQL: open booked amounts of each invoice, without and with fees. */
const unmatchedBookedSql = (whole: boolean): string => `create temporary table astray_b on commit drop as
  select supplier_id, buyer_id, invoice, coalesce(sum(ore) filter (where not fee), 0)::bigint as ore, sum(ore)::bigint as with_fees from (
    select b.supplier_id, b.buyer_id, b.invoice, b.ore, o.fee from open_b o join untied_b b on b.id = o.id where b.invoice is not null
    ${
      whole
        ? ''
        : storedLinesSql(
            'standalone_spend_line',
            `l.supplier_id, l.buyer_id, l.invoice, (l.amount * 100)::bigint, l.nature is not distinct from 'fee'`,
            `l.state = 'booked-not-reported' and l.invoice is not null
      and not exists (select 1 from booked b where b.batch_id = l.batch_id and b.line_no = l.line_no) and not exists (select 1 from gone_b g where g.batch_id = l.batch_id and g.line_no = l.line_no)`,
          )
    }
  ) a group by supplier_id, buyer_id, invoice`;

const sameSumSql = (sum: 'ore' | 'with_fees'): string => `
  select r.supplier_id, r.buyer_id, r.number, b.invoice
  from astray_r r join astray_b b on b.supplier_id = r.supplier_id and b.${sum} = r.ore and b.buyer_id <> r.buyer_id and b.invoice = ${hashOfText('r.number', hashOfId('b.buyer_id', hashOfId('r.supplier_id')))}`;
const NO_OTHER_BUYER =
  'create temporary table under_another (supplier_id uuid, buyer_id uuid, number text, invoice bigint) on commit drop';
const CREATE_OTHER_BUYER = `create temporary table under_another on commit drop as ${sameSumSql('ore')} union ${sameSumSql('with_fees')}`;

/**
 * Creates `under_another_r` and `under_another_b`: open rows and lines that are under another buyer on the other side.
 * Each partition compares these few rows of all partitions with its own ledgers, and shares the results.
 */
export async function findOtherBuyers(database: SqlClient, { whole, share }: RunScope): Promise<void> {
  await database.query(unmatchedReportedSql(whole));
  await share.gather(database, 'astray_r');
  if (await hasRows(database, 'astray_r')) {
    for (const sql of [unmatchedBookedSql(whole), 'analyze astray_r, astray_b', CREATE_OTHER_BUYER])
      await database.query(sql);
    await share.gather(database, 'under_another');
  } else await database.query(NO_OTHER_BUYER);
  for (const sql of [
    `create temporary table under_another_r on commit drop as select r.id from untied_r r join (select distinct supplier_id, buyer_id, number from under_another) u on u.supplier_id = r.supplier_id and u.buyer_id = r.buyer_id and u.number = matching.normalise_number(r.invoice_number) where not r.booked_invoice`,
    'create temporary table under_another_b on commit drop as select id from open_b where invoice in (select invoice from under_another)',
  ])
    await database.query(sql);
}
