-- A page by date is merged from the days of each month, which combined_line_by_month has in order. No page reads along all days.
drop index insight.combined_line_by_day;
