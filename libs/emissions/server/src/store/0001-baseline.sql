-- A calculation of emissions. Its results are those opened at or before it and not closed by then. `read` lists its
-- inputs, so that it can be reproduced.
create table emissions.run (
  cooperative_id uuid not null default platform.cooperative(),
  number int not null,
  engine text not null,
  factor_set_id text not null,
  account_map_id text not null,
  currency text not null,
  cause text not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  -- {batches, versions, footprints}: ids of the immutable inputs.
  read jsonb not null,
  opened int not null,
  closed int not null,
  primary key (cooperative_id, number)
);
select platform.protect('emissions.run', buyer => null, writers => array['system'], privileges => 'select, insert');
create policy buyers_read on emissions.run for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer');

-- The emissions of a booked line or a part of it, calculated by one method. A row is valid from the run that opened
-- it until the run that closed it; closed_by_run is set once, and nothing else changes.
create table emissions.result (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  line_no int not null,
  opened_by_run int not null,
  closed_by_run int,
  -- Null if the ledger does not name the buyer.
  buyer_id uuid,
  supplier_id uuid,
  source text not null,
  line_key text not null default '',
  account_system text,
  account_code text,
  category_code text not null,
  purchased_on date,
  amount numeric,
  currency text not null,
  vat_status text,
  method text not null check (method in ('declared-verified', 'declared-unverified', 'invoice-co2e',
    'physical-average', 'spend-category', 'spend-account', 'ask', 'no-factor', 'not-spend', 'not-converted',
    'vat-unknown')),
  reason text not null check (reason in ('rule', 'no-account', 'no-rule', 'currency', 'ruling', 'vat')),
  data_quality_score smallint check (data_quality_score between 1 and 5),
  factor_set_id text,
  factor_id text,
  vat_rate numeric(4,3),
  multiplier numeric(38,18),
  kg numeric(24,6),
  -- A booked line has a part for each reported line linked to it. Part 0 is the remainder that no report explains.
  part int not null default 0,
  version_id uuid,
  report_line_no int,
  item_id uuid,
  item_number text,
  product_group_code text,
  -- Source of the category.
  category_source text not null default 'account' check (category_source in ('item', 'agreement', 'account', 'none')),
  -- The quantity used in the calculation, with the sign of the amount.
  quantity numeric,
  unit text,
  conversion text,
  per_unit numeric,
  kg_co2e_per_unit numeric,
  footprint_id uuid,
  -- The amount in the currency of the cooperative. Null if no exchange rate is known.
  base_amount numeric,
  price_level text,
  price_standing text check (price_standing in ('same-year', 'deflated', 'not-deflated')),
  -- The linked reports sum to more than the line: their quantities count, and its amount is divided among them.
  is_over_reported boolean not null default false,
  scope text not null default 'cat-1' check (scope in ('cat-1', 'cat-2', 'cat-3')),
  -- Emissions from combustion: scope 1, never added to kg.
  combustion_set_id text,
  combustion_factor_id text,
  combustion_multiplier numeric(38,18),
  combustion_kg_co2e numeric(24,6),
  -- Whether the factor was converted to purchaser prices. `not-converted`: no margins are known. Null: its factor set
  -- is in purchaser prices.
  price_basis_conversion text check (price_basis_conversion in ('converted', 'not-converted')),
  -- Booking date, where the delivery date differs. Factors follow the delivery date; sums by month and year follow
  -- the booking date.
  booked_on date,
  -- `amount` is excl. VAT, as the spend room calculates it (`net_basis`). If that is not known, it is null, and the
  -- ledger's amount is in `outside_amount`, which no sum contains. Only earlier engines set `vat_status` and a VAT
  -- rate above zero.
  net_basis text,
  outside_amount numeric,
  -- Null: not known, or calculated by an engine that did not read it.
  account_class text check (account_class in ('operating', 'investment')),
  primary key (cooperative_id, batch_id, line_no, part, opened_by_run),
  check ((method in ('ask', 'no-factor', 'not-spend', 'not-converted', 'vat-unknown')) = (kg is null)),
  check ((kg is null) = (multiplier is null)),
  check ((method in ('physical-average', 'spend-category', 'spend-account')) = (factor_id is not null)),
  check ((method in ('declared-verified', 'declared-unverified')) = (footprint_id is not null)),
  check ((combustion_kg_co2e is null) = (combustion_multiplier is null)),
  check ((amount is null) = (outside_amount is not null)),
  check (amount is not null or base_amount is null)
);
-- For what follows runs: the rows that the newest run opened or closed. They are few, and the index is small because
-- many rows have one run.
create index result_begun on emissions.result (cooperative_id, opened_by_run);
create index result_by_account on emissions.result (cooperative_id, account_system, account_code)
  where closed_by_run is null;
create index result_by_buyer on emissions.result (cooperative_id, buyer_id) where closed_by_run is null;
-- For decisions on a category, product group or account, which affect few lines.
create index result_by_category on emissions.result (cooperative_id, category_code) where closed_by_run is null;
create index result_by_product on emissions.result (cooperative_id, product_group_code) where closed_by_run is null;
create index result_compared on emissions.result (cooperative_id, booked_on)
  include (purchased_on, opened_by_run, closed_by_run, buyer_id, supplier_id, category_code, method, account_class,
  factor_set_id, factor_id, footprint_id, item_number, kg, base_amount)
  where (kg is not null) and (supplier_id is not null) and (item_number is not null);
create index result_ended on emissions.result (cooperative_id, closed_by_run) where closed_by_run is not null;
create unique index result_open on emissions.result (cooperative_id, batch_id, line_no, part)
  where closed_by_run is null;
select platform.protect('emissions.result', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert');
grant update (closed_by_run) on emissions.result to tallgrunn_app;
select platform.stays_with_organisation('emissions.result', 'buyer_id', 'figures',
  'A figure of a run stays as it was calculated.');
select platform.stays_with_organisation('emissions.result', 'supplier_id', 'figures',
  'A figure of a run stays as it was calculated.');

-- Emissions of a reported line by the supplier's declared footprint, shown beside the official figure and never added
-- to it.
create table emissions.supplier_footprint_result (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  line_no int not null,
  opened_by_run int not null,
  closed_by_run int,
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
  standing text not null check (standing in ('counted', 'not-valid-then', 'unit-not-convertible', 'quantity-missing',
    'implausible')),
  -- How the reported unit is converted to the declared unit, and the number of declared units in one reported unit.
  conversion text check (conversion in ('same-kind', 'content', 'pack', 'net-weight', 'mass-per-declared-unit')),
  conversion_factor numeric,
  data_quality_score smallint check (data_quality_score in (1, 2)),
  multiplier numeric(38,18),
  kg numeric(24,6),
  -- Whether the declaration was accepted when this was calculated. Only then may it count in the official figure.
  accepted boolean not null default false,
  primary key (cooperative_id, version_id, line_no, opened_by_run),
  check ((standing = 'counted') = (kg is not null and multiplier is not null and conversion is not null))
);
create unique index supplier_footprint_result_open on emissions.supplier_footprint_result (cooperative_id,
  version_id, line_no) where closed_by_run is null;
select platform.protect('emissions.supplier_footprint_result', supplier => 'supplier_id', buyer => 'buyer_id',
  writers => array['system'], privileges => 'select, insert');
grant update (closed_by_run) on emissions.supplier_footprint_result to tallgrunn_app;
select platform.stays_with_organisation('emissions.supplier_footprint_result', 'buyer_id', 'figures',
  'A figure of a run stays as it was calculated.');
select platform.stays_with_organisation('emissions.supplier_footprint_result', 'supplier_id', 'figures',
  'A figure of a run stays as it was calculated.');

-- Totals of a run's results, stored with the run so that a later difference from the results is found.
create table emissions.run_total (
  cooperative_id uuid not null default platform.cooperative(),
  run_number int not null,
  -- The nil UUID if the buyer is not known.
  buyer_id uuid not null,
  category_code text not null,
  method text not null,
  currency text not null,
  lines int not null,
  amount numeric not null,
  kg numeric(24,6) not null,
  primary key (cooperative_id, run_number, buyer_id, category_code, method, currency),
  foreign key (cooperative_id, run_number) references emissions.run(cooperative_id, number)
);
select platform.protect('emissions.run_total', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert');
select platform.stays_with_organisation('emissions.run_total', 'buyer_id', 'figures',
  'A figure of a run stays as it was calculated.');

-- Units of measure by each of their names. A pack has no dimension: its content depends on the item.
create table emissions.unit (
  name text primary key,
  key text not null,
  dimension text,
  factor numeric
);
grant select on emissions.unit to tallgrunn_app;

-- A method policy is decided by two persons: one proposes it, another approves it. Both rows are written in one
-- transaction.
create table emissions.method_policy_proposal (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  category_code text not null,
  valid_from date not null,
  methods text[] not null check (cardinality(methods) > 0
    and methods <@ array['declared-verified', 'declared-unverified', 'invoice-co2e', 'physical-average',
    'spend-category', 'spend-account']),
  reason text not null check (btrim(reason) <> ''),
  state text not null check (state in ('proposed', 'approved', 'rejected', 'withdrawn')),
  assigned_approver_id uuid not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  primary key (cooperative_id, id),
  check (assigned_approver_id <> proposed_by),
  check ((state = 'proposed') = (decided_by is null)),
  check ((state not in ('approved', 'rejected')) or decided_by <> proposed_by)
);
create index method_policy_proposal_waiting on emissions.method_policy_proposal (cooperative_id, state, id desc);
select platform.protect('emissions.method_policy_proposal', writers => array['cooperative']);
create policy auditors_see_decided on emissions.method_policy_proposal as restrictive for select using
  (platform.role() <> 'auditor' or (state in ('approved', 'rejected')));
create policy buyers_read on emissions.method_policy_proposal for select using (cooperative_id
  = platform.cooperative() and platform.side() = 'buyer');
select platform.erasable('emissions.method_policy_proposal', array['decision_note', 'reason']);

-- The methods that count in the official figure of a category from a day on, in the order they are tried. Rows are
-- only added; the newest of a category and day applies.
-- Without a policy: physical average, spend by category, spend by account. Declared footprints are shown beside the
-- figure.
create table emissions.method_policy (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  category_code text not null,
  valid_from date not null,
  methods text[] not null check (cardinality(methods) > 0
    and methods <@ array['declared-verified', 'declared-unverified', 'invoice-co2e', 'physical-average',
    'spend-category', 'spend-account']),
  reason text not null check (btrim(reason) <> ''),
  decided_by uuid not null,
  decided_at timestamptz not null,
  proposal_id uuid,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, proposal_id) references emissions.method_policy_proposal(cooperative_id, id)
);
create unique index method_policy_of_proposal on emissions.method_policy (cooperative_id, proposal_id);
select platform.protect('emissions.method_policy', writers => array['cooperative'], privileges => 'select, insert');
create policy buyers_read on emissions.method_policy for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer');
select platform.erasable('emissions.method_policy', array['reason']);

-- A proposal of one person to publish a run, or to store external figures of earlier years, for approval by another.
create table emissions.figure_proposal (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  kind text not null check (kind in ('publication', 'sealed-figures')),
  -- Parameters of the action that is run on approval.
  document jsonb not null,
  state text not null check (state in ('proposed', 'approved', 'rejected', 'withdrawn')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  primary key (cooperative_id, id),
  check ((state = 'proposed') = (decided_by is null)),
  check ((state not in ('approved', 'rejected')) or decided_by <> proposed_by)
);
create index figure_proposal_waiting on emissions.figure_proposal (cooperative_id, state, id desc);
select platform.protect('emissions.figure_proposal', writers => array['cooperative']);
select platform.erasable('emissions.figure_proposal', array['decision_note']);

-- A published run: its figures are used outside the product. Rows are only added.
create table emissions.publication (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  run_number int not null,
  -- Reference to the case in the archive of the cooperative.
  case_number text not null check (btrim(case_number) <> ''),
  -- Scope in words: buyers, months and categories.
  scope text not null check (btrim(scope) <> ''),
  kg numeric(24,6) not null,
  published_by uuid not null,
  published_at timestamptz not null,
  -- Scope as data: months, buyers and categories; null means all.
  from_month text check (from_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  to_month text check (to_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  buyer_ids uuid[] check (cardinality(buyer_ids) > 0),
  category_codes text[] check (cardinality(category_codes) > 0),
  scoped boolean not null default true,
  proposal_id uuid,
  approved_by uuid,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, proposal_id) references emissions.figure_proposal(cooperative_id, id),
  foreign key (cooperative_id, run_number) references emissions.run(cooperative_id, number),
  check (from_month <= to_month)
);
create unique index publication_of_proposal on emissions.publication (cooperative_id, proposal_id);
select platform.protect('emissions.publication', writers => array['cooperative'], privileges => 'select, insert');
create policy buyers_read on emissions.publication for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer');
select platform.stays_with_organisation('emissions.publication', 'buyer_ids', 'figures',
  'A publication stays as it was published.');

create function emissions.guard_method_policy_proposal() returns trigger language plpgsql as $$
begin
  if platform.person() is null then
    raise exception 'A method policy is decided by a person: this session acts for none.'
      using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' or new.proposed_by <> platform.person() then
      raise exception 'A method policy begins as a proposal of the person who acts.'
        using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if (new.category_code, new.valid_from, new.methods, new.reason, new.assigned_approver_id, new.proposed_by,
    new.proposed_at)
    is distinct from (old.category_code, old.valid_from, old.methods, old.reason, old.assigned_approver_id,
      old.proposed_by, old.proposed_at) then
    raise exception 'A proposal is not changed: make a new one.' using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'proposed' and new.state = 'withdrawn' and new.decided_by = platform.person()
    and platform.person() = old.proposed_by then
    return new;
  end if;
  if old.state = 'proposed' and new.state in ('approved', 'rejected') and new.decided_by = platform.person()
    and platform.person() <> old.proposed_by then
    if platform.person() <> old.assigned_approver_id and not exists (
      select from factor_book.door_approval_delegation d
        where d.person_id = old.assigned_approver_id and d.delegate_id = platform.person()
        and new.decided_at::date between d.valid_from and d.valid_to
        and new.decided_at::date >= old.proposed_at::date) then
      raise exception 'Only the assigned approver, or their delegate on that day, decides.'
        using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  raise exception 'A proposal cannot go from % to % this way: two persons are needed.', old.state,
    new.state using errcode = 'insufficient_privilege';
end $$;

create function emissions.guard_method_policy() returns trigger language plpgsql as $$
begin
  if not exists (
    select from emissions.method_policy_proposal p
    where p.cooperative_id = new.cooperative_id and p.id = new.proposal_id and p.state = 'approved'
      and p.decided_by = platform.person() and new.decided_by = p.decided_by
      and (p.category_code, p.valid_from, p.methods, p.reason) = (new.category_code, new.valid_from, new.methods,
        new.reason)) then
    raise exception 'A method policy needs a proposal that another person approved: two persons are needed.' using
      errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Figures calculated outside the product for earlier years. They are shown beside its own figures and never
-- recalculated. Rows are only added; the newest of a year, buyer and category applies. No buyer: all of them
-- together. No category: all purchases.
create table emissions.external_figure (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  year int not null check (year between 1990 and 2100),
  buyer_id uuid,
  category_code text,
  kg numeric(24,6) not null,
  made_by text not null check (btrim(made_by) <> ''),
  method text not null check (btrim(method) <> ''),
  -- The document or case that contains the figure.
  source text not null check (btrim(source) <> ''),
  sealed_by uuid not null,
  sealed_at timestamptz not null,
  proposal_id uuid,
  approved_by uuid,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, proposal_id) references emissions.figure_proposal(cooperative_id, id)
);
select platform.protect('emissions.external_figure', buyer => 'buyer_id', writers => array['cooperative'],
  privileges => 'select, insert');
create policy auditors_see_published on emissions.external_figure as restrictive for select using ((( select
  platform.role() as role)) <> 'auditor' or (exists ( select from emissions.publication p
  where p.cooperative_id = external_figure.cooperative_id
  and (p.buyer_ids is null or (external_figure.buyer_id = any (p.buyer_ids)))
  and (p.category_codes is null or (external_figure.category_code = any (p.category_codes))))));
create policy buyers_read_common on emissions.external_figure for select using (cooperative_id
  = platform.cooperative() and platform.side() = 'buyer' and buyer_id is null);
select platform.stays_with_organisation('emissions.external_figure', 'buyer_id', 'figures',
  'A sealed figure stays as it was sealed.');

-- Results of the nightly proof: runs calculate only what changed, and a calculation of everything must give the same.
create table emissions.nightly_verification (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  -- The run that was compared.
  run_number int not null,
  lines int not null,
  -- Lines with another result. Run `made_run` corrects them.
  differing int not null,
  corrective_run_number int,
  -- New data arrived between the run and the comparison, so that nothing is proven.
  overtaken boolean not null,
  verified_at timestamptz not null,
  -- A large cooperative is compared by a sample of buyers, drawn with a seed so that the draw can be repeated.
  verified_line_count int not null,
  buyers int,
  sampled_buyer_count int,
  -- Null: everything was compared.
  seed text,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, run_number) references emissions.run(cooperative_id, number),
  check ((seed is null) = (sampled_buyer_count is null) and (seed is null) = (buyers is null))
);
select platform.protect('emissions.nightly_verification', writers => array['system'], privileges => 'select, insert');
create policy auditors_see_published on emissions.nightly_verification as restrictive for select using
  (platform.role() <> 'auditor' or (exists ( select 1 from emissions.publication p
  where p.cooperative_id = nightly_verification.cooperative_id and p.run_number = nightly_verification.run_number)));
create policy buyers_read on emissions.nightly_verification for select using (cooperative_id
  = platform.cooperative() and platform.side() = 'buyer');

-- Factor assignments in force in each run, as intervals of runs. Assignments are replaced later, and a run must be
-- reproducible.
create table emissions.run_factor_assignment (
  cooperative_id uuid not null default platform.cooperative(),
  kind text not null,
  target text not null,
  valid_from date not null,
  valid_to date not null,
  opened_by_run int not null,
  closed_by_run int,
  choice_id uuid,
  set_id text not null,
  factor_id text not null,
  combustion_set_id text,
  combustion_factor_id text,
  primary key (cooperative_id, kind, target, valid_from, opened_by_run)
);
select platform.protect('emissions.run_factor_assignment', writers => array['system'], privileges => 'select, insert');
create policy buyers_read on emissions.run_factor_assignment for select using (cooperative_id
  = platform.cooperative() and platform.side() = 'buyer');
grant update (closed_by_run) on emissions.run_factor_assignment to tallgrunn_app;

-- Combustion and production stay separate in the assignments of a run, whoever writes them. Lines are too many for
-- such a check: the proof of a run counts those that mix the two, and such a run cannot be published.
create function emissions.refuse_combustion_factor() returns trigger language plpgsql as $$
begin
  if exists (select from factor_book.door_factor f
    where f.set_id = new.set_id and f.id = new.factor_id and f.stage = 'direct' and f.boundary = 'combustion'
    and f.per not in ('km', 'tkm')) then
    raise exception 'A combustion factor is scope 1 and is never added to the emissions of producing goods.' using
      errcode = 'check_violation';
  end if;
  if new.combustion_factor_id is not null and not exists (select from factor_book.door_factor f
    where f.set_id = new.combustion_set_id and f.id = new.combustion_factor_id and f.stage = 'direct') then
    raise exception 'Combustion emissions need a combustion factor.' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create function emissions.guard_figure_proposal() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' or new.proposed_by is distinct from platform.person() then
      raise exception 'An official figure begins as a proposal of the person who acts.'
        using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if (new.kind, new.document, new.proposed_by, new.proposed_at) is distinct
    from (old.kind, old.document, old.proposed_by, old.proposed_at) then
    raise exception 'A proposal is not changed: make a new one.' using errcode = 'insufficient_privilege';
  end if;
  if old.state <> 'proposed' or new.decided_by is distinct from platform.person()
    or (new.state = 'withdrawn') <> (platform.person() = old.proposed_by) then
    raise exception 'A proposal cannot go from % to % this way: two persons are needed.', old.state,
      new.state using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create function emissions.guard_official_figure() returns trigger language plpgsql as $$
begin
  if not exists (
    select from emissions.figure_proposal p
    where p.cooperative_id = new.cooperative_id and p.id = new.proposal_id and p.kind = tg_argv[0]
      and p.state = 'approved'
      and p.decided_by = platform.person() and new.approved_by = p.decided_by) then
    raise exception 'An official figure needs a proposal that another person approved: two persons are needed.'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Sums of results by every column that figures are filtered or grouped by, as intervals of runs like the results.
-- Level `supplier` is complete, level `buyer` has no suppliers.
create table emissions.result_sum (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  level text not null check (level in ('supplier', 'buyer')),
  buyer_id uuid,
  month text,
  category_code text not null,
  product_group_code text,
  method text not null,
  currency text not null,
  account_class text,
  data_quality_score smallint,
  price_standing text,
  price_basis_conversion text,
  is_over_reported boolean,
  factor_set_id text,
  factor_id text,
  factor_key text,
  multiplier numeric(38,18),
  not_deflated_year int,
  is_converted boolean not null,
  is_burning boolean not null,
  supplier_id uuid,
  opened_by_run int not null,
  closed_by_run int,
  line_count int not null,
  outside_count int not null,
  amount numeric not null,
  outside_amount numeric not null,
  base_amount numeric not null,
  kg numeric not null,
  combustion_kg_co2e numeric not null,
  size_amount numeric not null,
  size_kg numeric not null,
  -- Sum of the squares of emissions of lines without an item. A comparison of two periods treats each of them as an
  -- item of its own.
  nameless_squared numeric not null,
  primary key (cooperative_id, id)
);
create index result_sum_by_buyer on emissions.result_sum (cooperative_id, level, buyer_id);
create index result_sum_by_supplier on emissions.result_sum (cooperative_id, supplier_id) where level = 'supplier';
create index result_sum_empty on emissions.result_sum (cooperative_id) where line_count = 0;
select platform.protect('emissions.result_sum', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert, update, delete');
create policy auditors_see_published on emissions.result_sum as restrictive for select using ((( select
  platform.role() as role)) <> 'auditor' or (exists ( select from emissions.publication p
  where p.cooperative_id = result_sum.cooperative_id and p.run_number >= result_sum.opened_by_run
  and (result_sum.closed_by_run is null or p.run_number < result_sum.closed_by_run)
  and (p.buyer_ids is null or (result_sum.buyer_id = any (p.buyer_ids)))
  and (p.category_codes is null or (result_sum.category_code = any (p.category_codes)))
  and (p.from_month is null or result_sum.month >= p.from_month)
  and (p.to_month is null or result_sum.month <= p.to_month))));
select platform.stays_with_organisation('emissions.result_sum', 'buyer_id', 'figures',
  'A figure of a run stays as it was calculated.');
select platform.stays_with_organisation('emissions.result_sum', 'supplier_id', 'figures',
  'A figure of a run stays as it was calculated.');

create policy auditors_see_published on emissions.run as restrictive for select using (platform.role() <> 'auditor'
  or (exists ( select 1 from emissions.publication p
  where p.cooperative_id = run.cooperative_id and p.run_number = run.number)));

create policy auditors_see_published on emissions.result as restrictive for select using ((( select platform.role()
  as role)) <> 'auditor' or (exists ( select from emissions.publication p
  where p.cooperative_id = result.cooperative_id and p.run_number >= result.opened_by_run
  and (result.closed_by_run is null or p.run_number < result.closed_by_run)
  and (p.buyer_ids is null or (result.buyer_id = any (p.buyer_ids)))
  and (p.category_codes is null or (result.category_code = any (p.category_codes)))
  and (p.from_month is null or to_char(coalesce(result.booked_on, result.purchased_on)::timestamptz,
  'YYYY-MM') >= p.from_month) and (p.to_month is null
  or to_char(coalesce(result.booked_on, result.purchased_on)::timestamptz, 'YYYY-MM') <= p.to_month))));

create policy auditors_see_published on emissions.supplier_footprint_result as restrictive for select using (((
  select platform.role() as role)) <> 'auditor' or (exists ( select from emissions.publication p
  where p.cooperative_id = supplier_footprint_result.cooperative_id
  and p.run_number >= supplier_footprint_result.opened_by_run
  and (supplier_footprint_result.closed_by_run is null or p.run_number < supplier_footprint_result.closed_by_run)
  and (p.buyer_ids is null or (supplier_footprint_result.buyer_id = any (p.buyer_ids)))
  and (p.category_codes is null or (supplier_footprint_result.category_code = any (p.category_codes)))
  and (p.from_month is null or to_char(supplier_footprint_result.happened_on::timestamptz,
  'YYYY-MM') >= p.from_month) and (p.to_month is null
  or to_char(supplier_footprint_result.happened_on::timestamptz, 'YYYY-MM') <= p.to_month))));

create policy auditors_see_published on emissions.run_total as restrictive for select using ((( select
  platform.role() as role)) <> 'auditor' or (exists ( select from emissions.publication p
  where p.cooperative_id = run_total.cooperative_id and p.run_number = run_total.run_number
  and p.from_month is null and p.to_month is null
  and (p.buyer_ids is null or (run_total.buyer_id = any (p.buyer_ids)))
  and (p.category_codes is null or (run_total.category_code = any (p.category_codes))))));

-- A delegate decides only within the delegation's days, whatever day a statement names.
create trigger decision_time before update on emissions.method_policy_proposal
  for each row when (old.state = 'proposed' and (new.state in ('approved', 'rejected')))
  execute function platform.set_decision_time();
create trigger guard_method_policy_proposal before insert on emissions.method_policy_proposal
  for each row
  execute function emissions.guard_method_policy_proposal();
create trigger guard_method_policy_proposal_change before update on emissions.method_policy_proposal
  for each row when (not platform.is_erasure(to_jsonb(old.*), to_jsonb(new.*), array['reason', 'decision_note']))
  execute function emissions.guard_method_policy_proposal();

create trigger guard_method_policy before insert on emissions.method_policy
  for each row
  execute function emissions.guard_method_policy();

create trigger guard_figure_proposal before insert on emissions.figure_proposal
  for each row
  execute function emissions.guard_figure_proposal();
-- The guard allows the erasure of a note, and nothing else.
create trigger guard_figure_proposal_change before update on emissions.figure_proposal
  for each row when (not platform.is_erasure(to_jsonb(old.*), to_jsonb(new.*), array['decision_note']))
  execute function emissions.guard_figure_proposal();

create trigger guard_official_figure before insert on emissions.publication
  for each row
  execute function emissions.guard_official_figure('publication');

create trigger guard_official_figure before insert on emissions.external_figure
  for each row
  execute function emissions.guard_official_figure('sealed-figures');

create trigger refuse_combustion_factor before insert on emissions.run_factor_assignment
  for each row
  execute function emissions.refuse_combustion_factor();
