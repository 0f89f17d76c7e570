import type { CombinedFilter } from './combined-filter.ts';
import { SUMMED_BY } from './combining/stored-sums.ts';

const of = (alias: string, columns: readonly string[]): string =>
  columns.map((column) => `${alias}.${column}`).join(', ');

/** SQL: the stored sums by buyer, or by buyer and supplier. */
export const storedSums = (level: 'buyer' | 'supplier'): string => `(
  select ${of('c', SUMMED_BY)}, c.line_set::text as line_set, c.row_count, c.line_count, case when c.side <> 'reported' and not c.is_outside then c.booked_amount end as booked_amount,
    case when c.is_outside then c.outside_amount end as outside_amount, case when c.side <> 'booked' then c.reported_amount end as reported_amount, case when c.is_weighed then c.kg end as kg
  from insight.combined_sum c where c.level = '${level}')`;

/** SQL: lines of the combined table with the columns of the stored sums, one row per line. */
export const LINE_SUMS = `(
  select ${of(
    'c',
    SUMMED_BY.filter((column) => !column.startsWith('is_')),
  )}, c.kg is not null as is_weighed, c.outside_amount is not null as is_outside,
    case when c.part is not null then c.batch_id || ':' || c.spend_line_no end as line_set, 1 as row_count, 1 as line_count, c.booked_amount, c.outside_amount, c.reported_amount, c.kg,
    c.item_name, c.item_number, c.invoice_number, c.seller_name, c.account_system, c.account_code, c.purchased_on, c.version_id, c.report_line_no
  from insight.combined_line c)`;

/**
 * Returns the SQL source of figures within a filter, to be aliased `l`: the stored sums, or the lines if text is
 * searched. Both have the same columns.
 */
export function sumSource({ text, supplierId, agreementId, usedOn, lotId }: CombinedFilter): string {
  if (text) return LINE_SUMS;
  return storedSums(supplierId || agreementId || usedOn || lotId ? 'supplier' : 'buyer');
}

/** SQL: the number of lines in sums `l` of one `line_set`. A booked line counts once, however many parts it has. */
export const LINES_OF_SET = 'case when l.line_set is null then sum(l.line_count) else max(l.line_count) end';

/** SQL: the number of lines in `l` that satisfy a condition. */
export const countLines = (condition = 'true'): string =>
  `(select coalesce(sum(x.lines), 0) from (select ${LINES_OF_SET} as lines from l where ${condition} group by l.line_set) x)::int`;
