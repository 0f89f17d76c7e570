-- The hash chain over audit entries and security events, one for each cooperative and one for the installation. A link is made once the
-- entry is committed, so that nobody who writes an entry waits for another. All of a link but the entry's id is made here.
create function platform.audit_entry_hash(e platform.audit_entry) returns bytea immutable language sql as $$
  select sha256(convert_to(jsonb_build_array(e.cooperative_id, e.id, extract(epoch from e.at), extract(epoch from e.recorded_at), e.person_id, e.membership_id,
    e.organisation_id, e.side, e.via, e.act, e.subject_kind, e.subject_id, e.details, e.api_key_id)::text, 'UTF8'))
$$;
create function platform.security_event_hash(e platform.security_event) returns bytea immutable language sql as $$
  select sha256(convert_to(jsonb_build_array(e.cooperative_id, e.id, extract(epoch from e.occurred_at), extract(epoch from e.recorded_at), e.event, e.outcome,
    e.organisation_id, e.person_id, e.membership_id, e.api_key_id, e.via, e.address, e.account_hash, e.occurrence_count, e.details)::text, 'UTF8'))
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

create function platform.audit_link_hash(previous bytea, l platform.audit_link) returns bytea immutable language sql as $$
  select sha256(coalesce(previous, '\x'::bytea) || convert_to(jsonb_build_array(l.cooperative_id, l.sequence, l.entry_kind, l.entry_id, encode(l.entry_hash, 'hex'), extract(epoch from l.sealed_at))::text, 'UTF8'))
$$;

create function platform.make_audit_link() returns trigger language plpgsql as $$
declare
  previous platform.audit_link;
begin
  new.cooperative_id := platform.cooperative();
  perform pg_advisory_xact_lock(hashtextextended('platform.audit_link ' || new.cooperative_id, 0));
  select * into previous from platform.audit_link l where l.cooperative_id = new.cooperative_id order by l.sequence desc limit 1;
  if new.entry_kind = 'audit' then
    select platform.audit_entry_hash(e) into new.entry_hash from platform.audit_entry e where e.cooperative_id = new.cooperative_id and e.id = new.entry_id;
  else
    select platform.security_event_hash(e) into new.entry_hash from platform.security_event e where e.cooperative_id = new.cooperative_id and e.id = new.entry_id;
  end if;
  if new.entry_hash is null then
    raise exception 'no entry to seal';
  end if;
  new.sequence := coalesce(previous.sequence, 0) + 1;
  new.sealed_at := clock_timestamp();
  new.hash := platform.audit_link_hash(previous.hash, new);
  return new;
end $$;
create trigger make before insert on platform.audit_link for each row execute function platform.make_audit_link();
