-- An emission run: run n says what was open at n. It lists what it read, so that it can be made again.
create table emissions.run (
  cooperative_id uuid not null default platform.cooperative(),
  number int not null,
  engine text not null,
  factor_set_id text not null,
  rule_set_id text not null,
  currency text not null,
  cause text not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  -- {batches, versions, footprints}: ids of the immutable things that were read.
  read jsonb not null,
  opened int not null,
  closed int not null,
  primary key (cooperative_id, number)
);
select platform.protect('emissions.run', buyer => null, writers => array['system'], privileges => 'select, insert');
create policy buyers_read on emissions.run for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- What one krone line weighs, by exactly one method. Holds from a run until a run; until_run is set once and nothing else changes.
create table emissions.result (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  line_no int not null,
  from_run int not null,
  until_run int,
  -- Null when the books do not say whose krone it is.
  buyer_id uuid,
  supplier_id uuid,
  source text not null,
  line_key text not null,
  account_system text,
  account_code text,
  category_code text not null,
  spent_on date,
  amount numeric not null,
  currency text not null,
  vat_status text not null,
  method text not null check (method in ('spend-account', 'ask', 'no-factor', 'not-spend', 'not-converted')),
  reason text not null check (reason in ('rule', 'no-account', 'no-rule', 'currency')),
  data_class smallint check (data_class between 1 and 5),
  factor_set_id text,
  factor_id text,
  vat_rate numeric(4, 3),
  multiplier numeric(38, 18),
  kg numeric(24, 6),
  primary key (cooperative_id, batch_id, line_no, from_run),
  check ((method = 'spend-account') = (kg is not null and multiplier is not null and factor_id is not null))
);
create unique index result_open on emissions.result (cooperative_id, batch_id, line_no) where until_run is null;
create index result_by_run on emissions.result (cooperative_id, from_run, until_run);
create index result_by_buyer on emissions.result (cooperative_id, buyer_id) where until_run is null;
select platform.protect('emissions.result', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert');
grant update (until_run) on emissions.result to tallgrunn_app;

-- A supplier's footprint beside the official figure, one row a reported line that has one. Never added to it.
create table emissions.beside (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  line_no int not null,
  from_run int not null,
  until_run int,
  supplier_id uuid not null,
  buyer_id uuid,
  agreement_id uuid not null,
  category_code text not null,
  item_number text not null,
  footprint_id uuid not null,
  happened_on date,
  quantity numeric,
  unit text,
  amount numeric,
  currency text not null,
  standing text not null check (standing in ('counted', 'not-valid-then', 'unit-not-convertible', 'quantity-missing')),
  -- How a reported unit becomes declared units, and how many of them it is.
  conversion text check (conversion in ('same-kind', 'content', 'pack', 'net-weight', 'mass-per-declared-unit')),
  declared_per_unit numeric,
  data_class smallint check (data_class in (1, 2)),
  multiplier numeric(38, 18),
  kg numeric(24, 6),
  primary key (cooperative_id, version_id, line_no, from_run),
  check ((standing = 'counted') = (kg is not null and multiplier is not null and conversion is not null))
);
create unique index beside_open on emissions.beside (cooperative_id, version_id, line_no) where until_run is null;
create index beside_by_run on emissions.beside (cooperative_id, from_run, until_run);
select platform.protect('emissions.beside', supplier => 'supplier_id', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert');
grant update (until_run) on emissions.beside to tallgrunn_app;

-- What a run's lines added up to, written with the run: a total that no longer agrees with its lines would show.
create table emissions.run_total (
  cooperative_id uuid not null default platform.cooperative(),
  run_number int not null,
  -- The nil uuid where the buyer is not known.
  buyer_id uuid not null,
  category_code text not null,
  method text not null,
  currency text not null,
  lines int not null,
  amount numeric not null,
  kg numeric(24, 6) not null,
  primary key (cooperative_id, run_number, buyer_id, category_code, method, currency),
  foreign key (cooperative_id, run_number) references emissions.run (cooperative_id, number)
);
select platform.protect('emissions.run_total', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert');

-- Units that can be turned into each other, by every name they are met under. A pack has no dimension: it holds what its item says.
create table emissions.unit (
  name text primary key,
  key text not null,
  dimension text,
  factor numeric
);
grant select on emissions.unit to tallgrunn_app;
