-- How far a buyer's e-invoices are read is asked for often, and answered from the last entry.
create index invoice_by_day on spend.invoice (cooperative_id, buyer_id, issued_on);
