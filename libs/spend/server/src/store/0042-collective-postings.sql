-- Several invoices that a ledger books together, as one sum for a day, a week or a month: each has a tie of its own, which names the first of them, and so do their
-- postings. Null of an invoice that is booked by itself.
alter table spend.tie add column collective_batch_id uuid, add column collective_invoice_no int,
  add check ((collective_batch_id is null) = (collective_invoice_no is null));
create index tie_by_collective on spend.tie (cooperative_id, collective_batch_id, collective_invoice_no) where collective_batch_id is not null;
