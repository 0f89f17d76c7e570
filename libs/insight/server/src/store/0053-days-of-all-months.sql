-- A page by date of one buyer or supplier is read along all days: merged from the days of each month, every row of theirs was read (more than 3 s among ten million rows).
create index combined_line_by_day on insight.combined_line (cooperative_id, sort_day desc, id desc, month);
