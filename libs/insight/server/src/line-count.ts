/** How many lines some rows `l` of the combined table are of: a booked line counts once, in however many parts it stands. */
export const LINES = '(count(*) filter (where l.part is null) + count(distinct (l.batch_id, l.spend_line_no)) filter (where l.part is not null))::int';
