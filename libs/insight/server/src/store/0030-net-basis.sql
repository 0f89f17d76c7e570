-- A booked amount is without VAT, as the spend room tells it; where that is not known it has none, and what the ledger says stands outside the sums. Rows are
-- made anew by the run after this step.
alter table insight.combined_line add column net_basis text, add column outside_amount numeric(18, 2);
drop index insight.combined_line_by_booked;
create index combined_line_by_booked on insight.combined_line (cooperative_id, abs(coalesce(booked_amount, outside_amount, reported_amount)) desc, key);
