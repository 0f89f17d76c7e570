-- A row is opened by its key alone.
create index combined_line_by_key on insight.combined_line (cooperative_id, key);
