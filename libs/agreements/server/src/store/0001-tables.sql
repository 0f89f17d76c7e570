-- A framework agreement of the cooperative. `ends_on` is its last day; null until further notice.
create table agreements.agreement (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  number text not null,
  title text not null,
  cpv text,
  starts_on date not null,
  ends_on date,
  created_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, number),
  check (ends_on >= starts_on)
);
select platform.protect('agreements.agreement', writers => array['cooperative', 'system']);

create table agreements.lot (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  key text not null,
  title text not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, agreement_id, key),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id)
);
select platform.protect('agreements.lot', writers => array['cooperative', 'system'], privileges => 'select, insert');

-- A supplier holds a lot, or the whole agreement where it has no lots (lot_id null).
create table agreements.agreement_supplier (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  lot_id uuid,
  from_on date not null,
  until_on date,
  primary key (cooperative_id, id),
  unique nulls not distinct (cooperative_id, agreement_id, supplier_id, lot_id),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id),
  foreign key (cooperative_id, lot_id) references agreements.lot (cooperative_id, id)
);
create index agreement_supplier_by_supplier on agreements.agreement_supplier (cooperative_id, supplier_id);
select platform.protect('agreements.agreement_supplier', supplier => 'supplier_id', writers => array['cooperative', 'system']);
create policy buyers_read on agreements.agreement_supplier for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- Which agreements a supplier may know of: its own.
create policy parties_read on agreements.agreement for select using (
  cooperative_id = platform.cooperative()
  and (
    platform.side() = 'buyer'
    or (platform.side() = 'supplier' and id in (select s.agreement_id from agreements.agreement_supplier s where s.supplier_id = platform.organisation()))
  )
);
create policy parties_read on agreements.lot for select using (
  cooperative_id = platform.cooperative() and platform.side() in ('buyer', 'supplier') and agreement_id in (select a.id from agreements.agreement a)
);

-- A buyer entitled to call off on the agreement, from and until (its last day).
create table agreements.participation (
  cooperative_id uuid not null default platform.cooperative(),
  agreement_id uuid not null,
  buyer_id uuid not null,
  from_on date not null,
  until_on date,
  primary key (cooperative_id, agreement_id, buyer_id, from_on),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id)
);
select platform.protect('agreements.participation', buyer => 'buyer_id', writers => array['cooperative', 'system']);
create policy suppliers_read on agreements.participation for select using (
  cooperative_id = platform.cooperative() and platform.side() = 'supplier' and agreement_id in (select a.id from agreements.agreement a)
);

-- One numbered, immutable price list of one supplier in one agreement; a new one replaces it whole.
create table agreements.price_version (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  number int not null,
  file_name text not null,
  file_sha256 text not null,
  item_count int not null,
  published_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, agreement_id, supplier_id, number),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id)
);
select platform.protect('agreements.price_version', supplier => 'supplier_id', writers => array['cooperative', 'system'], privileges => 'select, insert');
create policy buyers_read on agreements.price_version for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- An item keeps its identity from one price version to the next: agreement, supplier and number, the number as text.
create table agreements.item (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  number text not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, agreement_id, supplier_id, number),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id)
);
select platform.protect('agreements.item', supplier => 'supplier_id', writers => array['cooperative', 'system'], privileges => 'select, insert');
create policy buyers_read on agreements.item for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- What a price version says of an item. One `unit` (the unit of the price) holds `content_quantity` of `content_unit`;
-- one `pack_unit` holds `pack_quantity` of `unit`. `valid_to` is the price's last day.
create table agreements.price_line (
  cooperative_id uuid not null default platform.cooperative(),
  price_version_id uuid not null,
  line_no int not null,
  supplier_id uuid not null,
  item_id uuid not null,
  lot_id uuid,
  gtin text,
  name text not null,
  category text,
  former_number text,
  unit text not null,
  content_quantity numeric,
  content_unit text,
  pack_quantity numeric,
  pack_unit text,
  net_weight_kg numeric,
  price numeric,
  currency text not null,
  valid_from date not null,
  valid_to date,
  primary key (cooperative_id, price_version_id, line_no),
  foreign key (cooperative_id, price_version_id) references agreements.price_version (cooperative_id, id),
  foreign key (cooperative_id, item_id) references agreements.item (cooperative_id, id),
  foreign key (cooperative_id, lot_id) references agreements.lot (cooperative_id, id)
);
create index price_line_by_item on agreements.price_line (cooperative_id, item_id);
select platform.protect('agreements.price_line', supplier => 'supplier_id', writers => array['cooperative', 'system'], privileges => 'select, insert');
create policy buyers_read on agreements.price_line for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- What suppliers must report: a versioned document, never edited. Holds for periods that begin on or after `holds_from`.
create table agreements.terms_version (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  version int not null,
  holds_from date not null,
  document jsonb not null,
  sha256 text not null,
  published_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, agreement_id, version),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id)
);
select platform.protect('agreements.terms_version', writers => array['cooperative', 'system'], privileges => 'select, insert');
create policy parties_read on agreements.terms_version for select using (
  cooperative_id = platform.cooperative() and platform.side() in ('buyer', 'supplier') and agreement_id in (select a.id from agreements.agreement a)
);

-- A report that one supplier owes for one period. `period_end` is the day after the last day; a split period has its own range.
create table agreements.duty (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  terms_version_id uuid not null,
  period_key text not null,
  period_start date not null,
  period_end date not null,
  due_on date not null,
  lots text[] not null default '{}',
  opened_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, agreement_id, supplier_id, period_key),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id),
  foreign key (cooperative_id, terms_version_id) references agreements.terms_version (cooperative_id, id)
);
create index duty_by_supplier on agreements.duty (cooperative_id, supplier_id, due_on);
select platform.protect('agreements.duty', supplier => 'supplier_id', writers => array['cooperative', 'system']);

-- What one supplier calls a buyer in its reports.
create table agreements.buyer_alias (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  text text not null,
  buyer_id uuid not null,
  created_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, supplier_id, text)
);
select platform.protect('agreements.buyer_alias', supplier => 'supplier_id', writers => array['cooperative', 'system']);

-- A place of a buyer that goods are delivered to, with its own organisation number where it has one.
create table agreements.buyer_site (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  buyer_id uuid not null,
  name text not null,
  org_number text,
  created_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, buyer_id, name)
);
select platform.protect('agreements.buyer_site', everyone => true, writers => array['cooperative', 'system']);

-- What the agreement knows for one supplier and period, as a report was checked against it: immutable, found by its hash.
create table agreements.check_context (
  cooperative_id uuid not null default platform.cooperative(),
  sha256 text not null,
  supplier_id uuid not null,
  agreement_id uuid not null,
  period_key text not null,
  body bytea not null,
  size_bytes int not null,
  made_at timestamptz not null,
  primary key (cooperative_id, sha256),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id)
);
select platform.protect('agreements.check_context', supplier => 'supplier_id', writers => array['cooperative', 'supplier', 'system'], privileges => 'select, insert');
