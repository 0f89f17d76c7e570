-- What every unit of work is set to: one person, acting for one organisation of one cooperative.
create function platform.cooperative() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.cooperative_id', true), '')::uuid;
create function platform.organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organisation_id', true), '')::uuid;
create function platform.person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person_id', true), '')::uuid;
create function platform.membership() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.membership_id', true), '')::uuid;
create function platform.side() returns text language sql stable parallel safe
  return coalesce(current_setting('app.side', true), '');

-- Stamps row-level security on a table: the same cooperative, and then the side's own rows.
-- supplier, buyer: the column that names the organisation whose rows that side sees; null hides the table from that side.
-- everyone: every side of the cooperative reads it. writers: which sides may write.
create function platform.protect(
  target regclass,
  supplier name default null,
  buyer name default null,
  everyone boolean default false,
  writers text[] default array['cooperative', 'supplier', 'buyer', 'system'],
  privileges text default 'select, insert, update'
) returns void language plpgsql as $$
declare
  seen text := 'platform.side() in (''cooperative'', ''system'')';
begin
  if everyone then
    seen := 'platform.side() <> ''''';
  end if;
  if supplier is not null then
    seen := seen || format(' or (platform.side() = ''supplier'' and %I = platform.organisation())', supplier);
  end if;
  if buyer is not null then
    seen := seen || format(' or (platform.side() = ''buyer'' and %I = platform.organisation())', buyer);
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy reads on %s for select using (cooperative_id = platform.cooperative() and (%s))', target, seen);
  execute format(
    'create policy adds on %s for insert with check (cooperative_id = platform.cooperative() and (%s) and platform.side() = any (%L::text[]))',
    target, seen, writers);
  execute format(
    'create policy changes on %s for update using (cooperative_id = platform.cooperative() and (%s) and platform.side() = any (%L::text[]))',
    target, seen, writers);
  if privileges ~ 'delete' then
    execute format(
      'create policy removes on %s for delete using (cooperative_id = platform.cooperative() and (%s) and platform.side() = any (%L::text[]))',
      target, seen, writers);
  end if;
  -- maintain: the app tells the planner of what it has loaded
  execute format('grant %s, maintain on %s to tallgrunn_app', privileges, target);
end $$;

-- Lets the loader fill a line table by COPY: it may write the named columns, never read, never name a tenant.
create function platform.loadable(target regclass, columns text[]) returns void language plpgsql as $$
begin
  execute format('grant usage on schema %I to tallgrunn_loader', (select relnamespace::regnamespace::text from pg_class where oid = target));
  execute format('grant insert (%s) on %s to tallgrunn_loader', (select string_agg(format('%I', c), ', ') from unnest(columns) c), target);
end $$;

-- A fact: what a room announced, in the transaction in which it became true.
create table platform.fact (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  name text not null,
  subject_id uuid not null,
  payload jsonb not null default '{}',
  announced_at timestamptz not null,
  primary key (cooperative_id, id)
);
select platform.protect('platform.fact', everyone => true, privileges => 'select, insert');

-- Who listens to which fact; written by migrate from what the rooms declare, so that a worker that is down misses nothing.
create table platform.listener (
  fact_name text not null,
  job_name text not null,
  waiting text not null check (waiting in ('all', 'one')),
  primary key (fact_name, job_name)
);
grant select on platform.listener to tallgrunn_app;

-- How far long work has come; written on a connection of its own, so that it is seen before the work commits.
create table platform.progress (
  cooperative_id uuid not null default platform.cooperative(),
  subject_id uuid not null,
  job_name text not null,
  state text not null check (state in ('waiting', 'working', 'done', 'failed')),
  stage text,
  done bigint not null default 0,
  total bigint,
  problem jsonb,
  updated_at timestamptz not null,
  primary key (cooperative_id, subject_id, job_name)
);
select platform.protect('platform.progress', everyone => true);

-- Files as they came, kept by content. Reached only through a row of the room that received them.
create table platform.stored_file (
  cooperative_id uuid not null default platform.cooperative(),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null,
  kept_at timestamptz not null,
  primary key (cooperative_id, sha256)
);
select platform.protect('platform.stored_file', everyone => true, privileges => 'select, insert');

-- Who did what, acting for whom. Rows are added and never changed.
create table platform.audit_entry (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  membership_id uuid,
  organisation_id uuid,
  side text not null,
  via text not null,
  act text not null,
  subject_kind text not null,
  subject_id text not null,
  details jsonb not null default '{}',
  primary key (cooperative_id, id)
);
create index audit_entry_by_time on platform.audit_entry (cooperative_id, at desc, id desc);
select platform.protect('platform.audit_entry', everyone => true, privileges => 'select, insert');
drop policy reads on platform.audit_entry;
create policy reads on platform.audit_entry for select using (
  cooperative_id = platform.cooperative()
  and (platform.side() in ('cooperative', 'system') or organisation_id = platform.organisation())
);

create view platform.door_audit_entry with (security_invoker) as
  select cooperative_id, id, at, person_id, organisation_id, side, via, act, subject_kind, subject_id, details from platform.audit_entry;
grant select on platform.door_audit_entry to tallgrunn_app;

-- Numbers people see, counted per cooperative: R-2026-00123.
create table platform.counter (
  cooperative_id uuid not null default platform.cooperative(),
  series text not null,
  last_number bigint not null default 0,
  primary key (cooperative_id, series)
);
select platform.protect('platform.counter', everyone => true);

-- What this installation is: a demo runs as of a set day and says so.
create table platform.instance (
  only_row boolean primary key default true check (only_row),
  demo boolean not null default false,
  as_of timestamptz,
  loading jsonb
);
insert into platform.instance default values;
grant select, update on platform.instance to tallgrunn_app;
