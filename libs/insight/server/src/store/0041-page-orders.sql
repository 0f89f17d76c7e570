-- A page of the combined table is cut along the index of its order: its columns are the order's, both ways. Months go with days, and states with amounts: those that a filter passes over
-- are passed over in the index. A key is of one row, whoever's it is.
drop index insight.combined_line_by_date, insight.combined_line_by_booked, insight.combined_line_by_key;
alter table insight.combined_line drop constraint combined_line_pkey, add primary key (cooperative_id, key);
create index combined_line_by_amount on insight.combined_line (cooperative_id, abs(coalesce(booked_amount, outside_amount, reported_amount)) desc, key desc, state);
create index combined_line_by_day on insight.combined_line (cooperative_id, coalesce(spent_on, date '0001-01-01') desc, key desc, month);
create index combined_line_by_kg on insight.combined_line (cooperative_id, abs(coalesce(kg, 0)) desc, key desc);
-- And along one of these where a filter leaves so little that it would be long to come by in that order.
create index combined_line_by_buyer on insight.combined_line (cooperative_id, buyer_id, month);
create index combined_line_by_state on insight.combined_line (cooperative_id, state);
create index combined_line_by_category on insight.combined_line (cooperative_id, category);
create index combined_line_by_method on insight.combined_line (cooperative_id, method);
