-- Whether a line is of the operating or the investment accounts, as spend tells it; null where that is not known, as of every line of a run from before: then nothing of it was read, and such a
-- run comes to the same when it is made again.
alter table emissions.result add column account_class text check (account_class in ('operating', 'investment'));
