-- Buyers and suppliers as trees, with dates. `until_on` is always the last day; null until further notice.

-- A place or department of a buyer. `parent_id`: the unit it belongs to. `delivery_names`: what delivery addresses call it.
alter table agreements.buyer_site
  add column parent_id uuid,
  add column kind text not null default 'site' check (kind in ('site', 'department')),
  add column cost_centre text,
  add column delivery_names text[] not null default '{}',
  add column from_on date,
  add column until_on date,
  add check (until_on >= from_on),
  add foreign key (cooperative_id, parent_id) references agreements.buyer_site (cooperative_id, id);
create index buyer_site_by_parent on agreements.buyer_site (cooperative_id, parent_id);

-- What one supplier calls a buyer, or a place of one. A lesson that was undone stays to be seen, and no longer acts.
alter table agreements.buyer_alias
  add column site_id uuid,
  add column origin text not null default 'taught' check (origin in ('taught', 'imported', 'decided')),
  add column undone_at timestamptz,
  add column undone_by uuid,
  add foreign key (cooperative_id, site_id) references agreements.buyer_site (cooperative_id, id);
alter table agreements.buyer_alias drop constraint buyer_alias_cooperative_id_supplier_id_text_key;
create unique index buyer_alias_in_force on agreements.buyer_alias (cooperative_id, supplier_id, text) where undone_at is null;

-- A supplier's number for a customer: a buyer, or one of its places.
create table agreements.customer_number (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  number text not null,
  buyer_id uuid not null,
  site_id uuid,
  origin text not null check (origin in ('taught', 'imported', 'decided')),
  from_on date,
  until_on date,
  created_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, site_id) references agreements.buyer_site (cooperative_id, id),
  check (until_on >= from_on)
);
create index customer_number_by_supplier on agreements.customer_number (cooperative_id, supplier_id, number);
select platform.protect('agreements.customer_number', supplier => 'supplier_id', writers => array['cooperative', 'system']);

-- What kind of body a buyer is; a buyer without a row is a municipality. `host_id`: the municipality that keeps its books.
create table agreements.buyer_body (
  cooperative_id uuid not null default platform.cooperative(),
  buyer_id uuid not null,
  kind text not null check (kind in ('municipality', 'iks', 'kf', 'church', 'private-kindergarten', 'host-cooperation')),
  host_id uuid,
  primary key (cooperative_id, buyer_id),
  check (host_id is distinct from buyer_id)
);
select platform.protect('agreements.buyer_body', everyone => true, writers => array['cooperative', 'system']);

-- Who owns or takes part in a body that several share. `share` is 0 to 1.
create table agreements.body_member (
  cooperative_id uuid not null default platform.cooperative(),
  body_id uuid not null,
  member_id uuid not null,
  share numeric check (share > 0 and share <= 1),
  from_on date not null,
  until_on date,
  primary key (cooperative_id, body_id, member_id, from_on),
  foreign key (cooperative_id, body_id) references agreements.buyer_body (cooperative_id, buyer_id),
  check (body_id <> member_id),
  check (until_on >= from_on)
);
select platform.protect('agreements.body_member', everyone => true, writers => array['cooperative', 'system']);

-- What belongs to a supplier: branches and franchisees with numbers of their own, who is paid in its place, who it was before.
create table agreements.supplier_unit (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  kind text not null check (kind in ('branch', 'franchisee', 'factoring-payee', 'predecessor')),
  name text not null,
  org_number text,
  foreign_number text,
  country text not null default 'NO' check (country ~ '^[A-Z]{2}$'),
  from_on date,
  until_on date,
  created_at timestamptz not null,
  primary key (cooperative_id, id),
  unique nulls not distinct (cooperative_id, supplier_id, kind, name, from_on),
  check (until_on >= from_on)
);
create index supplier_unit_by_number on agreements.supplier_unit (cooperative_id, org_number);
select platform.protect('agreements.supplier_unit', supplier => 'supplier_id', writers => array['cooperative', 'system']);

-- What happened to buyers on a day: several become one, one becomes several, one takes another name.
create table agreements.party_event (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  kind text not null check (kind in ('merged', 'split', 'renamed')),
  on_date date not null,
  from_ids uuid[] not null,
  to_ids uuid[] not null,
  note text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (cooperative_id, id)
);
select platform.protect('agreements.party_event', everyone => true, writers => array['cooperative', 'system']);
