-- Targets of the cooperative (buyer_id is null) or of a municipality. A target never changes; it can be ended with a reason, and replaced by another.
create table insight.target (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  buyer_id uuid,
  kind text not null check (kind in ('emissions', 'emissions-per-krone', 'emissions-per-inhabitant', 'share-by-item', 'share-declared')),
  base_year int not null check (base_year between 1990 and 2100),
  target_year int not null,
  -- kg CO2e, kg CO2e per NOK, kg CO2e per inhabitant, or a share 0 to 1.
  target_value numeric not null check (target_value >= 0),
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
  check (kind not in ('share-by-item', 'share-declared') or target_value <= 1),
  check ((ended_at is null) = (end_reason is null))
);
create index target_by_buyer on insight.target (cooperative_id, buyer_id);
select platform.protect('insight.target', buyer => 'buyer_id', writers => array['cooperative'], privileges => 'select, insert');
grant update (ended_by, ended_at, end_reason) on insight.target to tallgrunn_app;
select platform.erasable('insight.target', array['note', 'end_reason']);
select platform.moves_with_organisation('insight.target', 'buyer_id', 'other');

-- Measures: a shift of a share of the quantity from some kinds of goods to others, among the purchases of a filter. The expected effect is stored as calculated when the measure was proposed.
create table insight.measure (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  buyer_id uuid,
  supplier_id uuid,
  agreement_id uuid,
  category_code text not null,
  title text not null check (btrim(title) <> ''),
  owner_id uuid not null,
  starts_on date not null check (extract(day from starts_on) = 1),
  -- NOK; null = not stated.
  cost numeric(18, 2) check (cost >= 0),
  from_products text[] not null check (cardinality(from_products) > 0),
  to_products text[] not null check (cardinality(to_products) > 0),
  share numeric(5, 4) not null check (share > 0 and share <= 1),
  expected_run int,
  -- kg CO2e a year, negative = less.
  expected_kg numeric(20, 3),
  expected_low numeric(20, 3),
  expected_high numeric(20, 3),
  -- Why nothing is expected; null where it is calculated.
  expected_reason text,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (cooperative_id, id),
  check (not from_products && to_products),
  check ((expected_kg is null) = (expected_reason is not null))
);
create index measure_by_buyer on insight.measure (cooperative_id, buyer_id);
select platform.protect('insight.measure', buyer => 'buyer_id', writers => array['cooperative'], privileges => 'select, insert');
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
  foreign key (cooperative_id, measure_id) references insight.measure (cooperative_id, id)
);
create index measure_decision_by_measure on insight.measure_decision (cooperative_id, measure_id, id desc);
select platform.protect('insight.measure_decision', buyer => 'buyer_id', writers => array['cooperative'], privileges => 'select, insert');
select platform.erasable('insight.measure_decision', array['reason']);
select platform.moves_with_organisation('insight.measure_decision', 'buyer_id', 'other');
