import type { CombinedFilter } from './combined-filter.ts';
import { SUMMED_BY } from './combining/kept-sums.ts';

const of = (alias: string, columns: readonly string[]): string =>
  columns.map((column) => `${alias}.${column}`).join(', ');

/** Sums that the refresh keeps, of buyers or of their suppliers too. */
export const keptSums = (level: 'buyer' | 'supplier'): string => `(
  select ${of('c', SUMMED_BY)}, c.line_set::text as line_set, c.row_count, c.line_count, case when c.side <> 'reported' and not c.is_outside then c.booked_amount end as booked_amount,
    case when c.is_outside then c.outside_amount end as outside_amount, case when c.side <> 'booked' then c.reported_amount end as reported_amount, case when c.is_weighed then c.kg end as kg
  from insight.combined_sum c where c.level = '${level}')`;

/** Lines of the combined table, each as a sum of its own. */
export const LINE_SUMS = `(
  select ${of(
    'c',
    SUMMED_BY.filter((column) => !column.startsWith('is_')),
  )}, c.kg is not null as is_weighed, c.outside_amount is not null as is_outside,
    case when c.part is not null then c.batch_id || ':' || c.spend_line_no end as line_set, 1 as row_count, 1 as line_count, c.booked_amount, c.outside_amount, c.reported_amount, c.kg,
    c.item_name, c.item_number, c.invoice_number, c.seller_name, c.account_system, c.account_code, c.spent_on, c.version_id, c.report_line_no
  from insight.combined_line c)`;

/** SQL that figures under a filter are summed from, to be named `l`: sums that the refresh keeps; where texts are looked for, the lines, each as a sum of its own. The columns are the same. */
export function sumSource({ text, supplierId, agreementId, usedOn, lotId }: CombinedFilter): string {
  if (text) return LINE_SUMS;
  return keptSums(supplierId || agreementId || usedOn || lotId ? 'supplier' : 'buyer');
}

/** How many lines some sums `l` of one `line_set` are of: a booked line counts once, in however many parts it is. */
export const LINES_OF_SET = 'case when l.line_set is null then sum(l.line_count) else max(l.line_count) end';

/** How many lines those of `l` are of that a condition lets through. */
export const countLines = (condition = 'true'): string =>
  `(select coalesce(sum(x.lines), 0) from (select ${LINES_OF_SET} as lines from l where ${condition} group by l.line_set) x)::int`;
