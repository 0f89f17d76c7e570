-- How the prices of a lot are set, from one day to another, both included. Percentages are of 100. `document`: mark-up, tiers, how long a
-- list holds, rounding, and the clause on adjustment by index. Without a model prices hold as they are written.
create table agreements.price_model (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  lot_id uuid,
  supplier_id uuid,
  from_on date not null,
  until_on date,
  kind text not null check (kind in ('fixed', 'list-discount', 'weekly-list', 'daily-list', 'catch-weight', 'cost-plus', 'tiers')),
  discount numeric check (discount >= 0 and discount <= 100),
  tolerance numeric check (tolerance >= 0 and tolerance <= 100),
  document jsonb not null default '{}',
  clause text,
  made_at timestamptz not null,
  primary key (cooperative_id, id),
  unique nulls not distinct (cooperative_id, agreement_id, lot_id, supplier_id, from_on),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id),
  foreign key (cooperative_id, lot_id) references agreements.lot (cooperative_id, id)
);
select platform.protect('agreements.price_model', supplier => 'supplier_id', writers => array['cooperative', 'system'], privileges => 'select, insert, update, delete');
create policy parties_read on agreements.price_model for select using (
  cooperative_id = platform.cooperative() and (platform.side() = 'buyer' or (platform.side() = 'supplier' and supplier_id is null))
  and agreement_id in (select a.id from agreements.agreement a)
);

-- A version holds from `from_on`; without it, it replaces all of its kind before it. Lists and costs are numbered with the agreed prices, and replace only their own kind.
alter table agreements.price_version
  add column kind text not null default 'agreed' check (kind in ('agreed', 'list', 'cost')),
  add column from_on date,
  add column until_on date,
  add column reason text not null default 'imported' check (reason in ('imported', 'adjusted', 'catalogue')),
  alter column file_name drop not null,
  alter column file_sha256 drop not null;

alter table agreements.price_line
  add column nobb text,
  add column labels text[],
  add column organic_share numeric,
  add column from_quantity numeric;
create index price_line_by_version_item on agreements.price_line (cooperative_id, price_version_id, item_id);

-- What one unit of an item holds: a pallet so many cartons, a carton so many packs. `level` counts from the price's unit upwards.
create table agreements.item_pack (
  cooperative_id uuid not null default platform.cooperative(),
  item_id uuid not null,
  supplier_id uuid not null,
  level int not null,
  unit text not null,
  gtin text,
  contains numeric not null check (contains > 0),
  of_unit text not null,
  origin text not null check (origin in ('price-form', 'catalogue', 'decided')),
  primary key (cooperative_id, item_id, level),
  foreign key (cooperative_id, item_id) references agreements.item (cooperative_id, id)
);
select platform.protect('agreements.item_pack', supplier => 'supplier_id', writers => array['cooperative', 'system']);
create policy buyers_read on agreements.item_pack for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- An item that got another number on a day: two items that are one. Undone, it stays, so that no import links them again.
create table agreements.item_change (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  old_item uuid not null,
  new_item uuid not null,
  on_date date not null,
  origin text not null check (origin in ('imported', 'decided', 'reported')),
  made_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id),
  foreign key (cooperative_id, old_item) references agreements.item (cooperative_id, id),
  foreign key (cooperative_id, new_item) references agreements.item (cooperative_id, id),
  check (old_item <> new_item)
);
create unique index item_change_open on agreements.item_change (cooperative_id, old_item) where undone_at is null;
create index item_change_by_agreement on agreements.item_change (cooperative_id, agreement_id, supplier_id);
select platform.protect('agreements.item_change', supplier => 'supplier_id', writers => array['cooperative', 'system']);
create policy buyers_read on agreements.item_change for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- A price form that was read and not yet published: seen by the cooperative alone.
create table agreements.price_draft (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  kind text not null check (kind in ('agreed', 'list', 'cost')),
  from_on date,
  until_on date,
  reason text not null check (reason in ('imported', 'catalogue')),
  file_name text not null,
  file_sha256 text not null,
  line_count int not null,
  remarks jsonb not null default '[]',
  made_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id)
);
select platform.protect('agreements.price_draft', writers => array['cooperative', 'system'], privileges => 'select, insert, update, delete');

create table agreements.price_draft_line (
  cooperative_id uuid not null default platform.cooperative(),
  draft_id uuid not null,
  line_no int not null,
  supplier_id uuid not null,
  sheet text,
  row_no int not null,
  item_id uuid not null,
  number text not null,
  former_number text,
  gtin text,
  nobb text,
  name text not null,
  lot_id uuid,
  category text,
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
  from_quantity numeric,
  labels text[],
  organic_share numeric,
  packs jsonb,
  primary key (cooperative_id, draft_id, line_no)
);
select platform.protect('agreements.price_draft_line', writers => array['cooperative', 'system'], privileges => 'select, insert, delete');
select platform.loadable('agreements.price_draft_line', array['draft_id', 'line_no', 'supplier_id', 'sheet', 'row_no', 'item_id', 'number', 'former_number', 'gtin', 'nobb', 'name', 'lot_id', 'category', 'unit',
  'content_quantity', 'content_unit', 'pack_quantity', 'pack_unit', 'net_weight_kg', 'price', 'currency', 'valid_from', 'valid_to', 'from_quantity', 'labels', 'organic_share', 'packs']);

-- A published index, as a cooperative has taken it in: never edited, a revision is the next version.
create table agreements.index_series (
  cooperative_id uuid not null default platform.cooperative(),
  code text not null,
  version int not null,
  title text not null,
  source text not null,
  licence text not null,
  file_name text not null,
  file_sha256 text not null,
  made_at timestamptz not null,
  primary key (cooperative_id, code, version)
);
select platform.protect('agreements.index_series', everyone => true, writers => array['cooperative', 'system'], privileges => 'select, insert');

create table agreements.index_value (
  cooperative_id uuid not null default platform.cooperative(),
  code text not null,
  version int not null,
  period text not null,
  value numeric not null check (value > 0),
  primary key (cooperative_id, code, version, period),
  foreign key (cooperative_id, code, version) references agreements.index_series (cooperative_id, code, version)
);
select platform.protect('agreements.index_value', everyone => true, writers => array['cooperative', 'system'], privileges => 'select, insert');

-- Somebody asked for other prices. `clause` and `computed` are kept as they were when it was computed.
create table agreements.adjustment_case (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  lot_id uuid,
  number text not null,
  requested_on date not null,
  compare_period text not null,
  wanted_from date not null,
  note text,
  clause jsonb not null,
  computed jsonb,
  state text not null check (state in ('requested', 'computed', 'approved', 'refused')),
  decided_on date,
  reason text,
  price_version_id uuid,
  made_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, number),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id),
  foreign key (cooperative_id, lot_id) references agreements.lot (cooperative_id, id),
  foreign key (cooperative_id, price_version_id) references agreements.price_version (cooperative_id, id)
);
select platform.protect('agreements.adjustment_case', supplier => 'supplier_id', writers => array['cooperative', 'supplier', 'system']);
-- a supplier asks; it neither computes nor decides
create policy suppliers_ask on agreements.adjustment_case as restrictive for insert with check (platform.side() <> 'supplier' or state in ('requested', 'computed'));
create policy suppliers_change_nothing on agreements.adjustment_case as restrictive for update using (platform.side() <> 'supplier');
