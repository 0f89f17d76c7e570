-- A file with footprints, as a supplier handed it in. Never changed.
create table declarations.declaration (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  number text not null,
  supplier_id uuid not null,
  format text not null check (format in ('pact', 'ilcd-epd')),
  file_name text not null,
  file_sha256 text not null,
  size_bytes bigint not null,
  findings jsonb not null,
  received_at timestamptz not null,
  -- Who handed a declaration in, and whether the cooperative did so for the supplier: that person does not accept it.
  -- Null for what came before.
  handed_in_by uuid,
  is_on_behalf boolean not null default false,
  primary key (cooperative_id, id),
  unique (cooperative_id, number),
  unique (cooperative_id, supplier_id, file_sha256)
);
select platform.protect('declarations.declaration', supplier => 'supplier_id', writers => array['cooperative',
  'supplier', 'system'], privileges => 'select, insert');
create policy buyers_read on declarations.declaration for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer');
select platform.erasable('declarations.declaration', array['file_name']);
select platform.moves_with_organisation('declarations.declaration', 'supplier_id', 'declarations');

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
  declared_unit_amount numeric,
  product_mass_kg numeric,
  pcf_excl_biogenic_uptake numeric,
  pcf_incl_biogenic_uptake numeric,
  per_unit numeric(38,18),
  valid_from date,
  valid_to date,
  is_validity_assumed boolean not null,
  verified boolean not null,
  document jsonb not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, declaration_id, "position"),
  foreign key (cooperative_id, declaration_id) references declarations.declaration(cooperative_id, id)
);
create index footprint_by_supplier on declarations.footprint (cooperative_id, supplier_id);
select platform.protect('declarations.footprint', supplier => 'supplier_id', writers => array['cooperative',
  'supplier', 'system'], privileges => 'select, insert');
create policy buyers_read on declarations.footprint for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer');
select platform.moves_with_organisation('declarations.footprint', 'supplier_id', 'other');

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
  -- From which side a link was made, as the database knows it: what a person of the cooperative ties needs no second
  -- word. Null: made before this was kept.
  side text default platform.side(),
  primary key (cooperative_id, id),
  foreign key (cooperative_id, footprint_id) references declarations.footprint(cooperative_id, id)
);
create index item_link_newest on declarations.item_link (cooperative_id, supplier_id, item_number, footprint_id,
  id desc);
select platform.protect('declarations.item_link', supplier => 'supplier_id', writers => array['cooperative',
  'supplier', 'system'], privileges => 'select, insert');
create policy buyers_read on declarations.item_link for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer');
select platform.moves_with_organisation('declarations.item_link', 'supplier_id', 'other');

-- What a person of the cooperative says of a footprint: it counts only once somebody has accepted it. Rows are added;
-- the newest on a footprint holds.
create table declarations.footprint_review (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  footprint_id uuid not null,
  supplier_id uuid not null,
  verdict text not null check (verdict in ('accepted', 'accepted-with-reservation', 'to-clarify', 'rejected')),
  -- What the checks said when it was decided, so that one can see later what was known.
  advice text not null check (advice in ('accepted', 'accepted-with-reservation', 'to-clarify', 'rejected')),
  reason text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, footprint_id) references declarations.footprint(cooperative_id, id)
);
create index footprint_review_newest on declarations.footprint_review (cooperative_id, footprint_id, id desc);
select platform.protect('declarations.footprint_review', supplier => 'supplier_id', writers => array['cooperative',
  'system'], privileges => 'select, insert');
create policy buyers_read on declarations.footprint_review for select using (cooperative_id
  = platform.cooperative() and platform.side() = 'buyer');
select platform.erasable('declarations.footprint_review', array['reason']);
select platform.moves_with_organisation('declarations.footprint_review', 'supplier_id', 'other');

-- Documents beside a declaration, such as the EPD as a PDF: kept as they came, never read.
create table declarations.attachment (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  declaration_id uuid not null,
  supplier_id uuid not null,
  file_name text not null,
  file_sha256 text not null,
  size_bytes bigint not null,
  added_by uuid,
  added_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, declaration_id, file_sha256),
  foreign key (cooperative_id, declaration_id) references declarations.declaration(cooperative_id, id)
);
select platform.protect('declarations.attachment', supplier => 'supplier_id', writers => array['cooperative',
  'supplier', 'system'], privileges => 'select, insert');
create policy buyers_read on declarations.attachment for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer');
select platform.erasable('declarations.attachment', array['file_name']);
select platform.moves_with_organisation('declarations.attachment', 'supplier_id', 'other');
