-- Tables without a tenant: a cooperative is the tenant; people and legal entities exist whether or not they take part in one.
create table identity.cooperative (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);
grant select, insert on identity.cooperative to tallgrunn_app;

create table identity.person (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text,
  language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
  failed_attempts int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null
);
create unique index person_by_email on identity.person (lower(email));
grant select, insert, update on identity.person to tallgrunn_app;

create table identity.legal_entity (
  id uuid primary key,
  org_number text not null unique,
  name text not null
);
grant select, insert on identity.legal_entity to tallgrunn_app;

create table identity.session (
  sid varchar primary key,
  sess json not null,
  expire timestamp(6) not null
);
create index session_by_expiry on identity.session (expire);
grant select, insert, update, delete on identity.session to tallgrunn_app;

create table identity.password_reset (
  token_hash text primary key,
  person_id uuid not null references identity.person (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
grant select, insert, update on identity.password_reset to tallgrunn_app;

-- An organisation in one cooperative: the cooperative itself, a buyer, a supplier.
create table identity.organisation (
  cooperative_id uuid not null default platform.cooperative() references identity.cooperative (id),
  id uuid not null,
  kind text not null check (kind in ('cooperative', 'buyer', 'supplier')),
  legal_entity_id uuid references identity.legal_entity (id),
  name text not null,
  municipality_number text,
  created_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, kind, legal_entity_id)
);
select platform.protect('identity.organisation', everyone => true, writers => array['cooperative', 'system']);

create table identity.membership (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  person_id uuid not null references identity.person (id) on delete cascade,
  organisation_id uuid not null,
  role text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (cooperative_id, id),
  unique (cooperative_id, person_id, organisation_id, role),
  foreign key (cooperative_id, organisation_id) references identity.organisation (cooperative_id, id)
);
create index membership_by_person on identity.membership (person_id);
select platform.protect('identity.membership', supplier => 'organisation_id', buyer => 'organisation_id');

-- Before one acts for anybody, one may see one's own memberships and what they are in.
create policy own on identity.membership for select using (person_id = platform.person() and platform.side() = '');
create policy own on identity.organisation for select using (
  platform.side() = '' and (cooperative_id, id) in (select m.cooperative_id, m.organisation_id from identity.membership m where m.person_id = platform.person())
);

-- A personal, expiring link. Only the hash of its token is kept.
create table identity.invitation (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  token_hash text not null,
  email text not null,
  organisation_id uuid not null,
  role text not null,
  duty_id uuid,
  invited_by uuid references identity.person (id) on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (cooperative_id, id),
  unique (cooperative_id, token_hash),
  foreign key (cooperative_id, organisation_id) references identity.organisation (cooperative_id, id)
);
create index invitation_by_token on identity.invitation (token_hash);
select platform.protect('identity.invitation', supplier => 'organisation_id', buyer => 'organisation_id');

create function identity.token() returns text language sql stable parallel safe
  return nullif(current_setting('app.token_hash', true), '');
create policy holder on identity.invitation for select using (token_hash = identity.token());
create policy holder on identity.organisation for select using (
  (cooperative_id, id) in (select i.cooperative_id, i.organisation_id from identity.invitation i where i.token_hash = identity.token())
);
