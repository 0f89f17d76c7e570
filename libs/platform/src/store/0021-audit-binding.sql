-- Who did it and when is the database's to say: an entry takes person, organisation and way in from the unit of work, its time from the
-- server. A demo world keeps its own day in `at`; the true time stands in recorded_at, which is empty for entries made before this step.
alter table platform.audit_entry add column recorded_at timestamptz;
create index audit_entry_by_recording on platform.audit_entry (recorded_at);

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
create trigger bind before insert on platform.audit_entry for each row execute function platform.bind_audit_entry();

-- Free texts of an entry, apart from it, so that they can be erased while the entry stays as it was hashed: in the entry's details each
-- text is replaced by the SHA-256 of a random salt and the text. Without the salt the hash says nothing about a short text.
create table platform.audit_text (
  cooperative_id uuid not null default platform.cooperative(),
  entry_id uuid not null,
  place text[] not null,
  salt bytea,
  text text,
  erased_at timestamptz,
  erased_by uuid,
  primary key (cooperative_id, entry_id, place),
  foreign key (cooperative_id, entry_id) references platform.audit_entry (cooperative_id, id),
  check ((text is null) = (erased_at is not null) and (text is null) = (salt is null))
);
select platform.protect('platform.audit_text', everyone => true, privileges => 'select, insert');
drop policy reads on platform.audit_text;
create policy reads on platform.audit_text for select using (
  cooperative_id = platform.cooperative()
  and exists (select from platform.audit_entry e where e.cooperative_id = audit_text.cooperative_id and e.id = audit_text.entry_id)
);
drop policy auditors_add_nothing on platform.audit_text;
drop policy changes on platform.audit_text;
-- A text may be erased by the product at the cooperative's word, and never be written anew.
create policy erases on platform.audit_text for update
  using (cooperative_id = platform.cooperative() and platform.side() = 'system')
  with check (cooperative_id = platform.cooperative() and text is null);
grant update (text, salt, erased_at, erased_by) on platform.audit_text to tallgrunn_app;

create function platform.check_audit_text() returns trigger language plpgsql as $$
declare
  stated text;
begin
  select e.details #>> (new.place || 'textHash'::text) into stated from platform.audit_entry e where e.cooperative_id = new.cooperative_id and e.id = new.entry_id;
  if stated is null or stated <> encode(sha256(new.salt || convert_to(new.text, 'UTF8')), 'hex') then
    raise exception 'a text that the entry does not name';
  end if;
  return new;
end $$;
create trigger check_hash before insert on platform.audit_text for each row execute function platform.check_audit_text();

-- Details of an entry with its texts in their places; an erased one stays a hash.
create function platform.audit_details(cooperative uuid, entry uuid, details jsonb) returns jsonb stable language plpgsql as $$
declare
  part record;
begin
  for part in
    select place, text from platform.audit_text t where t.cooperative_id = cooperative and t.entry_id = entry and t.text is not null
  loop
    details := jsonb_set(details, part.place, to_jsonb(part.text));
  end loop;
  return details;
end $$;

-- Texts of entries made before this step move out of them: details by these names, and whatever holds a space or an @.
alter table platform.audit_entry no force row level security;
alter table platform.audit_text no force row level security;
alter table platform.audit_text disable trigger check_hash;
do $$
declare
  part record;
  salt bytea;
begin
  for part in
    select e.cooperative_id, e.id, d.key, d.value #>> '{}' as text
    from platform.audit_entry e cross join lateral jsonb_each(e.details) d
    where jsonb_typeof(d.value) = 'string'
      and (d.key in ('reason', 'receivedFrom', 'name', 'fileName', 'title') or d.value #>> '{}' ~ '[@ ]')
  loop
    salt := uuid_send(gen_random_uuid());
    insert into platform.audit_text (cooperative_id, entry_id, place, salt, text) values (part.cooperative_id, part.id, array[part.key], salt, part.text);
    update platform.audit_entry set details = jsonb_set(details, array[part.key], jsonb_build_object('textHash', encode(sha256(salt || convert_to(part.text, 'UTF8')), 'hex')))
    where cooperative_id = part.cooperative_id and id = part.id;
  end loop;
end $$;
alter table platform.audit_text enable trigger check_hash;
alter table platform.audit_text force row level security;
alter table platform.audit_entry force row level security;

drop view platform.door_audit_entry;
create view platform.door_audit_entry with (security_invoker) as
  select cooperative_id, id, at, person_id, organisation_id, side, via, act, subject_kind, subject_id,
    platform.audit_details(cooperative_id, id, details) as details, api_key_id, recorded_at
  from platform.audit_entry;
grant select on platform.door_audit_entry to tallgrunn_app;
