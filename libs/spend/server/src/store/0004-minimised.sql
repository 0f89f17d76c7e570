-- A file that was handed in waits in the spool, is read once, and its bytes go: hash, name, size and places stay. What of it was not kept,
-- and why, is counted.
alter table spend.batch add column spool_name text, add column withheld jsonb not null default '[]';
create index batch_by_spool on spend.batch (spool_name) where spool_name is not null;
