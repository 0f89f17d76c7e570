-- An id of 16 bytes replaces the key of 43 in every index. It is packed from the parts of the key: the end of the document's id, the line and the part. Rows of a
-- document are adjacent in an index, so that its pages are filled, and few of them change with a report.
alter table insight.combined_line add column id uuid not null generated always as (
  (right(replace(coalesce(batch_id, version_id)::text, '-', ''), 18) || lpad(to_hex(coalesce(spend_line_no, report_line_no)), 8, '0') || lpad(to_hex(coalesce(part, 0)), 6, '0'))::uuid
) stored;
drop index insight.combined_line_by_amount, insight.combined_line_by_day, insight.combined_line_by_month, insight.combined_line_by_kg, insight.combined_line_by_booked_line, insight.combined_line_by_reported_line;
alter table insight.combined_line drop constraint combined_line_pkey, add primary key (cooperative_id, id);
-- The orders of pages, as before, with the id in the place of the key.
create index combined_line_by_amount on insight.combined_line (cooperative_id, abs(coalesce(booked_amount, outside_amount, reported_amount)) desc, id desc, state);
create index combined_line_by_day on insight.combined_line (cooperative_id, coalesce(spent_on, date '0001-01-01') desc, id desc, month);
create index combined_line_by_month on insight.combined_line (cooperative_id, month, coalesce(spent_on, date '0001-01-01') desc, id desc);
create index combined_line_by_kg on insight.combined_line (cooperative_id, abs(coalesce(kg, 0)) desc, id desc);
-- A document is of one cooperative, so that its id finds the lines without the cooperative's.
create index combined_line_by_booked_line on insight.combined_line (batch_id, spend_line_no) where batch_id is not null;
create index combined_line_by_reported_line on insight.combined_line (version_id, report_line_no) where version_id is not null;
