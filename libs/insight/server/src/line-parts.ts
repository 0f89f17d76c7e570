/** What of a booked line `l` is weighed in which way: of one that reports explain in part, a krone with a factor is not one without. */
export const PARTS = 'left join emissions.door_result_part p on p.cooperative_id = l.cooperative_id and p.batch_id = l.batch_id and p.line_no = l.spend_line_no';

/** Of a part, or of the whole line where no run has weighed it. */
export const PART = { category: 'case when p.batch_id is null then l.category else p.category end', method: 'p.method', amount: 'coalesce(p.amount, l.booked_amount)' } as const;
