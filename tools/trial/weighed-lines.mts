import type { Client } from 'pg';
import type { MatchingParties } from './mismatched-lines.mts';

/** SQL: item names that identify a product group, with their sales unit. Every third item has no such name. */
const ITEM_NAME_SQL = `case item % 6 when 0 then 'Kaffe filtermalt' when 1 then 'Kopipapir A4' when 2 then 'Bærbar PC 14"' when 3 then 'Poteter' else 'Item ' || item end`;
const ITEM_UNIT_SQL = `case when item % 6 in (0, 1, 3) then 'kg' else 'stk' end`;

/**
 * Gives the matched lines names and units, and adds as many postings by account as the ledgers have invoice lines. One
 * in a hundred is on KOSTRA 209.
 */
export async function nameItems(client: Client, { cooperativeId, buyers }: MatchingParties): Promise<void> {
  await client.query(`select set_config('app.cooperative_id', $1, false)`, [cooperativeId]);
  await client.query(
    `update reporting.report_line l set item_name = n.name, unit = n.unit from (select version_id, line_no, ${ITEM_NAME_SQL} as name, ${ITEM_UNIT_SQL} as unit from (select *, ('0' || regexp_replace(item_number, '[^0-9]', '', 'g'))::int as item from reporting.report_line) r) n where n.version_id = l.version_id and n.line_no = l.line_no`,
  );
  await client.query(
    `insert into spend.batch (id, number, kind, state, file_name, file_sha256, size_bytes, received_at, posted_at) values (md5('ledger')::uuid, 'B-ledger', 'ledger', 'posted', 'books.csv', 'books', 1, now(), now())`,
  );
  await client.query(
    `insert into spend.posting (batch_id, line_no, line_key, buyer_id, sheet, row_no, voucher_number, voucher_date, period, account_system, account_code, amount, currency, vat_status, net_amount, net_basis, vat_rate, raw)
     select md5('ledger')::uuid, n, md5(n::text), ($1::uuid[])[1 + n % 40], '', n, n::text, date '2024-01-01' + (n % 725)::int, to_char(date '2024-01-01' + (n % 725)::int, 'YYYY-MM'), 'kostra',
       case when n % 50 = 0 then '209' else (array['100', '115', '120', '200', '230', '180', '270'])[1 + n % 7] end, 10 + n % 9000, 'NOK', case when n % 5 = 0 then 'gross' else 'net' end,
       case when n % 5 = 0 then round((10 + n % 9000) / 1.25, 2) else 10 + n % 9000 end, case when n % 5 = 0 then 'rate-of-account' else 'as-stated' end, case when n % 5 = 0 then 0.25 end, '{}'
     from generate_series(1, (select count(*) from spend.invoice_line)) as n`,
    [buyers],
  );
}

/** Puts a factor in force for the account of one line in a hundred, as if two people had approved it. */
export async function decideFactor(client: Client, { cooperativeId }: MatchingParties): Promise<void> {
  await client.query(`select set_config('app.cooperative_id', $1, false)`, [cooperativeId]);
  await client.query(`set session_replication_role = replica`);
  await client.query(
    `insert into factor_book.factor_assignment (id, kind, target, set_id, factor_id, valid_from, reason, state, created_by, created_at, assigned_approver_id, proposed_by, decided_by, decided_at)
     select gen_random_uuid(), 'account', 'kostra:209', 'dfo-2022-ns4102-2026m08', 'spend_6572_657', '2020-01-01', 'bench', 'approved', a, now(), b, a, b, now() from (select gen_random_uuid() as a, gen_random_uuid() as b) p`,
  );
  await client.query(`set session_replication_role = origin`);
}
