/** SQL: counts the invoices of batches by buyer and month of issue, replacing earlier counts. $1: batch ids. */
export const COUNT_INVOICE_MONTHS_SQL: readonly string[] = [
  'delete from spend.invoice_month where batch_id = any ($1::uuid[])',
  `insert into spend.invoice_month (batch_id, month_no, buyer_id, month, invoice_count)
   select m.batch_id, row_number() over (partition by m.batch_id), m.buyer_id, m.month, m.invoice_count
   from (
     select i.batch_id, i.buyer_id, to_char(i.issued_on, 'YYYY-MM') as month, count(*) as invoice_count
     from spend.invoice i where i.batch_id = any ($1::uuid[]) and not i.repeated and i.buyer_id is not null and i.issued_on is not null group by i.batch_id, i.buyer_id, to_char(i.issued_on, 'YYYY-MM')
   ) m`,
];
