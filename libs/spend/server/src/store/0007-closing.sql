-- Whether a posting is of a period after the twelfth, in which a year is closed. Its month is December.
alter table spend.posting add column closing boolean not null default false;
select platform.loadable('spend.posting', array['closing']);
