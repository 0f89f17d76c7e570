-- People, legal entities and cooperatives have no tenant: a cooperative is the tenant, and the others exist in
-- several of them.
create table identity.cooperative (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);
grant insert, select on identity.cooperative to tallgrunn_app;

create table identity.person (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text,
  language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
  created_at timestamptz not null,
  password_changed_at timestamptz
);
create unique index person_by_email on identity.person (lower(email));
grant insert, select, update on identity.person to tallgrunn_app;

create table identity.legal_entity (
  id uuid primary key,
  org_number text not null,
  name text not null,
  unique (org_number)
);
grant insert, select on identity.legal_entity to tallgrunn_app;

create table identity.session (
  sid varchar primary key,
  sess json not null,
  expire timestamp(6) without time zone not null,
  -- The owner and the last use are columns, so that people can list and end their sessions.
  person_id uuid generated always as ((sess ->> 'personId')::uuid) stored,
  last_seen_at timestamptz not null default now()
);
create index session_by_expiry on identity.session (expire);
create index session_by_person on identity.session (person_id) where person_id is not null;
grant insert, select, update, delete on identity.session to tallgrunn_app;

create table identity.password_reset (
  token_hash text primary key,
  person_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  foreign key (person_id) references identity.person(id) on delete cascade
);
create index password_reset_by_person on identity.password_reset (person_id);
grant insert, select, update, delete on identity.password_reset to tallgrunn_app;

-- An organisation in one cooperative: the cooperative itself, a buyer, a supplier.
create table identity.organisation (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  kind text not null check (kind in ('cooperative', 'buyer', 'supplier')),
  legal_entity_id uuid,
  name text not null,
  municipality_number text,
  created_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, kind, legal_entity_id),
  foreign key (cooperative_id) references identity.cooperative(id),
  foreign key (legal_entity_id) references identity.legal_entity(id)
);
select platform.protect('identity.organisation', everyone => true, writers => array['cooperative', 'system']);

create table identity.membership (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  role text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  -- Time limit of the membership, after which it gives no access. Auditors always have one.
  ends_at timestamptz,
  ended_by uuid,
  -- Reason, if somebody outside the organisation ended it.
  end_reason text check (length(end_reason) <= 500),
  primary key (cooperative_id, id),
  unique (cooperative_id, person_id, organisation_id, role),
  foreign key (cooperative_id, organisation_id) references identity.organisation(cooperative_id, id) deferrable,
  foreign key (ended_by) references identity.person(id) on delete set null,
  foreign key (person_id) references identity.person(id) on delete cascade,
  constraint auditor_ends check (role <> 'auditor' or ends_at is not null)
);
create index membership_by_person on identity.membership (person_id);
select platform.protect('identity.membership', supplier => 'organisation_id', buyer => 'organisation_id');
create policy own on identity.membership for select using (person_id = platform.person() and platform.side() = '');
select platform.erasable('identity.membership', array['end_reason']);
select platform.moves_with_organisation('identity.membership', 'organisation_id', 'users', 'retained', 'true',
  'Somebody who has the same role in both keeps the one in the organisation that stays; the other has ended.');

-- A personal link with an expiry date. Only the hash of its token is stored.
create table identity.invitation (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  token_hash text not null,
  email text not null,
  organisation_id uuid not null,
  role text not null,
  obligation_id uuid,
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  -- First use of the link, which shows that the e-mail has arrived.
  opened_at timestamptz,
  ends_at timestamptz,
  -- Withdrawn, or replaced by a newer invitation of the same person for the same role.
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  -- An invitation into an organisation of another side gives access after an administrator of that organisation has
  -- approved it.
  inviter_organisation_id uuid,
  is_registered_contact boolean not null default false,
  language text check (language in ('nb', 'nn', 'en')),
  message text check (length(message) <= 1000),
  membership_id uuid,
  requires_approval boolean not null default false,
  approved_at timestamptz,
  approved_by uuid,
  rejected_at timestamptz,
  rejected_by uuid,
  -- Set to the acting person, so that the chain of admissions does not depend on e-mail addresses.
  accepted_by uuid,
  primary key (cooperative_id, id),
  unique (cooperative_id, token_hash),
  foreign key (accepted_by) references identity.person(id) on delete set null,
  foreign key (approved_by) references identity.person(id) on delete set null,
  foreign key (cooperative_id, organisation_id) references identity.organisation(cooperative_id, id) deferrable,
  foreign key (rejected_by) references identity.person(id) on delete set null,
  foreign key (withdrawn_by) references identity.person(id) on delete set null,
  constraint auditor_ends check (role <> 'auditor' or ends_at is not null),
  check (approved_at is null or rejected_at is null)
);
create index invitation_by_address on identity.invitation (cooperative_id, organisation_id, lower(email));
create index invitation_by_inviter on identity.invitation (cooperative_id, inviter_organisation_id, created_at);
create index invitation_by_token on identity.invitation (token_hash);
select platform.protect('identity.invitation', supplier => 'organisation_id', buyer => 'organisation_id');
select platform.erasable('identity.invitation', array['email', 'message']);
select platform.moves_with_organisation('identity.invitation', 'organisation_id', 'invitations');
select platform.moves_with_organisation('identity.invitation', 'inviter_organisation_id', 'other');

create function identity.token() returns text language sql stable parallel safe
  return nullif(current_setting('app.token_hash', true), '');

-- API keys. A key acts as one membership, with its scopes. Only a hash and the public prefix are stored.
create table identity.api_key (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  organisation_id uuid not null,
  membership_id uuid not null,
  person_id uuid not null,
  name text not null,
  prefix text not null,
  key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$'),
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  reminded_at timestamptz,
  primary key (cooperative_id, id),
  unique (cooperative_id, key_hash),
  foreign key (cooperative_id, membership_id) references identity.membership(cooperative_id, id) on delete cascade,
  foreign key (cooperative_id, organisation_id) references identity.organisation(cooperative_id, id) deferrable,
  foreign key (person_id) references identity.person(id) on delete cascade,
  foreign key (revoked_by) references identity.person(id) on delete set null
);
create index api_key_by_prefix on identity.api_key (prefix);
select platform.protect('identity.api_key', supplier => 'organisation_id', buyer => 'organisation_id');
create policy own_rows on identity.api_key for select using (platform.side() = '' and person_id = platform.person());
create policy own_rows_revoked on identity.api_key for update using (platform.side() = ''
  and person_id = platform.person()) with check (person_id = platform.person() and revoked_at is not null);
select platform.erasable('identity.api_key', array['name']);
select platform.moves_with_organisation('identity.api_key', 'organisation_id', 'api-keys');

-- Before a key is accepted, the rows with its prefix are visible, so that its hash can be compared.
create function identity.key_prefix() returns text language sql stable parallel safe
  return nullif(current_setting('app.key_prefix', true), '');

-- A proposal of the cooperative to end the access of an organisation's last administrator, for approval by a second
-- person.
create table identity.membership_ending (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  membership_id uuid not null,
  organisation_id uuid not null,
  reason text not null check (length(reason) >= 1 and length(reason) <= 500),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'rejected')),
  decided_by uuid,
  decided_at timestamptz,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, membership_id) references identity.membership(cooperative_id, id) on delete cascade,
  foreign key (cooperative_id, organisation_id) references identity.organisation(cooperative_id, id) deferrable,
  foreign key (decided_by) references identity.person(id) on delete set null,
  foreign key (proposed_by) references identity.person(id) on delete set null
);
create unique index membership_ending_open on identity.membership_ending (cooperative_id, membership_id)
  where decision is null;
select platform.protect('identity.membership_ending', writers => array['cooperative', 'system']);
select platform.erasable('identity.membership_ending', array['reason']);
select platform.moves_with_organisation('identity.membership_ending', 'organisation_id', 'other');

create function identity.set_accepting_person() returns trigger language plpgsql as $$
begin
  if platform.person() is null then
    raise exception 'An invitation is accepted by a person: this session acts for none.';
  end if;
  new.accepted_by := platform.person();
  return new;
end $$;

-- Who admitted a person to an organisation, when they first got a role that decides. admitted_by null: the operator.
-- Rows are only added, and have no foreign key to a person: erasing a person must not break a chain.
create table identity.admission (
  cooperative_id uuid not null default platform.cooperative(),
  organisation_id uuid not null,
  person_id uuid not null,
  admitted_by uuid,
  admitted_at timestamptz not null,
  primary key (cooperative_id, organisation_id, person_id),
  foreign key (cooperative_id, organisation_id) references identity.organisation(cooperative_id, id) deferrable,
  constraint nobody_admits_themselves check (admitted_by <> person_id)
);
select platform.protect('identity.admission', supplier => 'organisation_id', buyer => 'organisation_id',
  privileges => 'select, insert');
select platform.moves_with_organisation('identity.admission', 'organisation_id', 'other', 'retained', 'true',
  'Who let a person in where they are in both: the first word of each stays.');

-- Statement of a second, independent administrator that the person is not one who already has access. vouched_by
-- null: the operator.
create table identity.vouch (
  cooperative_id uuid not null default platform.cooperative(),
  organisation_id uuid not null,
  person_id uuid not null,
  vouched_by uuid,
  vouched_at timestamptz not null,
  primary key (cooperative_id, organisation_id, person_id),
  foreign key (cooperative_id, organisation_id, person_id)
    references identity.admission(cooperative_id, organisation_id, person_id) deferrable
);
select platform.protect('identity.vouch', supplier => 'organisation_id', buyer => 'organisation_id',
  privileges => 'select, insert');
select platform.moves_with_organisation('identity.vouch', 'organisation_id', 'other', 'retained', 'true',
  'Who vouched for a person where somebody did in both.');

-- Records who admitted a new member: the operator if the system acts, otherwise the sender of the accepted
-- invitation.
create function identity.record_admission() returns trigger language plpgsql as $$
declare
  inviter uuid;
begin
  if platform.side() <> 'system' then
    select i.invited_by into inviter from identity.invitation i
    where i.cooperative_id = new.cooperative_id and i.organisation_id = new.organisation_id
      and i.role = new.role and i.accepted_by = new.person_id
    order by i.accepted_at desc limit 1;
    if not found then
      raise exception 'A membership begins with an accepted invitation.';
    end if;
  end if;
  insert into identity.admission (cooperative_id, organisation_id, person_id, admitted_by, admitted_at)
  values (new.cooperative_id, new.organisation_id, new.person_id, inviter, new.created_at)
  on conflict do nothing;
  return null;
end $$;

-- Returns the person at the end of the chain of admissions: one whom the operator set up, or for whom an independent
-- person vouched. Null if the chain does not end.
create function identity.origin_of(organisation_id uuid, person_id uuid)
  returns uuid language sql stable parallel safe as $$
  with recursive chain (person_id, admitted_by) as (
    select $2, (
      select a.admitted_by from identity.admission a where a.organisation_id = $1 and a.person_id = $2
        and not exists (select from identity.vouch v where v.organisation_id = $1 and v.person_id = $2))
    union
    select c.admitted_by, (
      select a.admitted_by from identity.admission a where a.organisation_id = $1 and a.person_id = c.admitted_by
        and not exists (select from identity.vouch v where v.organisation_id = $1 and v.person_id = c.admitted_by))
    from chain c where c.admitted_by is not null
  )
  select c.person_id from chain c where c.admitted_by is null
$$;

-- A person vouches in their own name, and not for themselves or for somebody of the same chain of admissions.
create function identity.guard_vouch() returns trigger language plpgsql as $$
begin
  if platform.side() = 'system' then
    return new;
  end if;
  if new.vouched_by is distinct from platform.person() or new.organisation_id is distinct
    from platform.organisation() then
    raise exception 'A person vouches in their own name, in the organisation they act for.';
  end if;
  if identity.origin_of(new.organisation_id, new.person_id) is not distinct
    from identity.origin_of(new.organisation_id, new.vouched_by) then
    raise exception 'Only somebody independent of a person vouches for them.';
  end if;
  return new;
end $$;

create function identity.stamp_session() returns trigger language plpgsql as $$
begin
  new.last_seen_at := clock_timestamp();
  return new;
end $$;

-- Attempts to enter a secret (password, one-time code, reset link), by a hash of the secret and of the client's
-- address.
create table identity.attempt (
  key_hash text primary key check (key_hash ~ '^[0-9a-f]{64}$'),
  failure_count int not null,
  last_attempt_at timestamptz not null,
  blocked_until timestamptz not null,
  succeeded_at timestamptz
);
create index attempt_by_time on identity.attempt (last_attempt_at);
grant insert, select, update, delete on identity.attempt to tallgrunn_app;

-- Public keys of passkeys. The private key never leaves the person's device.
create table identity.passkey (
  id uuid primary key,
  person_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  signature_count bigint not null,
  transports text[] not null,
  name text not null check (length(name) >= 1 and length(name) <= 100),
  created_at timestamptz not null,
  last_used_at timestamptz,
  unique (credential_id),
  foreign key (person_id) references identity.person(id) on delete cascade
);
create index passkey_by_person on identity.passkey (person_id);
grant insert, select, update, delete on identity.passkey to tallgrunn_app;

-- The shared secret of an authenticator app, encrypted by the program. It is valid after a code has confirmed it.
create table identity.totp_secret (
  person_id uuid primary key,
  sealed_secret bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_time_step bigint,
  foreign key (person_id) references identity.person(id) on delete cascade
);
grant insert, select, update, delete on identity.totp_secret to tallgrunn_app;

create table identity.recovery_code (
  person_id uuid not null,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, code_hash),
  foreign key (person_id) references identity.person(id) on delete cascade
);
grant insert, select, update, delete on identity.recovery_code to tallgrunn_app;

-- Earlier names and numbers of organisations. Every side reads them, because older files contain them.
create table identity.organisation_history (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  org_number text check (org_number ~ '^[0-9]{9}$'),
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, organisation_id) references identity.organisation(cooperative_id, id) deferrable
);
create index organisation_history_by_organisation on identity.organisation_history (cooperative_id, organisation_id);
select platform.protect('identity.organisation_history', everyone => true, writers => array['cooperative', 'system'],
  privileges => 'select, insert');
select platform.moves_with_organisation('identity.organisation_history', 'organisation_id', 'former-identities');

-- Person and reason of a correction, for the cooperative only.
create table identity.organisation_correction (
  cooperative_id uuid not null default platform.cooperative(),
  history_id uuid not null,
  reason text not null check (length(reason) >= 1 and length(reason) <= 500),
  corrected_by uuid,
  primary key (cooperative_id, history_id),
  foreign key (cooperative_id, history_id) references identity.organisation_history(cooperative_id, id),
  foreign key (corrected_by) references identity.person(id) on delete set null
);
select platform.protect('identity.organisation_correction', writers => array['cooperative', 'system'],
  privileges => 'select, insert');
select platform.erasable('identity.organisation_correction', array['reason']);

-- A person with the same role in both organisations keeps one membership, with the keys and invitations of both.
create function identity.prepare_merge(from_id uuid, into_id uuid) returns void language plpgsql as $$
begin
  update identity.api_key k set membership_id = n.id
  from identity.membership m
  join identity.membership n on (n.cooperative_id = m.cooperative_id) and n.person_id = m.person_id and n.role = m.role
    and n.organisation_id = into_id
  where m.organisation_id = from_id and k.cooperative_id = m.cooperative_id and k.membership_id = m.id;
  update identity.invitation i set membership_id = n.id
  from identity.membership m
  join identity.membership n on (n.cooperative_id = m.cooperative_id) and n.person_id = m.person_id and n.role = m.role
    and n.organisation_id = into_id
  where m.organisation_id = from_id and i.cooperative_id = m.cooperative_id and i.membership_id = m.id;
  update identity.membership m set ended_at = (select o.merged_at from platform.door_merged_organisation o
    where o.id = from_id)
  from identity.membership n
  where m.organisation_id = from_id and m.ended_at is null
    and n.cooperative_id = m.cooperative_id and n.person_id = m.person_id and n.role = m.role
      and n.organisation_id = into_id;
end $$;

-- A cooperative's text of an invitation, in place of the standard text. Every side reads it, because administrators
-- of buyers and suppliers invite with it.
create table identity.invitation_template (
  cooperative_id uuid not null default platform.cooperative(),
  kind text not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  subject text not null,
  body text not null,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (cooperative_id, kind, language),
  foreign key (updated_by) references identity.person(id) on delete set null
);
select platform.protect('identity.invitation_template', everyone => true, writers => array['cooperative'],
  privileges => 'select, insert, update, delete');
select platform.erasable('identity.invitation_template', array['body', 'subject']);

create trigger stamp_last_seen before update on identity.session
  for each row
  execute function identity.stamp_session();

create policy holder on identity.organisation for select using (exists ( select from identity.invitation i
  where i.token_hash = identity.token() and i.cooperative_id = organisation.cooperative_id
  and (organisation.id = i.organisation_id or organisation.id = i.inviter_organisation_id)));

create policy own on identity.organisation for select using (platform.side() = ''
  and ((cooperative_id, id) in ( select m.cooperative_id, m.organisation_id from identity.membership m
  where m.person_id = platform.person())));

create trigger record_admission after insert on identity.membership
  for each row when (new.role <> 'auditor')
  execute function identity.record_admission();

create policy holder on identity.invitation for select using (token_hash = identity.token());

create trigger set_accepting_person before update of accepted_at on identity.invitation
  for each row when (new.accepted_at is not null and old.accepted_at is null)
  execute function identity.set_accepting_person();

create policy bearer on identity.api_key for select using (platform.side() = '' and prefix = identity.key_prefix());

create trigger guard_vouch before insert on identity.vouch
  for each row
  execute function identity.guard_vouch();
select platform.takes_part_in_merges('identity.prepare_merge', 'prepare');

create policy reads_of_people on platform.security_event for select using (cooperative_id
  = platform.installation() and (platform.side() in ('cooperative', 'buyer', 'supplier'))
  and platform.role() <> 'auditor' and (person_id in ( select m.person_id from identity.membership m
  where m.cooperative_id = platform.cooperative())));
