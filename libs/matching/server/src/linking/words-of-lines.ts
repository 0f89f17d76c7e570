/**
 * The words of booked lines `b` and of reported lines `r`, as `w`: for a `from` after the two. A run of everything joins them; one of a part looks each up by its place (`offset 0`),
 * for a join would read all lines there are.
 */
const lookedUp = (whole: boolean): string => (whole ? '' : 'offset 0');
export const wordsOfBooked = (whole: boolean): string => `cross join lateral (select l.item_name, l.invoice_number from spend.door_line_words l where l.batch_id = b.batch_id and l.line_no = b.line_no ${lookedUp(whole)}) w`;
export const wordsOfReported = (whole: boolean): string => `cross join lateral (select l.item_name, l.invoice_number from reporting.door_line_words l where l.version_id = r.version_id and l.line_no = r.line_no ${lookedUp(whole)}) w`;
