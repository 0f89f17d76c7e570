-- A file with footprints, as a supplier handed it in. Never changed.
create table declarations.declaration (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  number text not null,
  supplier_id uuid not null,
  format text not null check (format in ('pact')),
  file_name text not null,
  file_sha256 text not null,
  size_bytes bigint not null,
  findings jsonb not null,
  received_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, number),
  unique (cooperative_id, supplier_id, file_sha256)
);
select platform.protect('declarations.declaration', supplier => 'supplier_id', writers => array['cooperative', 'supplier', 'system'], privileges => 'select, insert');
create policy buyers_read on declarations.declaration for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- One footprint of a declaration: what its publisher states, in numbers that can be used, and whole as it was read.
-- per_unit is kg CO2e for one declared unit, without biogenic uptake; null when it cannot be used.
create table declarations.footprint (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  declaration_id uuid not null,
  supplier_id uuid not null,
  position int not null,
  publisher_id text not null,
  status text not null check (status in ('Active', 'Deprecated')),
  company_name text,
  product_name text,
  product_ids text[] not null,
  gtins text[] not null,
  declared_unit text,
  declared_amount numeric,
  mass_kg numeric,
  pcf_excluding numeric,
  pcf_including numeric,
  per_unit numeric(38, 18),
  valid_from date,
  valid_to date,
  validity_assumed boolean not null,
  verified boolean not null,
  document jsonb not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, declaration_id, position),
  foreign key (cooperative_id, declaration_id) references declarations.declaration (cooperative_id, id)
);
create index footprint_by_supplier on declarations.footprint (cooperative_id, supplier_id);
select platform.protect('declarations.footprint', supplier => 'supplier_id', writers => array['cooperative', 'supplier', 'system'], privileges => 'select, insert');
create policy buyers_read on declarations.footprint for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- Which item of the supplier a footprint is for. Rows are added; the newest on an item and a footprint holds.
create table declarations.item_link (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  item_number text not null,
  footprint_id uuid not null,
  verdict text not null check (verdict in ('linked', 'not-linked')),
  how text not null check (how in ('gtin', 'item-number', 'decision')),
  evidence text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, footprint_id) references declarations.footprint (cooperative_id, id)
);
create index item_link_newest on declarations.item_link (cooperative_id, supplier_id, item_number, footprint_id, id desc);
select platform.protect('declarations.item_link', supplier => 'supplier_id', writers => array['cooperative', 'supplier', 'system'], privileges => 'select, insert');
create policy buyers_read on declarations.item_link for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');
