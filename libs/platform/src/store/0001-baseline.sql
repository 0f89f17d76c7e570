-- The settings of a unit of work: a person who acts for an organisation of a cooperative.
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

-- Role of the acting membership.
create function platform.role() returns text language sql stable parallel safe
  return coalesce(current_setting('app.role', true), '');

-- Auditors and readers write nothing, whatever else a policy allows. Their reading is recorded: the audit log and
-- security events have no such policy.
create function platform.deny_writes_to_auditors(target regclass) returns void language plpgsql as $$
begin
  execute format('create policy auditors_add_nothing on %s as restrictive for insert with check (platform.role() not in (''auditor'', ''reader''))', target);
  execute format('create policy auditors_change_nothing on %s as restrictive for update using (platform.role() not in (''auditor'', ''reader''))', target);
  execute format('create policy auditors_remove_nothing on %s as restrictive for delete using (platform.role() not in (''auditor'', ''reader''))', target);
end $$;

-- Enables row-level security on a table: a row is seen by its own cooperative, and by the sides named here.
-- supplier, buyer: the column of the organisation whose rows that side sees; null hides the table from that side.
-- everyone: every side of the cooperative reads it. writers: which sides may write. Auditors and readers never write.
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
  execute format('create policy reads on %s for select using (cooperative_id = platform.cooperative() and (%s))',
    target, seen);
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
  -- maintain: the app analyses tables after it has loaded them
  execute format('grant %s, maintain on %s to tallgrunn_app', privileges, target);
  perform platform.deny_writes_to_auditors(target);
end $$;

-- Lets the loader fill a line table with COPY. It may write the named columns, and neither read nor set the tenant.
create function platform.loadable(target regclass, columns text[]) returns void language plpgsql as $$
begin
  execute format('grant usage on schema %I to tallgrunn_loader', (select relnamespace::regnamespace::text
    from pg_class where oid = target));
  execute format('grant insert (%s) on %s to tallgrunn_loader', (select string_agg(format('%I', c), ', ')
    from unnest(columns) c), target);
end $$;

-- Domain events of rooms, written in the transaction of the change.
create table platform.domain_event (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  name text not null,
  subject_id uuid not null,
  payload jsonb not null default '{}',
  announced_at timestamptz not null,
  primary key (cooperative_id, id)
);
select platform.protect('platform.domain_event', everyone => true, privileges => 'select, insert');

-- Jobs that subscribe to domain events. `migrate` writes them as the rooms declare them, so that events wait for a
-- worker that is down.
create table platform.event_subscription (
  fact_name text not null,
  job_name text not null,
  waiting text not null check (waiting in ('all', 'one')),
  primary key (fact_name, job_name)
);
grant select on platform.event_subscription to tallgrunn_app;

-- Progress of jobs. Written on a connection of its own, so that it is visible before the job commits.
create table platform.job_progress (
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
select platform.protect('platform.job_progress', everyone => true);

-- Files as received, by content. They are accessible only through a row of the room that received them.
create table platform.stored_file (
  cooperative_id uuid not null default platform.cooperative(),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null,
  kept_at timestamptz not null,
  primary key (cooperative_id, sha256)
);
select platform.protect('platform.stored_file', everyone => true, privileges => 'select, insert');
grant delete on platform.stored_file to tallgrunn_app;

-- Audit log: who did what, for which organisation. Rows are only added.
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
  -- The API key, if any. The person who created it is in person_id.
  api_key_id uuid,
  -- Set by the database: an entry takes person, organisation and channel from the unit of work, and the time from the
  -- server. A demo has its own day in `at`, and the true time in recorded_at.
  recorded_at timestamptz,
  primary key (cooperative_id, id)
);
create index audit_entry_by_recording on platform.audit_entry (recorded_at);
create index audit_entry_by_time on platform.audit_entry (cooperative_id, at desc, id desc);
select platform.protect('platform.audit_entry', everyone => true, privileges => 'select, insert');
drop policy auditors_add_nothing on platform.audit_entry;
drop policy auditors_change_nothing on platform.audit_entry;
drop policy auditors_remove_nothing on platform.audit_entry;
alter policy reads on platform.audit_entry using (cooperative_id = platform.cooperative()
  and ((platform.side() in ('cooperative', 'system')) or organisation_id = platform.organisation()));

-- Numbers shown to people, counted per cooperative: R-2026-00123.
create table platform.counter (
  cooperative_id uuid not null default platform.cooperative(),
  series text not null,
  last_number bigint not null default 0,
  primary key (cooperative_id, series)
);
select platform.protect('platform.counter', everyone => true);

-- Settings of the installation. A demo has a day of its own, and says so.
create table platform.instance (
  only_row boolean primary key default true check (only_row),
  demo boolean not null default false,
  as_of timestamptz,
  loading jsonb,
  -- Latest time of a demo's clock. A restarted demo continues from it, so that later decisions have later times.
  ran_until timestamptz
);
insert into platform.instance default values;
grant select, update on platform.instance to tallgrunn_app;

-- The last heartbeat of the server, and its downtimes: a deadline during a downtime is judged with regard to it.
create table platform.heartbeat (
  only_row boolean primary key default true check (only_row),
  last_seen timestamptz,
  -- The machine's uptime beside the time of day: a changed time of day is no downtime.
  boot_id text,
  boot_seconds float8
);
insert into platform.heartbeat default values;
grant select, update on platform.heartbeat to tallgrunn_app;

create table platform.downtime (
  from_at timestamptz primary key,
  until_at timestamptz not null,
  check (until_at > from_at)
);
grant insert, select on platform.downtime to tallgrunn_app;

-- Returns whether a row of the cooperative refers to a stored file, in any table with a column file_sha256.
create function platform.names_file(sha256 text) returns boolean language plpgsql stable as $$
declare
  place record;
  named boolean;
begin
  for place in
    select attrelid::regclass as target from pg_attribute
    where attname = 'file_sha256' and not attisdropped and has_table_privilege(attrelid, 'select')
      and (select relkind from pg_class where oid = attrelid) in ('r', 'p')
  loop
    execute format('select exists (select from %s where cooperative_id = platform.cooperative() and file_sha256 = $1)', place.target) into named using sha256;
    if named then
      return true;
    end if;
  end loop;
  return false;
end $$;

-- Returns the server's time for a decision, whatever the statement contains. A demo has a time of its own, and there
-- that of the statement is used.
create function platform.moment(told timestamptz) returns timestamptz stable language sql as $$
  select case when (select as_of from platform.instance) is null then clock_timestamp() else told end
$$;

-- For tables on which one person decides what another proposed. Triggers fire by name: `decision_time` before `guard_…`.
create function platform.set_decision_time() returns trigger language plpgsql as $$
begin
  new.decided_at := platform.moment(new.decided_at);
  return new;
end $$;

-- Security events: sign-ins, refusals, exports and changes of access. Rows are only added. An event of no cooperative
-- (a sign-in, a refused address) has the nil tenant.
create function platform.installation() returns uuid language sql immutable parallel safe
  return '00000000-0000-0000-0000-000000000000'::uuid;

create table platform.security_event (
  cooperative_id uuid not null default coalesce(platform.cooperative(), platform.installation()),
  id uuid not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  event text not null check (event ~ '^[a-z][a-z0-9-]{2,60}$'),
  outcome text not null check (outcome in ('success', 'failure')),
  organisation_id uuid,
  person_id uuid,
  membership_id uuid,
  api_key_id uuid,
  via text,
  address text check (length(address) <= 64),
  account_hash text check (account_hash ~ '^[0-9a-f]{64}$'),
  occurrence_count int not null default 1 check (occurrence_count > 0),
  details jsonb not null default '{}' check (length(details::text) <= 4000),
  primary key (cooperative_id, id)
);
create index security_event_by_person on platform.security_event (person_id, occurred_at desc)
  where person_id is not null;
create index security_event_by_recording on platform.security_event (recorded_at);
create index security_event_by_time on platform.security_event (cooperative_id, occurred_at desc, id desc);
select platform.protect('platform.security_event', everyone => true, privileges => 'select, insert');
drop policy auditors_add_nothing on platform.security_event;
create policy adds_outside on platform.security_event for insert with check (platform.side() = '');
alter policy reads on platform.security_event using (cooperative_id = platform.cooperative()
  and platform.role() <> 'auditor' and ((platform.side() in ('cooperative', 'system'))
  or organisation_id = platform.organisation()));
create policy removes on platform.security_event for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system' and recorded_at < (now() - '90 days'::interval));
grant delete on platform.security_event to tallgrunn_app;

-- Sets the server's time (except in a demo) and, in a unit of work, its person and tenant.
create function platform.bind_security_event() returns trigger language plpgsql as $$
begin
  new.recorded_at := clock_timestamp();
  new.occurred_at := platform.moment(new.occurred_at);
  if platform.side() <> '' then
    new.cooperative_id := platform.cooperative();
    new.organisation_id := platform.organisation();
    new.person_id := platform.person();
    new.membership_id := platform.membership();
    new.api_key_id := nullif(current_setting('app.api_key_id', true), '')::uuid;
    new.via := nullif(current_setting('app.via', true), '');
  end if;
  return new;
end $$;

create function platform.bind_audit_entry() returns trigger language plpgsql as $$
begin
  new.cooperative_id := platform.cooperative();
  new.recorded_at := clock_timestamp();
  new.at := platform.moment(new.at);
  new.person_id := platform.person();
  new.membership_id := platform.membership();
  new.organisation_id := platform.organisation();
  new.side := platform.side();
  new.via := coalesce(nullif(current_setting('app.via', true), ''), 'unknown');
  new.api_key_id := nullif(current_setting('app.api_key_id', true), '')::uuid;
  return new;
end $$;

-- Free texts of audit entries, stored separately so that they can be erased without changing the hashed entry. The
-- entry's details contain the SHA-256 of a random salt and the text. Without the salt the hash reveals nothing about
-- a short text.
create table platform.audit_text (
  cooperative_id uuid not null default platform.cooperative(),
  entry_id uuid not null,
  place text[] not null,
  salt bytea,
  text text,
  erased_at timestamptz,
  erased_by uuid,
  primary key (cooperative_id, entry_id, place),
  foreign key (cooperative_id, entry_id) references platform.audit_entry(cooperative_id, id),
  check ((text is null) = (erased_at is not null) and (text is null) = (salt is null))
);
select platform.protect('platform.audit_text', everyone => true, privileges => 'select, insert');
drop policy auditors_add_nothing on platform.audit_text;
drop policy changes on platform.audit_text;
create policy erases on platform.audit_text for update using (cooperative_id = platform.cooperative()
  and platform.side() = 'system') with check (cooperative_id = platform.cooperative() and text is null);
alter policy reads on platform.audit_text using (cooperative_id = platform.cooperative()
  and (exists ( select from platform.audit_entry e
  where e.cooperative_id = audit_text.cooperative_id and e.id = audit_text.entry_id)));
grant update (salt, text, erased_at, erased_by) on platform.audit_text to tallgrunn_app;

create function platform.check_audit_text() returns trigger language plpgsql as $$
declare
  stated text;
begin
  select e.details #>> (new.place || 'textHash'::text) into stated from platform.audit_entry e
    where e.cooperative_id = new.cooperative_id and e.id = new.entry_id;
  if stated is null or stated <> encode(sha256(new.salt || convert_to(new.text, 'UTF8')), 'hex') then
    raise exception 'The audit entry does not refer to this text.';
  end if;
  return new;
end $$;

-- Returns the details of an entry with its texts. An erased text remains a hash.
create function platform.audit_details(cooperative uuid, entry uuid, details jsonb)
  returns jsonb stable language plpgsql as $$
declare
  part record;
begin
  for part in
    select place, text from platform.audit_text t where t.cooperative_id = cooperative and t.entry_id = entry
      and t.text is not null
  loop
    details := jsonb_set(details, part.place, to_jsonb(part.text));
  end loop;
  return details;
end $$;

-- Hash chains over audit entries and security events, one for each cooperative and one for the installation. A link
-- is added after the entry is committed, so that writers do not wait for each other. Only the id of the entry is
-- supplied; the rest is calculated here.
create function platform.audit_entry_hash(e platform.audit_entry) returns bytea immutable language sql as $$
  select sha256(convert_to(jsonb_build_array(e.cooperative_id, e.id, extract(epoch from e.at), extract(epoch
    from e.recorded_at), e.person_id, e.membership_id,
    e.organisation_id, e.side, e.via, e.act, e.subject_kind, e.subject_id, e.details, e.api_key_id)::text, 'UTF8'))
$$;

create function platform.security_event_hash(e platform.security_event) returns bytea immutable language sql as $$
  select sha256(convert_to(jsonb_build_array(e.cooperative_id, e.id, extract(epoch
    from e.occurred_at), extract(epoch from e.recorded_at), e.event, e.outcome,
    e.organisation_id, e.person_id, e.membership_id, e.api_key_id, e.via, e.address, e.account_hash,
      e.occurrence_count, e.details)::text, 'UTF8'))
$$;

create table platform.audit_link (
  cooperative_id uuid not null default platform.cooperative(),
  sequence bigint not null,
  entry_kind text not null check (entry_kind in ('audit', 'security')),
  entry_id uuid not null,
  entry_hash bytea not null,
  sealed_at timestamptz not null,
  hash bytea not null,
  primary key (cooperative_id, sequence),
  unique (cooperative_id, entry_kind, entry_id)
);
select platform.protect('platform.audit_link', writers => array['system'], privileges => 'select, insert');

create function platform.audit_link_hash(previous bytea, l platform.audit_link)
  returns bytea immutable language sql as $$
  select sha256(coalesce(previous, '\x'::bytea) || convert_to(jsonb_build_array(l.cooperative_id, l.sequence,
    l.entry_kind, l.entry_id, encode(l.entry_hash, 'hex'), extract(epoch from l.sealed_at))::text, 'UTF8'))
$$;

create function platform.make_audit_link() returns trigger language plpgsql as $$
declare
  previous platform.audit_link;
begin
  new.cooperative_id := platform.cooperative();
  perform pg_advisory_xact_lock(hashtextextended('platform.audit_link ' || new.cooperative_id, 0));
  select * into previous from platform.audit_link l
    where l.cooperative_id = new.cooperative_id order by l.sequence desc limit 1;
  if new.entry_kind = 'audit' then
    select platform.audit_entry_hash(e) into new.entry_hash from platform.audit_entry e
      where e.cooperative_id = new.cooperative_id and e.id = new.entry_id;
  else
    select platform.security_event_hash(e) into new.entry_hash from platform.security_event e
      where e.cooperative_id = new.cooperative_id and e.id = new.entry_id;
  end if;
  if new.entry_hash is null then
    raise exception 'There is no audit entry to seal.';
  end if;
  new.sequence := coalesce(previous.sequence, 0) + 1;
  new.sealed_at := clock_timestamp();
  new.hash := platform.audit_link_hash(previous.hash, new);
  return new;
end $$;

-- Columns of free text in which a person may be named. Rooms register theirs; erasure replaces a text that names the
-- person.
create table platform.erasable_column (
  target text not null,
  column_name text not null,
  primary key (target, column_name)
);
grant select on platform.erasable_column to tallgrunn_app;

create function platform.erased_text() returns text language sql immutable parallel safe
  return '[slettet]';

-- Returns whether a change of a row only erases texts in these columns, by the product itself.
create function platform.is_erasure(before jsonb, after jsonb, columns text[]) returns boolean language sql stable as $$
  select platform.side() = 'system' and before - columns = after - columns
    and not exists (select from unnest(columns) c where before ->> c is distinct
      from after ->> c and after ->> c <> platform.erased_text())
$$;

-- For columns that the app cannot change otherwise: they may only be erased.
create function platform.only_erase() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) ->> tg_argv[0] is distinct from to_jsonb(old) ->> tg_argv[0]
    and to_jsonb(new) ->> tg_argv[0] <> platform.erased_text() then
    raise exception '%.% can only be erased.', tg_table_name, tg_argv[0];
  end if;
  return new;
end $$;

create function platform.erasable(target regclass, columns name[]) returns void language plpgsql as $$
declare
  each_column name;
begin
  foreach each_column in array columns loop
    insert into platform.erasable_column (target, column_name) values (target::text, each_column);
    if not has_column_privilege('tallgrunn_app', target, each_column, 'update') then
      execute format('grant update (%I) on %s to tallgrunn_app', each_column, target);
      execute format('create trigger %I before update of %I on %s for each row execute function platform.only_erase(%L)',
        'only_erase_' || each_column, each_column, target, each_column);
    end if;
  end loop;
  if not exists (select from pg_policy p where p.polrelid = target and p.polname = 'erases') then
    execute format(
      'create policy erases on %s for update using (cooperative_id = platform.cooperative() and platform.side() = ''system'')', target);
  end if;
end $$;

-- Erases the texts of the cooperative that contain one of the mentions (in lower case). Returns the number by column.
create function platform.erase_mentions(mentions text[])
  returns table (place text, erased bigint) language plpgsql as $$
declare
  each_column platform.erasable_column;
begin
  for each_column in select * from platform.erasable_column order by target, column_name loop
    execute format(
      'update %s set %I = platform.erased_text() where cooperative_id = platform.cooperative() and %I <> platform.erased_text()
       and exists (select from unnest($1) mention where position(mention in lower(%I)) > 0)',
      each_column.target, each_column.column_name, each_column.column_name, each_column.column_name) using mentions;
    get diagnostics erased = row_count;
    place := each_column.target || '.' || each_column.column_name;
    if erased > 0 then
      return next;
    end if;
  end loop;
  update platform.audit_text t set text = null, salt = null, erased_at = now(), erased_by = platform.person()
  where t.cooperative_id = platform.cooperative() and t.text is not null and exists (select
    from unnest(mentions) mention where position(mention in lower(t.text)) > 0);
  get diagnostics erased = row_count;
  place := 'platform.audit_text.text';
  if erased > 0 then
    return next;
  end if;
end $$;

-- Retention period of each kind of record. Null: until the cooperative is deleted.
create table platform.retention_period (
  kind text primary key,
  days int check (days >= 1),
  changed_at timestamptz not null default now()
);
grant insert, select, update on platform.retention_period to tallgrunn_app;

create table platform.retention_run (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  ran_at timestamptz not null default clock_timestamp(),
  kind text not null,
  days int not null,
  removed_count bigint not null,
  primary key (cooperative_id, id)
);
select platform.protect('platform.retention_run', writers => array['system'], privileges => 'select, insert');

-- Security events for other rooms: the rows that the policies allow.
create view platform.door_security_event with (security_invoker) as
  select cooperative_id, id, occurred_at, recorded_at, event, outcome, organisation_id, person_id, via, address,
    occurrence_count, details
  from platform.security_event;
grant select on platform.door_security_event to tallgrunn_app;

-- Merging of two records of an organisation: every row that names one is changed to name the other.
-- Which records were merged into which. Rows are only added, and changed when the remaining record is merged itself.
create table platform.merged_organisation (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  into_id uuid not null,
  merged_at timestamptz not null,
  primary key (cooperative_id, id),
  constraint not_into_itself check (into_id <> id)
);
select platform.protect('platform.merged_organisation', everyone => true, writers => array['cooperative', 'system'],
  privileges => 'select, insert');

create function platform.merged_into(organisation_id uuid) returns uuid language sql stable parallel safe as $$
  select m.into_id from platform.merged_organisation m
    where m.cooperative_id = platform.cooperative() and m.id = organisation_id
$$;

create view platform.door_merged_organisation with (security_invoker) as
  select m.cooperative_id, m.id, m.into_id, m.merged_at from platform.merged_organisation m;
grant select on platform.door_merged_organisation to tallgrunn_app;

-- Every column that names an organisation, and the effect of a merge on it, as rooms register them.
-- moved: rows follow to the remaining organisation. retained: rows keep their record, for the stated reason.
-- duplicates: for a row whose key the other organisation has too. Null refuses the merge. Otherwise `harmless_when`
-- (SQL of a, the row to move, and b, the existing row) must be true, and the row is removed or retained.
create table platform.organisation_reference (
  target text not null,
  column_name text not null,
  rule text not null check (rule in ('moved', 'retained')),
  counted_as text not null,
  duplicates text check (duplicates in ('removed', 'retained')),
  harmless_when text,
  reason text,
  primary key (target, column_name),
  check ((duplicates is null) = (harmless_when is null)),
  check ((rule = 'retained' or coalesce(duplicates, '') = 'retained') = (reason is not null))
);
grant select on platform.organisation_reference to tallgrunn_app;

-- Functions of rooms for merges. 'conflicts' (from, into) returns what must be settled before. 'prepare' (from, into)
-- changes what the registered columns do not cover.
create table platform.organisation_merge_function (
  function_name text primary key,
  part text not null check (part in ('conflicts', 'prepare'))
);
grant select on platform.organisation_merge_function to tallgrunn_app;

create function platform.refuse_reference() returns trigger language plpgsql as $$
begin
  raise exception '%: a row can only move to the organisation that its own was merged into.', tg_table_name;
end $$;

-- Lets the product change a column that the app cannot change otherwise. The caller limits the new values.
create function platform.open_to_merges(target regclass, column_name name) returns boolean language plpgsql as $$
begin
  if has_column_privilege('tallgrunn_app', target, column_name, 'update') then
    return false;
  end if;
  execute format('grant update (%I) on %s to tallgrunn_app', column_name, target);
  if not exists (select from pg_policy p where p.polrelid = target and p.polname = 'merges') then
    execute format(
      'create policy merges on %s for update using (cooperative_id = platform.cooperative() and platform.side() = ''system'')', target);
  end if;
  return true;
end $$;

create function platform.moves_with_organisation(
  target regclass, column_name name, counted_as text, duplicates text default null, harmless_when text default null,
    reason text default null
) returns void language plpgsql as $$
declare
  foreign_key name;
begin
  insert into platform.organisation_reference values (target::text, column_name, 'moved', counted_as, duplicates,
    harmless_when, reason);
  if platform.open_to_merges(target, column_name) then
    execute format(
      'create trigger %I before update of %I on %s for each row
       when (new.%2$I is distinct from old.%2$I and new.%2$I is distinct from platform.merged_into(old.%2$I))
       execute function platform.refuse_reference()',
      'only_merge_' || column_name, column_name, target);
  elsif not exists (select from pg_policy p where p.polrelid = target and p.polname = 'merges') then
    execute format(
      'create policy merges on %s for update using (cooperative_id = platform.cooperative() and platform.side() = ''system'')', target);
  end if;
  if duplicates = 'removed' and not has_table_privilege('tallgrunn_app', target, 'delete') then
    execute format('grant delete on %s to tallgrunn_app', target);
    execute format(
      'create policy removes_merged on %s for delete
       using (cooperative_id = platform.cooperative() and platform.side() = ''system''
         and platform.merged_into(%I) is not null)',
      target, column_name);
  end if;
  -- Foreign keys that contain the organisation are checked when all their tables have moved.
  for foreign_key in
    select k.conname from pg_constraint k
    join pg_attribute a on (a.attrelid = target) and a.attname = column_name and a.attnum = any (k.conkey)
    where k.conrelid = target and k.contype = 'f' and not k.condeferrable
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', target, foreign_key);
  end loop;
end $$;

create function platform.stays_with_organisation(target regclass, column_name name, counted_as text,
  reason text) returns void language sql as $$
  insert into platform.organisation_reference values (target::text, column_name, 'retained', counted_as, null, null,
    reason)
$$;

create function platform.takes_part_in_merges(function_name text, part text) returns void language sql as $$
  insert into platform.organisation_merge_function values (function_name, part)
$$;

-- Returns SQL for the rows of organisation $1 whose unique key organisation $2 has too, and whether that is harmless.
-- Null: there can be none.
create function platform.duplicates_sql(ref platform.organisation_reference) returns text language plpgsql stable as $$
declare
  found text[] := '{}';
  key record;
begin
  for key in
    select x.indexrelid, x.indnullsnotdistinct as nulls_equal, coalesce(pg_get_expr(x.indpred, x.indrelid),
      'true') as only_when,
      array(select pg_get_indexdef(x.indexrelid, k, true) from generate_series(1, x.indnkeyatts) k
            where pg_get_indexdef(x.indexrelid, k, true) <> quote_ident(ref.column_name)) as others
    from pg_index x join pg_attribute a on (a.attrelid = x.indrelid) and a.attname = ref.column_name
    where x.indrelid = ref.target::regclass and x.indisunique and a.attnum = any (x.indkey)
      -- A key that is unique without the organisation has no duplicates.
      and not exists (
        select from pg_index y where y.indrelid = x.indrelid and y.indisunique and y.indpred is null
          and y.indexprs is null
          and not a.attnum = any (y.indkey) and string_to_array(y.indkey::text,
            ' ') <@ string_to_array(x.indkey::text, ' '))
  loop
    found := found || format(
      'select a.row_place, coalesce((%s), false) as harmless
       from (select t.ctid as row_place, t.*%s from %s t where t.%I = $1 and %s) a
       join (select t.*%6$s from %3$s t where t.%4$I = $2 and %5$s) b on %7$s',
      coalesce(ref.harmless_when, 'false'),
      (select string_agg(format(', (%s) as key_%s', expression, n), '')
        from unnest(key.others) with ordinality o (expression, n)),
      ref.target, ref.column_name, key.only_when,
      (select string_agg(format(', (%s) as key_%s', expression, n), '')
        from unnest(key.others) with ordinality o (expression, n)),
      (select string_agg(format(case when key.nulls_equal
        then 'a.key_%s is not distinct from b.key_%1$s' else 'a.key_%s = b.key_%1$s' end, n), ' and ')
       from unnest(key.others) with ordinality o (expression, n)));
  end loop;
  if cardinality(found) = 0 then
    return null;
  end if;
  return format('select row_place, bool_and(harmless) as harmless from (%s) d group by row_place',
    array_to_string(found, ' union all '));
end $$;

create function platform.is_list_reference(ref platform.organisation_reference)
  returns boolean language sql stable as $$
  select a.atttypid = 'uuid[]'::regtype from pg_attribute a
    where a.attrelid = ref.target::regclass and a.attname = ref.column_name
$$;

-- Returns the number of rows that a merge would move, remove or retain, by column, and of those that refuse it.
create function platform.count_organisation_references(from_id uuid, into_id uuid)
returns table (target text, counted_as text, moved bigint, removed bigint, retained bigint, refused bigint)
  language plpgsql as $$
declare
  side text := platform.side();
  ref platform.organisation_reference;
  duplicates text;
begin
  perform set_config('app.side', 'system', true);
  for ref in select r.* from platform.organisation_reference r order by r.target, r.column_name loop
    duplicates := case when ref.rule = 'moved' and not platform.is_list_reference(ref)
      then platform.duplicates_sql(ref) end;
    execute format('select count(*) from %s t where t.cooperative_id = platform.cooperative() and %s', ref.target,
      case when platform.is_list_reference(ref) then format('$1 = any (t.%I)', ref.column_name) else format('t.%I = $1',
        ref.column_name) end)
      into moved using from_id;
    removed := 0; retained := 0; refused := 0;
    if ref.rule = 'retained' then
      retained := moved;
      moved := 0;
    elsif duplicates is not null and moved > 0 then
      execute format(
        'select count(*) filter (where harmless and $3 = ''removed''), count(*) filter (where harmless and $3 = ''retained''),
           count(*) filter (where not harmless) from (%s) d', duplicates)
        into removed, retained, refused using from_id, into_id, coalesce(ref.duplicates, '');
      moved := moved - removed - retained - refused;
    end if;
    if moved + removed + retained + refused > 0 then
      target := ref.target;
      counted_as := ref.counted_as;
      return next;
    end if;
  end loop;
  perform set_config('app.side', side, true);
end $$;

-- Returns what must be settled before two organisations can be merged, with an example of each.
create function platform.find_merge_conflicts(from_id uuid, into_id uuid)
returns table (code text, found text, expected text, total bigint) language plpgsql as $$
declare
  side text := platform.side();
  each_name text;
begin
  return query select 'duplicates'::text, c.counted_as, null::text, sum(c.refused)::bigint
    from platform.count_organisation_references(from_id, into_id) c where c.refused > 0 group by c.counted_as;
  perform set_config('app.side', 'system', true);
  for each_name in select f.function_name from platform.organisation_merge_function f
    where f.part = 'conflicts' order by 1 loop
    return query execute format('select c.code, c.found, c.expected, c.total from %s($1, $2) c',
      each_name) using from_id, into_id;
  end loop;
  perform set_config('app.side', side, true);
end $$;

-- Changes every row of one organisation to the other, as registered, and records the merge. The caller has found no
-- conflict.
create function platform.move_organisation_references(from_id uuid, into_id uuid, moment timestamptz)
returns table (target text, counted_as text, moved bigint, removed bigint, retained bigint) language plpgsql as $$
declare
  side text := platform.side();
  ref platform.organisation_reference;
  duplicates text;
  each_name text;
begin
  perform set_config('app.side', 'system', true);
  insert into platform.merged_organisation (id, into_id, merged_at) values (from_id, into_id, moment);
  set constraints all deferred;
  for each_name in select f.function_name from platform.organisation_merge_function f
    where f.part = 'prepare' order by 1 loop
    execute format('select %s($1, $2)', each_name) using from_id, into_id;
  end loop;
  for ref in select r.* from platform.organisation_reference r
    where r.rule = 'moved' order by r.target, r.column_name loop
    removed := 0; retained := 0;
    if platform.is_list_reference(ref) then
      execute format(
        'update %s t set %I = array_replace(t.%2$I, $1, $2) where t.cooperative_id = platform.cooperative() and $1 = any (t.%2$I)',
        ref.target, ref.column_name) using from_id, into_id;
      get diagnostics moved = row_count;
    else
      duplicates := platform.duplicates_sql(ref);
      if ref.duplicates = 'removed' and duplicates is not null then
        execute format('delete from %s t using (%s) d where t.ctid = d.row_place and d.harmless', ref.target,
          duplicates) using from_id, into_id;
        get diagnostics removed = row_count;
      elsif ref.duplicates = 'retained' and duplicates is not null then
        execute format('select count(*) from (%s) d where d.harmless', duplicates) into retained using from_id, into_id;
      end if;
      execute format('update %s t set %I = $2 where t.cooperative_id = platform.cooperative() and t.%2$I = $1%s',
        ref.target,
        ref.column_name,
        case when retained > 0 then format(' and t.ctid not in (select d.row_place from (%s) d where d.harmless)',
          duplicates) else '' end) using from_id, into_id;
      get diagnostics moved = row_count;
    end if;
    if moved + removed + retained > 0 then
      target := ref.target;
      counted_as := ref.counted_as;
      return next;
    end if;
  end loop;
  set constraints all immediate;
  perform set_config('app.side', side, true);
end $$;

-- Results of e-mails of a cooperative, one row for each attempt, without address and text. `reason`: codes of the
-- mail server or the delivery report, such as "550 5.1.1".
create table platform.mail_delivery (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  state text not null check (state in ('retrying', 'sent', 'stored', 'failed', 'bounced')),
  attempt_count int not null default 0,
  reason text,
  updated_at timestamptz not null,
  primary key (cooperative_id, id)
);
select platform.protect('platform.mail_delivery', writers => array['system']);

create view platform.door_mail_delivery with (security_invoker) as
  select d.cooperative_id, d.id, d.state, d.attempt_count, d.reason, d.updated_at from platform.mail_delivery d;
grant select on platform.door_mail_delivery to tallgrunn_app;

-- Running programs on all machines, and their health. A row without a recent heartbeat is of a killed program.
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
grant insert, select, update, delete on platform.service_process to tallgrunn_app;

-- Ongoing faults. The process that sets `notified_at` is the one that reports the fault.
create table platform.alert (
  name text not null,
  subject text not null,
  since_at timestamptz not null default now(),
  last_observed_at timestamptz not null default now(),
  notified_at timestamptz,
  primary key (name, subject)
);
grant insert, select, update, delete on platform.alert to tallgrunn_app;

-- Moves of cooperatives between two databases. Without a tenant: the row remains when the cooperative is deleted
-- here. moving: being copied from here. delivering: the other database is about to commit. moved: in the other
-- database. arriving: copied to here, and not confirmed by the other database. received: here.
create table platform.cooperative_move (
  moving_id uuid primary key,
  state text not null check (state in ('moving', 'delivering', 'moved', 'arriving', 'received')),
  -- Address of the other installation for its members, or empty.
  address text not null default '',
  -- Number of rows and hash of each table in both databases.
  sums jsonb not null default '{}',
  started_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp()
);
grant select on platform.cooperative_move to tallgrunn_app;

-- Lock shared by every transaction that writes for a cooperative. An exclusive lock means that none is left.
create function platform.move_lock(cooperative uuid) returns bigint language sql immutable parallel safe
  return hashtextextended('platform.cooperative_move ' || cooperative, 0);

create function platform.is_moving(cooperative uuid) returns boolean language sql stable
  return exists (select from platform.cooperative_move m where m.moving_id = cooperative and m.state <> 'received');

-- Returns the address of a cooperative that has moved: empty if not known, null if it is here.
create function platform.moved_to(cooperative uuid) returns text language sql stable
  return (select m.address from platform.cooperative_move m where m.moving_id = cooperative and m.state = 'moved');

-- Refuses writes for a cooperative that moves. A transaction asks once; the move waits for its later writes. The
-- loader cannot read, so the program asks before it acts as the loader.
create function platform.require_not_moving() returns void language plpgsql as $$
declare
  cooperative uuid := platform.cooperative();
  move platform.cooperative_move;
begin
  if cooperative is null or current_setting('app.may_write', true) = cooperative::text then
    return;
  end if;
  perform pg_advisory_xact_lock_shared(platform.move_lock(cooperative));
  select m.* into move from platform.cooperative_move m where m.moving_id = cooperative and m.state <> 'received';
  if move.state = 'moved' then
    raise exception 'the cooperative has moved' using errcode = 'TGM02', detail = move.address;
  elsif move.state is not null then
    raise exception 'the cooperative is being moved' using errcode = 'TGM01';
  end if;
  perform set_config('app.may_write', cooperative::text, true);
end $$;

-- `migrate` attaches it to every table with a tenant.
create function platform.refuse_while_moving() returns trigger language plpgsql as $$
begin
  perform platform.require_not_moving();
  return null;
end $$;

-- During a move, security events of the cooperative are stored for the installation, because its own log has been
-- copied.
create function platform.redirect_while_moving() returns trigger language plpgsql as $$
begin
  if new.cooperative_id <> platform.installation() then
    perform pg_advisory_xact_lock_shared(platform.move_lock(new.cooperative_id));
    if platform.is_moving(new.cooperative_id) then
      new.cooperative_id := platform.installation();
    end if;
  end if;
  return new;
end $$;

create or replace view platform.door_audit_entry with (security_invoker) as
  select cooperative_id, id, at, person_id, organisation_id, side, via, act,
    subject_kind, subject_id,
    platform.audit_details(cooperative_id, id, details) as details, api_key_id, recorded_at
  from platform.audit_entry;
grant select on platform.door_audit_entry to tallgrunn_app;

-- Storage sizes of the installation, measured daily. Of earlier months only the first day remains. They reveal
-- nothing about a cooperative.
create table platform.storage_measurement (
  measured_on date primary key,
  database_bytes bigint not null check (database_bytes >= 0),
  file_bytes bigint not null check (file_bytes >= 0)
);
grant insert, select, update, delete on platform.storage_measurement to tallgrunn_app;

-- Renames a table or view, its constraints and indexes, and the registrations that name it.
create function platform.rename_table(target regclass, new_name name) returns void language plpgsql as $$
declare
  qualified_name text := target::text;
  schema_name text := split_part(target::text, '.', 1);
  old_name text := split_part(target::text, '.', 2);
  part name;
begin
  for part in select conname from pg_constraint where conrelid = target and starts_with(conname, old_name || '_') loop
    execute format('alter table %s rename constraint %I to %I', target, part, new_name || substr(part,
      length(old_name) + 1));
  end loop;
  for part in
    select indexname from pg_indexes
    where schemaname = schema_name and tablename = old_name and starts_with(indexname, old_name || '_')
  loop
    execute format('alter index %I.%I rename to %I', schema_name, part, new_name || substr(part, length(old_name) + 1));
  end loop;
  execute format('alter table %s rename to %I', target, new_name);
  update platform.erasable_column e set target = $1::text where e.target = qualified_name;
  update platform.organisation_reference r set target = $1::text where r.target = qualified_name;
  update platform.organisation_reference r
  set harmless_when = replace(r.harmless_when, 'from ' || qualified_name || ' ', 'from ' || $1::text || ' ')
  where position('from ' || qualified_name || ' ' in r.harmless_when) > 0;
end $$;

-- Renames a column of a table or view, and the registrations that name it.
create function platform.rename_column(target regclass, old_name name, new_name name)
  returns void language plpgsql as $$
begin
  execute format('alter table %s rename column %I to %I', target, old_name, new_name);
  update platform.erasable_column e set column_name = new_name where e.target = $1::text and e.column_name = old_name;
  update platform.organisation_reference r set column_name = new_name
    where r.target = $1::text and r.column_name = old_name;
  update platform.organisation_reference r
  set harmless_when = regexp_replace(r.harmless_when, format('\m([a-z]+)\.%s\M', old_name), format('\1.%s',
    new_name), 'g')
  where split_part(r.target, '.', 1) = split_part($1::text, '.', 1);
end $$;

create policy removes on platform.stored_file for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system' and not platform.names_file(sha256));

select platform.stays_with_organisation('platform.audit_entry', 'organisation_id', 'audit-entries',
  'The audit log is never rewritten.');

create trigger bind before insert on platform.audit_entry
  for each row
  execute function platform.bind_audit_entry();

create policy adds_while_moving on platform.security_event for insert with check (cooperative_id
  = platform.installation() and platform.is_moving(platform.cooperative()));

select platform.stays_with_organisation('platform.security_event', 'organisation_id', 'audit-entries',
  'The security log is never rewritten.');

create trigger bind before insert on platform.security_event
  for each row
  execute function platform.bind_security_event();
create trigger redirect_while_moving before insert on platform.security_event
  for each row
  execute function platform.redirect_while_moving();

create trigger check_hash before insert on platform.audit_text
  for each row
  execute function platform.check_audit_text();

create trigger make before insert on platform.audit_link
  for each row
  execute function platform.make_audit_link();

select platform.moves_with_organisation('platform.merged_organisation', 'into_id', 'former-identities');
select platform.stays_with_organisation('platform.merged_organisation', 'id', 'other',
  'Tells which record was merged.');
