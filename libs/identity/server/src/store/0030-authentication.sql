-- Sessions: the owner and the last use are columns, so that a person can see and end theirs.
alter table identity.session
  add column person_id uuid generated always as ((sess->>'personId')::uuid) stored,
  add column last_seen_at timestamptz not null default now();
create index session_by_person on identity.session (person_id) where person_id is not null;

create function identity.stamp_session() returns trigger language plpgsql as $$
begin
  new.last_seen_at := clock_timestamp();
  return new;
end $$;
create trigger stamp_last_seen before update on identity.session for each row execute function identity.stamp_session();

alter table identity.person add column password_changed_at timestamptz;
create index password_reset_by_person on identity.password_reset (person_id);

-- Attempts at a secret (password, one-time code, reset link), by a hash of what is tried and from where. No names, no addresses.
create table identity.attempt (
  key_hash text primary key check (key_hash ~ '^[0-9a-f]{64}$'),
  failure_count int not null,
  last_attempt_at timestamptz not null,
  blocked_until timestamptz not null,
  succeeded_at timestamptz
);
create index attempt_by_time on identity.attempt (last_attempt_at);
grant select, insert, update, delete on identity.attempt to tallgrunn_app;

-- Public keys of passkeys. The private key never leaves the person's device.
create table identity.passkey (
  id uuid primary key,
  person_id uuid not null references identity.person (id) on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  signature_count bigint not null,
  transports text[] not null,
  name text not null check (length(name) between 1 and 100),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_by_person on identity.passkey (person_id);
grant select, insert, update, delete on identity.passkey to tallgrunn_app;

-- The shared secret of an authenticator app, encrypted by the program. It counts once a code has confirmed it.
create table identity.totp_secret (
  person_id uuid primary key references identity.person (id) on delete cascade,
  sealed_secret bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_time_step bigint
);
grant select, insert, update, delete on identity.totp_secret to tallgrunn_app;

create table identity.recovery_code (
  person_id uuid not null references identity.person (id) on delete cascade,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);
grant select, insert, update, delete on identity.recovery_code to tallgrunn_app;

-- Before anybody acts for anything, people see their own API keys and may revoke them: a new password offers it.
create policy own_rows on identity.api_key for select using (platform.side() = '' and person_id = platform.person());
create policy own_rows_revoked on identity.api_key for update using (platform.side() = '' and person_id = platform.person())
  with check (person_id = platform.person() and revoked_at is not null);
