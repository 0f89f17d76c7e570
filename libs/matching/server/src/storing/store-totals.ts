import type { SqlClient } from '../linking/sql-client.ts';
import { VAT_UNKNOWN } from '../loading/load-line-tables.ts';
import type { RunScope } from '../partitioning/partition.ts';

/** Columns that the sums are grouped by or computed from. */
export const TOTAL_COLUMNS = [
  'supplier_id',
  'buyer_id',
  'month',
  'agreement_id',
  'state',
  'cause',
  'amount',
  'linked',
  'nature',
] as const;

/** SQL condition: lines with unknown VAT are in no sum. Their ledger amount is a separate sum, `outside`. */
const HAS_KNOWN_VAT = `l.nature is distinct from '${VAT_UNKNOWN}'`;

/** SQL: sums lines that have all columns of `TOTAL_COLUMNS`. */
export const insertTotalsSql = (side: 'reported' | 'booked', lines: string): string =>
  `insert into matching.matching_total (side, supplier_id, buyer_id, month, agreement_id, state, cause, lines, amount, linked, outside)
   select '${side}', c.supplier_id, c.buyer_id, matching.month_text(c.month), c.agreement_id, c.state, c.cause, c.lines, c.amount, c.linked, c.outside
   from (select l.supplier_id, l.buyer_id, l.month, l.agreement_id, l.state, l.cause, count(*) as lines, coalesce(sum(l.amount) filter (where ${HAS_KNOWN_VAT}), 0) as amount,
     coalesce(sum(l.linked) filter (where ${HAS_KNOWN_VAT}), 0) as linked, coalesce(sum(l.amount) filter (where not (${HAS_KNOWN_VAT})), 0) as outside from ${lines} l group by 1, 2, 3, 4, 5, 6) c`;

/** Stores the displayed sums of the suppliers and buyers whose lines the run has read. */
export async function storeTotals(database: SqlClient, { whole, first, share }: RunScope): Promise<void> {
  if (first) return; // already summed when the lines were written
  if (whole) {
    await database.query(`delete from matching.matching_total where ${share.takes('buyer_id')}`);
    await database.query(
      insertTotalsSql(
        'reported',
        `(select ${TOTAL_COLUMNS.join(', ')} from matching.report_line where ${share.takes('buyer_id')})`,
      ),
    );
    await database.query(
      insertTotalsSql(
        'booked',
        `(select ${TOTAL_COLUMNS.join(', ')} from matching.spend_line where ${share.takes('buyer_id')})`,
      ),
    );
    return;
  }
  await database.query(`create temporary table looked_at on commit drop as
    select supplier_id, buyer_id from said_r union select supplier_id, buyer_id from gone_r union select supplier_id, buyer_id from said_b union select supplier_id, buyer_id from tie union select supplier_id, buyer_id from gone_b`);
  await database.query('analyze looked_at');
  const its = 'c.supplier_id = a.supplier_id and c.buyer_id = a.buyer_id';
  const ofNobody = 'c.supplier_id = a.supplier_id and c.buyer_id is null and a.buyer_id is null';
  const fromOthers = 'c.supplier_id is null and a.supplier_id is null and c.buyer_id = a.buyer_id';
  for (const whose of [its, ofNobody, fromOthers])
    await database.query(`delete from matching.matching_total c using looked_at a where ${whose}`);
  const among = (lines: string, on: string) =>
    `select ${TOTAL_COLUMNS.map((name) => `c.${name}`).join(', ')} from ${lines} c join looked_at a on ${on}`;
  // Report lines are looked up by supplier only, because their index is by ledger buyer and not by buyer.
  const apart = `(select l.* from (select distinct supplier_id from looked_at where supplier_id is not null) s cross join lateral (select k.* from matching.standalone_report_line k where k.supplier_id = s.supplier_id offset 0) l)`;
  await database.query(
    insertTotalsSql(
      'reported',
      `(${among(apart, its)} union all ${among(apart, ofNobody)} union all ${among('matching.inline_report_line', its)})`,
    ),
  );
  await database.query(
    insertTotalsSql(
      'booked',
      `(${among('matching.standalone_spend_line', its)} union all ${among('matching.standalone_spend_line', fromOthers)} union all ${among('matching.inline_spend_line', its)})`,
    ),
  );
}
