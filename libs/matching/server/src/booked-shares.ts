/**
 * Allocation of booked lines to their linked report lines: the shared rule for emissions and insight. Each link is one
 * part of the booked line, with its linked amount and its share of the reported quantity. The amount that no report
 * explains is part 0. Links of zero, or with the opposite sign of the line, explain nothing.
 * If the reports exceed the line, its amount is divided among them in proportion and there is no part 0. An excess in
 * one place never covers a shortfall in another. The parts of a line always add up to the line.
 */

/** Expressions on `reporting.door_report_line r` that a room selects for each link, by column name. */
export type ReportedColumns = Readonly<Record<string, string>>;

const FULL_JOIN = `matching.door_link l
    join booked b on b.batch_id = l.batch_id and b.line_no = l.spend_line_no and sign(b.amount) = sign(l.amount)
    join reporting.door_report_line r on r.version_id = l.version_id and r.line_no = l.report_line_no`;

/** The same, line by line. For few lines among many, the planner must not begin at the other end. */
const LOOKUP_JOIN = `booked b
    cross join lateral (select k.batch_id, k.spend_line_no, k.version_id, k.report_line_no, k.amount from matching.door_link k where k.batch_id = b.batch_id and k.spend_line_no = b.line_no and sign(b.amount) = sign(k.amount) offset 0) l
    cross join lateral (select d.* from reporting.door_report_line d where d.version_id = l.version_id and d.line_no = l.report_line_no offset 0) r`;

/**
 * SQL query of the links of the lines in the temporary table `booked` (batch_id, line_no, amount, currency). The table
 * must also contain all other lines linked to the same report lines.
 * `part`: number of the link within the line, from 1. `before` and `total`: amount of the line's links before this one,
 * and of all. `of_report`: amount of all links of the report line.
 * @param isLookedUp true for few lines
 */
export const linksOfBookedSql = (
  columns: ReportedColumns,
  { isLookedUp = false }: { readonly isLookedUp?: boolean } = {},
): string => `
  select t.*,
    sum(abs(t.amount)) over (partition by t.version_id, t.report_line_no) as of_report,
    coalesce(sum(abs(t.amount)) over (partition by t.batch_id, t.spend_line_no order by t.version_id, t.report_line_no rows between unbounded preceding and 1 preceding), 0) as before,
    sum(abs(t.amount)) over (partition by t.batch_id, t.spend_line_no) as total,
    row_number() over (partition by t.batch_id, t.spend_line_no order by t.version_id, t.report_line_no)::int as part
  from (
    select l.batch_id, l.spend_line_no, l.version_id, l.report_line_no, l.amount, r.amount as report_amount${Object.entries(
      columns,
    )
      .map(([name, column]) => `, ${column} as ${name}`)
      .join('')}
    from ${isLookedUp ? LOOKUP_JOIN : FULL_JOIN}
    where l.amount <> 0
  ) t`;

/** SQL expressions on a booked line `b` and one of its links `t` from linksOfBookedSql. */
export const linkShareSql = {
  /** Amount of the booked line (NOK). Accumulated before rounding, so that the shares add up to the line. */
  amount: `case when t.total <= abs(b.amount) then t.amount
         when t.before + abs(t.amount) = t.total then b.amount - round(b.amount * t.before / t.total, 2)
         else round(b.amount * (t.before + abs(t.amount)) / t.total, 2) - round(b.amount * t.before / t.total, 2) end`,
  /** Share of the report line, from 0 to 1. */
  ofReport: 'abs(t.amount) / greatest(t.of_report, abs(t.report_amount))',
  quantity: 'abs(t.quantity) * sign(b.amount) * abs(t.amount) / greatest(t.of_report, abs(t.report_amount))',
  isOverReported: 't.total > abs(b.amount)',
} as const;

/**
 * SQL expressions on a booked line `b` and its first link `t`, null without links: whether an unexplained amount is
 * left, and how much.
 */
export const remainderSql = {
  isLeft: 't.part is null or t.total < abs(b.amount)',
  amount: 'case when t.part is null then b.amount else b.amount - sign(b.amount) * t.total end',
} as const;

/**
 * SQL: divides a reported amount among its links, from a table of links like linksOfBookedSql's with `is_counted`. Each
 * link gets its linked amount. If the links together exceed the report or have the opposite sign, the reported amount
 * is divided in proportion, without a remainder.
 */
export const allocatedReportSql = (linksTable: string): string => `
  select t.batch_id, t.spend_line_no, t.version_id, t.report_line_no,
    case when t.signed = t.report_amount or sign(t.signed) = sign(t.report_amount) and abs(t.signed) <= abs(t.report_amount) then t.amount
         else round(t.report_amount * t.upto / t.of_counted, 2) - round(t.report_amount * (t.upto - abs(t.amount)) / t.of_counted, 2) end as amount
  from (
    select c.*, sum(c.amount) over w as signed, sum(abs(c.amount)) over w as of_counted, sum(abs(c.amount)) over (w order by c.batch_id, c.spend_line_no) as upto
    from ${linksTable} c where c.is_counted window w as (partition by c.version_id, c.report_line_no)
  ) t`;
