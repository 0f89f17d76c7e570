-- A page by day of some months is cut along the days of each month of the books: a quarter far back then passes over nothing.
create index combined_line_by_month on insight.combined_line (cooperative_id, month, coalesce(spent_on, date '0001-01-01') desc, key desc);
