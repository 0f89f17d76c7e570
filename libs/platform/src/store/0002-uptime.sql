-- When the server was last seen, and from when until when it was not: a deadline that fell into such a time is judged with that in sight.
create table platform.uptime (
  only_row boolean primary key default true check (only_row),
  last_seen timestamptz
);
insert into platform.uptime default values;
create table platform.downtime (
  from_at timestamptz primary key,
  until_at timestamptz not null,
  check (until_at > from_at)
);
grant select, update on platform.uptime to tallgrunn_app;
grant select, insert on platform.downtime to tallgrunn_app;
