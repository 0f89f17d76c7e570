/** How many lines some rows `l` of the combined table are of: a booked line counts once, in however many parts it stands. */
export const LINES = linesWhere('true');

/** Of those of the rows that meet a condition. */
export function linesWhere(condition: string): string {
  return `(count(*) filter (where l.part is null and ${condition}) + count(distinct (l.batch_id, l.spend_line_no)) filter (where l.part is not null and ${condition}))::int`;
}
