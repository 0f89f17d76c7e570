-- How many invoices each buyer has of each month is counted from the index alone.
create index invoice_counted on spend.invoice (cooperative_id, buyer_id, issued_on) where not repeated and buyer_id is not null and issued_on is not null;
