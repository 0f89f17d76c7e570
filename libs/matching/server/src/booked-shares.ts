/**
 * What of a booked line the reports tied to it explain: the one rule by which emissions weighs a line and insight shows it. Each reported line tied to a
 * booked line is a part of it, with the kroner that the tie stands for and its share of the reported quantity; what no report explains is part 0. Ties of
 * another sign than the line, and of nothing, explain nothing. Where reports say more than the line, its kroner are shared among them in proportion
 * and nothing is left over: too much reported in one place never fills a hole in another. The parts of a line add up to the line.
 */

/** Reads of `reporting.door_line r` what a room wants to know of each tie, by the name it gets. */
export type ReportedColumns = Readonly<Record<string, string>>;

const WHOLE = `matching.door_link l
    join booked b on b.batch_id = l.batch_id and b.line_no = l.spend_line_no and sign(b.amount) = sign(l.amount)
    join reporting.door_line r on r.version_id = l.version_id and r.line_no = l.report_line_no`;

/** The same, line by line: of few lines among many, the planner must not begin at the other end. */
const LOOKED_UP = `booked b
    cross join lateral (select k.batch_id, k.spend_line_no, k.version_id, k.report_line_no, k.amount from matching.door_link k where k.batch_id = b.batch_id and k.spend_line_no = b.line_no and sign(b.amount) = sign(k.amount) offset 0) l
    cross join lateral (select d.* from reporting.door_line d where d.version_id = l.version_id and d.line_no = l.report_line_no offset 0) r`;

/**
 * The ties of the lines in the temporary table `booked` (batch_id, line_no, amount, currency), as a query; with all other lines tied to the same reported ones in it too.
 * `part`: its number in the line, from 1. `before` and `total`: kroner of the ties of the line up to this one, and of all; `of_report`: of all ties of the
 * reported line.
 * `isLookedUp`: the lines are few.
 */
export const tiesOfBooked = (
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
    from ${isLookedUp ? LOOKED_UP : WHOLE}
    where l.amount <> 0
  ) t`;

/** SQL of a booked line `b` and one of its ties `t`, as tiesOfBooked has them. */
export const shareOfTie = {
  /** Kroner of the booked line. Cumulated before it is rounded, so that the shares add up to the line. */
  amount: `case when t.total <= abs(b.amount) then t.amount
         when t.before + abs(t.amount) = t.total then b.amount - round(b.amount * t.before / t.total, 2)
         else round(b.amount * (t.before + abs(t.amount)) / t.total, 2) - round(b.amount * t.before / t.total, 2) end`,
  /** Of what the reported line says, from 0 to 1. */
  ofReport: 'abs(t.amount) / greatest(t.of_report, abs(t.report_amount))',
  quantity: 'abs(t.quantity) * sign(b.amount) * abs(t.amount) / greatest(t.of_report, abs(t.report_amount))',
  isOverReported: 't.total > abs(b.amount)',
} as const;

/** SQL of a booked line `b` and its first tie `t`, null where it has none: whether something is left that no report explains, and how much. */
export const restOfLine = {
  isLeft: 't.part is null or t.total < abs(b.amount)',
  amount: 'case when t.part is null then b.amount else b.amount - sign(b.amount) * t.total end',
} as const;

/**
 * What of a reported amount stands on each of its ties, of a table of ties like tiesOfBooked's with `is_counted`: what the tie stands for; where the ties
 * together say more than the report does, or the contrary of it, the report's own kroner in proportion. Nothing of it is then left over.
 */
export const placedOfReport = (ties: string): string => `
  select t.batch_id, t.spend_line_no, t.version_id, t.report_line_no,
    case when t.signed = t.report_amount or sign(t.signed) = sign(t.report_amount) and abs(t.signed) <= abs(t.report_amount) then t.amount
         else round(t.report_amount * t.upto / t.of_counted, 2) - round(t.report_amount * (t.upto - abs(t.amount)) / t.of_counted, 2) end as amount
  from (
    select c.*, sum(c.amount) over w as signed, sum(abs(c.amount)) over w as of_counted, sum(abs(c.amount)) over (w order by c.batch_id, c.spend_line_no) as upto
    from ${ties} c where c.is_counted window w as (partition by c.version_id, c.report_line_no)
  ) t`;
