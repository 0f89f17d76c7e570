-- Whether a row is of the operating or the investment accounts; null where that is not known, and where nothing is booked.
alter table insight.combined_line add column account_class text check (account_class in ('operating', 'investment'));
