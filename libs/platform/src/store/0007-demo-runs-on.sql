-- How far a demo's clock has come: begun anew it runs on from there, or what is decided after would be older than what was decided before.
alter table platform.instance add column ran_until timestamptz;
