-- Security events: sign-ins, refusals, exports, changes of access. Rows are added and never changed.
-- An event that belongs to no cooperative (a sign-in, a refused address) stands under the nil tenant.
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
create index security_event_by_time on platform.security_event (cooperative_id, occurred_at desc, id desc);
create index security_event_by_person on platform.security_event (person_id, occurred_at desc) where person_id is not null;
create index security_event_by_recording on platform.security_event (recorded_at);

-- The time is the server's (a demo world keeps its own), and inside a unit of work so are person and tenant.
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
create trigger bind before insert on platform.security_event for each row execute function platform.bind_security_event();

select platform.protect('platform.security_event', everyone => true, privileges => 'select, insert');
drop policy reads on platform.security_event;
create policy reads on platform.security_event for select using (
  cooperative_id = platform.cooperative()
  and platform.role() <> 'auditor'
  and (platform.side() in ('cooperative', 'system') or organisation_id = platform.organisation())
);
-- An auditor's own acts are noted too.
drop policy auditors_add_nothing on platform.security_event;
-- Before anybody acts for anything, events are added and none is read.
create policy adds_outside on platform.security_event for insert with check (platform.side() = '');
