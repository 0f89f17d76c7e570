-- The combined table: a booked line or a part of it with the reported line linked to it, or a reported line alone.
create table insight.combined_line (
  cooperative_id uuid not null default platform.cooperative(),
  buyer_id uuid not null,
  side text not null check (side in ('both', 'booked', 'reported')),
  state text not null,
  supplier_id uuid,
  seller_name text,
  agreement_id uuid,
  category text,
  purchased_on date,
  month text,
  invoice_number text,
  account_system text,
  account_code text,
  item_number text,
  item_name text,
  quantity numeric,
  unit text,
  booked_amount numeric(18,2),
  reported_amount numeric(18,2),
  currency text not null,
  method text,
  kg numeric(20,6),
  quality smallint,
  supplier_kg_co2e numeric(20,6),
  basis text not null check (basis in ('item', 'quantity', 'account', 'none')),
  batch_id uuid,
  spend_line_no int,
  ledger_file text,
  ledger_sheet text,
  ledger_row int,
  version_id uuid,
  report_line_no int,
  report_file text,
  report_sheet text,
  report_row int,
  -- A booked line with several parts has a row for each: the number of the part, 0 for what no report explains.
  part int,
  agreement_basis text check (agreement_basis in ('reported', 'by-supplier')),
  lot_id uuid,
  -- A booked amount is excl. VAT, as the spend room calculates it. If that is not known, it is null, and the ledger's
  -- amount is in outside_amount, which no sum contains.
  net_basis text,
  outside_amount numeric(18,2),
  -- null: not known, or nothing booked.
  account_class text check (account_class in ('operating', 'investment')),
  -- A key of 16 bytes for indexes, from which the row's key is known: it begins as its document's id, which is a time,
  -- so that new documents fill its index page by page. Then come random digits of that id, the line and the part.
  id uuid not null generated always as (
    (left(coalesce(batch_id, version_id)::text, 6) || right(coalesce(batch_id, version_id)::text, 12)
      || lpad(to_hex(coalesce(spend_line_no, report_line_no)), 8, '0') || lpad(to_hex(coalesce(part, 0)), 6, '0'))::uuid
  ) stored,
  -- Columns that pages are ordered by. They are never null: under row-level security an expression is no index
  -- condition. Amounts are in øre (-1: not known), emissions in mg, without signs.
  sort_amount bigint not null generated always as (
    coalesce((abs(coalesce(booked_amount, outside_amount, reported_amount)) * 100)::bigint, -1)
  ) stored,
  sort_kg bigint not null generated always as (
    (least(abs(coalesce(kg, 0)), 9000000000000) * 1000000)::bigint
  ) stored,
  sort_day date not null generated always as (coalesce(purchased_on, '0001-01-01'::date)) stored,
  -- The end of the document's id, and the block of 4,096 lines. Rows of one block and day have one index entry, and a
  -- page sorts at most a block by id.
  sort_place bigint not null generated always as (
    (('x' || right(coalesce(batch_id, version_id)::text, 8))::bit(32)::bigint << 20)
      | (coalesce(spend_line_no, report_line_no) >> 12)
  ) stored,
  primary key (cooperative_id, id),
  check ((agreement_id is null) = (agreement_basis is null))
);
create index combined_line_by_agreement on insight.combined_line (cooperative_id, agreement_id);
-- The orders of pages.
create index combined_line_by_amount on insight.combined_line (cooperative_id, sort_amount desc, sort_place desc, state);
-- A document belongs to one cooperative, so its id alone finds its lines.
create index combined_line_by_booked_line on insight.combined_line (batch_id, spend_line_no) where batch_id is not null;
-- Filters that leave few rows: reading these and sorting is faster than passing over the others in the page order.
create index combined_line_by_buyer on insight.combined_line (cooperative_id, buyer_id, month);
create index combined_line_by_category on insight.combined_line (cooperative_id, category);
create index combined_line_by_day on insight.combined_line (cooperative_id, sort_day desc, sort_place desc, month);
create index combined_line_by_kg on insight.combined_line (cooperative_id, sort_kg desc, sort_place desc);
create index combined_line_by_method on insight.combined_line (cooperative_id, method);
-- A page by day of some accounting months: a quarter far back passes over no other rows.
create index combined_line_by_month on insight.combined_line (cooperative_id, month, sort_day desc, sort_place desc);
create index combined_line_by_reported_line on insight.combined_line (version_id, report_line_no)
  where version_id is not null;
create index combined_line_by_state on insight.combined_line (cooperative_id, state);
create index combined_line_by_supplier on insight.combined_line (cooperative_id, supplier_id);
select platform.protect('insight.combined_line', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert, delete');
select platform.moves_with_organisation('insight.combined_line', 'buyer_id', 'other', 'removed', 'true');
select platform.moves_with_organisation('insight.combined_line', 'supplier_id', 'other');

-- The newest runs of matching and emissions that the combined table contains. ground: hash of the agreements and names
-- that rows depend on. If it differs, or something changed that no run lists, every row is written again.
create table insight.followed_run (
  cooperative_id uuid primary key default platform.cooperative(),
  match_run int not null,
  emission_run int not null,
  ground text not null
);
select platform.protect('insight.followed_run', writers => array['system'], privileges => 'select, insert, update');

-- How many live in a municipality in a year, as somebody has stated it with its source. The newest statement of a
-- year counts; none is changed.
create table insight.population (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  buyer_id uuid not null,
  year int not null check (year between 1900 and 2100),
  inhabitants int not null check (inhabitants > 0),
  source text not null,
  stated_by uuid,
  stated_at timestamptz not null,
  primary key (cooperative_id, id)
);
create index population_by_year on insight.population (cooperative_id, buyer_id, year, id desc);
select platform.protect('insight.population', buyer => 'buyer_id', writers => array['cooperative', 'system'],
  privileges => 'select, insert');
select platform.erasable('insight.population', array['source']);
select platform.moves_with_organisation('insight.population', 'buyer_id', 'other');

-- Sums of the combined table by all that its figures are narrowed by but texts, kept in step by the refresh: level
-- `supplier` in full, level `buyer` without suppliers and agreements.
-- `line_set`: booked lines in parts that lie in several sums; each of the set has the count of the same lines, which
-- counts once.
create table insight.combined_sum (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  level text not null check (level in ('supplier', 'buyer')),
  buyer_id uuid not null,
  supplier_id uuid,
  agreement_id uuid,
  agreement_basis text,
  lot_id uuid,
  category text,
  method text,
  month text,
  side text not null,
  state text not null,
  basis text not null,
  currency text not null,
  account_class text,
  is_weighed boolean not null,
  is_outside boolean not null,
  line_set uuid,
  row_count int not null,
  line_count int not null,
  booked_amount numeric(24,2) not null,
  outside_amount numeric(24,2) not null,
  reported_amount numeric(24,2) not null,
  kg numeric(26,6) not null,
  primary key (cooperative_id, id)
);
create index combined_sum_by_agreement on insight.combined_sum (cooperative_id, agreement_id) where level = 'supplier';
create index combined_sum_by_buyer on insight.combined_sum (cooperative_id, level, buyer_id);
create index combined_sum_by_supplier on insight.combined_sum (cooperative_id, supplier_id) where level = 'supplier';
select platform.protect('insight.combined_sum', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert, update, delete');
select platform.moves_with_organisation('insight.combined_sum', 'buyer_id', 'other');
select platform.moves_with_organisation('insight.combined_sum', 'supplier_id', 'other');

-- Targets of the cooperative (buyer_id is null) or of a municipality. A target never changes; it can be ended with a
-- reason, and replaced by another.
create table insight.target (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  buyer_id uuid,
  kind text not null check (kind in ('emissions', 'emissions-per-krone', 'emissions-per-inhabitant', 'share-by-item',
    'share-declared')),
  base_year int not null check (base_year between 1990 and 2100),
  target_year int not null,
  -- kg CO2e, kg CO2e per NOK, kg CO2e per inhabitant, or a share 0 to 1.
  target_value numeric not null check (target_value >= 0::numeric),
  -- Typed values between base and target year: [{year, value}]. Empty: a straight line.
  path jsonb not null,
  note text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  end_reason text,
  primary key (cooperative_id, id),
  check (target_year > base_year),
  check ((kind not in ('share-by-item', 'share-declared')) or target_value <= 1::numeric),
  check ((ended_at is null) = (end_reason is null))
);
create index target_by_buyer on insight.target (cooperative_id, buyer_id);
select platform.protect('insight.target', buyer => 'buyer_id', writers => array['cooperative'],
  privileges => 'select, insert');
grant update (end_reason, ended_by, ended_at) on insight.target to tallgrunn_app;
select platform.erasable('insight.target', array['end_reason', 'note']);
select platform.moves_with_organisation('insight.target', 'buyer_id', 'other');

-- Measures: a shift of a share of the quantity from some kinds of goods to others, among the purchases of a filter.
-- The expected effect is stored as calculated when the measure was proposed.
create table insight.measure (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  buyer_id uuid,
  supplier_id uuid,
  agreement_id uuid,
  category_code text not null,
  title text not null check (btrim(title) <> ''),
  owner_id uuid not null,
  starts_on date not null check (extract(day from starts_on) = 1::numeric),
  -- NOK; null = not stated.
  cost numeric(18,2) check (cost >= 0::numeric),
  from_products text[] not null check (cardinality(from_products) > 0),
  to_products text[] not null check (cardinality(to_products) > 0),
  share numeric(5,4) not null check (share > 0::numeric and share <= 1::numeric),
  expected_run int,
  -- kg CO2e a year, negative = less.
  expected_kg numeric(20,3),
  expected_low numeric(20,3),
  expected_high numeric(20,3),
  -- Why nothing is expected; null where it is calculated.
  expected_reason text,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (cooperative_id, id),
  check (not from_products && to_products),
  check ((expected_kg is null) = (expected_reason is not null))
);
create index measure_by_buyer on insight.measure (cooperative_id, buyer_id);
select platform.protect('insight.measure', buyer => 'buyer_id', writers => array['cooperative'],
  privileges => 'select, insert');
select platform.erasable('insight.measure', array['title']);
select platform.moves_with_organisation('insight.measure', 'buyer_id', 'other');
select platform.moves_with_organisation('insight.measure', 'supplier_id', 'other');

-- States of a measure with the person and reason; the newest applies. Rows are only added.
create table insight.measure_decision (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  measure_id uuid not null,
  buyer_id uuid,
  state text not null check (state in ('proposed', 'decided', 'under-way', 'ended')),
  reason text not null check (btrim(reason) <> ''),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, measure_id) references insight.measure(cooperative_id, id)
);
create index measure_decision_by_measure on insight.measure_decision (cooperative_id, measure_id, id desc);
select platform.protect('insight.measure_decision', buyer => 'buyer_id', writers => array['cooperative'],
  privileges => 'select, insert');
select platform.erasable('insight.measure_decision', array['reason']);
select platform.moves_with_organisation('insight.measure_decision', 'buyer_id', 'other');
