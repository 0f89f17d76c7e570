-- Machine keys. One acts as one membership, with the scopes it was made for. Only a hash is kept, and the open part it is recognised by.
create table identity.api_key (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  organisation_id uuid not null,
  membership_id uuid not null,
  person_id uuid not null references identity.person (id) on delete cascade,
  name text not null,
  prefix text not null,
  key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$'),
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references identity.person (id) on delete set null,
  reminded_at timestamptz,
  primary key (cooperative_id, id),
  unique (cooperative_id, key_hash),
  foreign key (cooperative_id, organisation_id) references identity.organisation (cooperative_id, id),
  foreign key (cooperative_id, membership_id) references identity.membership (cooperative_id, id) on delete cascade
);
create index api_key_by_prefix on identity.api_key (prefix);
select platform.protect('identity.api_key', supplier => 'organisation_id', buyer => 'organisation_id');

-- Before a key acts for anybody, the rows that begin as it does are seen, so that its hash can be compared.
create function identity.key_prefix() returns text language sql stable parallel safe
  return nullif(current_setting('app.key_prefix', true), '');
create policy bearer on identity.api_key for select using (platform.side() = '' and prefix = identity.key_prefix());
