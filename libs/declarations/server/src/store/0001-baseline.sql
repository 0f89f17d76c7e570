-- A file with footprints, as received from a supplier. Never changed.
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
  -- Who submitted the declaration, and whether on behalf of the supplier: that person cannot accept it. Null: not
  -- recorded.
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

-- A footprint of a declaration: the usable numbers, and all of it as read. per_unit: kg CO2e per declared unit,
-- without biogenic uptake; null if it cannot be used.
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

-- Links from a supplier's items to footprints. Rows are only added; the newest of an item and footprint applies.
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
  -- Side that made the link, set by the database: a link made by the cooperative needs no confirmation. Null: not
  -- recorded.
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

-- Reviews of footprints by the cooperative. A footprint counts once it is accepted. Rows are only added; the newest
-- of a footprint applies.
create table declarations.footprint_review (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  footprint_id uuid not null,
  supplier_id uuid not null,
  verdict text not null check (verdict in ('accepted', 'accepted-with-reservation', 'to-clarify', 'rejected')),
  -- Advice of the checks at the time of the decision.
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

-- Attached documents, such as the EPD as a PDF. They are stored as received and not read.
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
