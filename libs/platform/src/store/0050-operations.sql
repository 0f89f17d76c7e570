-- What serve and work look at when they start: whether the database has the steps that they need.
grant select on platform.migration to tallgrunn_app;

-- The machine's own clock beside the time of day: a time of day that somebody sets is no downtime.
alter table platform.uptime add column boot_id text, add column boot_seconds float8;

-- Every program that runs, on whatever machine, and how it is. A row that has no beat for long is of one that was killed.
create table platform.service_process (
  id uuid primary key,
  program text not null check (program in ('serve', 'work')),
  host text not null,
  pid int not null,
  version text not null,
  started_at timestamptz not null default now(),
  last_beat_at timestamptz not null default now(),
  parts jsonb not null
);
grant select, insert, update, delete on platform.service_process to tallgrunn_app;

-- Faults that last. A row is there while its fault is; who sets `notified_at` is the one process that reports it.
create table platform.alert (
  name text not null,
  subject text not null,
  since_at timestamptz not null default now(),
  last_observed_at timestamptz not null default now(),
  notified_at timestamptz,
  primary key (name, subject)
);
grant select, insert, update, delete on platform.alert to tallgrunn_app;
