-- Which methods count in the official figure of a category from a day on, in the order they are tried. Rows are added; the newest on a category and day holds.
-- Where nobody has decided: physical average, kroner by category, kroner by account; suppliers' own figures stand beside.
create table emissions.ruling (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  category_code text not null,
  from_on date not null,
  methods text[] not null check (
    cardinality(methods) > 0
    and methods <@ array['declared-verified', 'declared-unverified', 'invoice-co2e', 'physical-average', 'spend-category', 'spend-account']),
  reason text not null check (btrim(reason) <> ''),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (cooperative_id, id)
);
select platform.protect('emissions.ruling', writers => array['cooperative'], privileges => 'select, insert');
create policy buyers_read on emissions.ruling for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- A krone line may be known in parts: each reported line tied to it is one, and what no report explains is part 0.
alter table emissions.result
  add column part int not null default 0,
  add column version_id uuid,
  add column report_line_no int,
  add column item_id uuid,
  add column item_number text,
  add column product_code text,
  -- What the category was told from: the item, the agreement or the account.
  add column category_by text not null default 'account' check (category_by in ('item', 'agreement', 'account', 'none')),
  -- The quantity that this part weighs by, with the sign of its kroner.
  add column quantity numeric,
  add column unit text,
  add column conversion text,
  add column per_unit numeric,
  add column co2e_per_unit numeric,
  add column footprint_id uuid,
  -- The amount in the cooperative's currency; null where no rate is known.
  add column own_amount numeric,
  add column price_level text,
  add column price_standing text check (price_standing in ('same-year', 'deflated', 'not-deflated')),
  -- The reports tied to the line add up to more than it: their quantities count, its kroner are shared among them.
  add column over_reported boolean not null default false,
  add column scope text not null default 'cat-1' check (scope in ('cat-1', 'cat-2', 'cat-3')),
  -- What burning it sets free: scope 1, never added to kg.
  add column direct_set_id text,
  add column direct_factor_id text,
  add column direct_multiplier numeric(38, 18),
  add column direct_kg numeric(24, 6),
  drop constraint result_pkey,
  add primary key (cooperative_id, batch_id, line_no, part, from_run),
  drop constraint result_method_check,
  drop constraint result_reason_check,
  drop constraint result_check;
update emissions.result set own_amount = amount where method <> 'not-converted';
alter table emissions.result
  add check (method in ('declared-verified', 'declared-unverified', 'invoice-co2e', 'physical-average', 'spend-category', 'spend-account', 'ask', 'no-factor', 'not-spend', 'not-converted')),
  add check (reason in ('rule', 'no-account', 'no-rule', 'currency', 'ruling')),
  add check ((method in ('ask', 'no-factor', 'not-spend', 'not-converted')) = (kg is null)),
  add check ((kg is null) = (multiplier is null)),
  add check ((method in ('physical-average', 'spend-category', 'spend-account')) = (factor_id is not null)),
  add check ((method in ('declared-verified', 'declared-unverified')) = (footprint_id is not null)),
  add check ((direct_kg is null) = (direct_multiplier is null));
drop index emissions.result_open;
create unique index result_open on emissions.result (cooperative_id, batch_id, line_no, part) where until_run is null;
-- A decision on a category, a kind of goods or an account touches few lines: they are found here.
create index result_by_category on emissions.result (cooperative_id, category_code) where until_run is null;
create index result_by_product on emissions.result (cooperative_id, product_code) where until_run is null;
create index result_by_account on emissions.result (cooperative_id, account_system, account_code) where until_run is null;
