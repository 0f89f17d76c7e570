-- Published factor sets, the same for every cooperative and without a tenant. A migration adds a release, and nothing
-- changes it. The app only reads it.
create table factor_book.factor_set (
  id text primary key,
  title jsonb not null,
  region text not null,
  data_year int not null,
  revised_year int,
  price_level text not null,
  price_index jsonb,
  currency text not null,
  vat_basis text not null check (vat_basis in ('net', 'gross')),
  vat_basis_stated boolean not null,
  unit text not null,
  boundary jsonb not null,
  licence text not null,
  licence_url text not null,
  source_url text not null,
  repository text,
  repository_path text,
  repository_commit text,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  attributions jsonb not null,
  changes jsonb not null,
  published_at timestamptz not null default now(),
  -- Properties that distinguish factors of the same goods: system boundary, country, year, method and unit.
  method text not null default 'input-output',
  -- Price basis of spend factors. Buyers pay purchaser prices. A set in basic or producer prices excludes trade,
  -- transport and taxes on products, and is converted with price margins.
  price_basis text check (price_basis in ('purchaser', 'producer', 'basic')),
  price_basis_stated boolean not null default false
);
grant select on factor_book.factor_set to tallgrunn_app;

create table factor_book.factor (
  set_id text not null,
  id text not null,
  name text not null,
  ns4102 text,
  dfo text,
  kind text not null check (kind in ('spend', 'activity')),
  activity text,
  value numeric not null,
  unit text not null,
  source text not null,
  basis text not null,
  data_year int,
  price_level text,
  method text,
  note text,
  -- The published figure before price adjustment: tonnes per million NOK in prices of the data year.
  published_value numeric,
  per text,
  stage text not null default 'whole' check (stage in ('whole', 'upstream', 'direct')),
  boundary text not null default 'cradle-shop',
  region text not null default 'NO',
  category_code text,
  source_name text,
  -- Geometric standard deviation. Null: that of the data quality score.
  gsd numeric check (gsd >= 1::numeric),
  flags text[] not null default '{}',
  primary key (set_id, id),
  foreign key (set_id) references factor_book.factor_set(id)
);
grant select on factor_book.factor to tallgrunn_app;

-- A reviewed map from accounts to factors, numbered and never changed.
create table factor_book.account_map (
  id text primary key,
  set_id text not null,
  title jsonb not null,
  published_at timestamptz not null default now(),
  foreign key (set_id) references factor_book.factor_set(id)
);
grant select on factor_book.account_map to tallgrunn_app;

create table factor_book.account_map_entry (
  account_map_id text not null,
  account_system text not null,
  account_code text not null,
  name jsonb not null,
  answer text not null check (answer in ('factor', 'ask', 'none', 'not-spend')),
  set_id text not null,
  factor_id text,
  candidates text[] not null default '{}',
  -- VAT rate to deduct from a posting incl. VAT.
  gross_vat numeric(4,3) not null,
  reason jsonb not null,
  primary key (account_map_id, account_system, account_code),
  foreign key (account_map_id) references factor_book.account_map(id),
  foreign key (set_id, factor_id) references factor_book.factor(set_id, id),
  check ((answer = 'factor') = (factor_id is not null))
);
grant select on factor_book.account_map_entry to tallgrunn_app;

-- Price indices and exchange rates by year, with source. A version has its own id; the newest of a kind and currency
-- is in force.
create table factor_book.series (
  id text primary key,
  kind text not null check (kind in ('price-index', 'exchange-rate')),
  currency text not null,
  title jsonb not null,
  source text not null,
  source_url text not null,
  licence text not null,
  note text,
  published_at timestamptz not null default clock_timestamp(),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$')
);
grant select on factor_book.series to tallgrunn_app;

create table factor_book.series_point (
  series_id text not null,
  year int not null,
  value numeric not null check (value > 0::numeric),
  primary key (series_id, year),
  foreign key (series_id) references factor_book.series(id)
);
grant select on factor_book.series_point to tallgrunn_app;

-- Default factors of product groups and categories, where the cooperative has assigned no other. Reviewed, numbered
-- and never changed.
create table factor_book.default_factor (
  default_set_id text not null,
  kind text not null check (kind in ('product', 'category')),
  target text not null,
  set_id text not null,
  factor_id text not null,
  -- Factor of combustion (scope 1), separate from that of production.
  combustion_set_id text,
  combustion_factor_id text,
  primary key (default_set_id, kind, target),
  foreign key (combustion_set_id, combustion_factor_id) references factor_book.factor(set_id, id),
  foreign key (set_id, factor_id) references factor_book.factor(set_id, id)
);
grant select on factor_book.default_factor to tallgrunn_app;

-- A cooperative's assignment of a factor to a product group, category or account: draft, proposed, approved by a
-- second person, in force from a day, retired. A proposal never changes; a correction is a new assignment.
create table factor_book.factor_assignment (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  kind text not null check (kind in ('product', 'category', 'account')),
  target text not null,
  set_id text not null,
  factor_id text not null,
  combustion_set_id text,
  combustion_factor_id text,
  valid_from date not null,
  valid_to date,
  reason text not null check (btrim(reason) <> ''),
  -- Justification of a spend factor of another country's economy in the official figure.
  foreign_factor_justification text check (btrim(foreign_factor_justification) <> ''),
  state text not null check (state in ('draft', 'proposed', 'approved', 'rejected', 'withdrawn', 'retired')),
  created_by uuid not null,
  created_at timestamptz not null,
  assigned_approver_id uuid,
  proposed_by uuid,
  proposed_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  retired_by uuid,
  retired_at timestamptz,
  -- The author or proposer can withdraw a proposal before it is decided.
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (cooperative_id, id),
  foreign key (combustion_set_id, combustion_factor_id) references factor_book.factor(set_id, id),
  foreign key (set_id, factor_id) references factor_book.factor(set_id, id),
  check (valid_to is null or valid_to >= valid_from),
  check ((state not in ('proposed', 'approved', 'retired')) or proposed_by is not null
    and assigned_approver_id is not null),
  check ((state not in ('approved', 'retired')) or decided_by is not null and decided_by <> proposed_by
    and decided_by <> created_by),
  check ((state = 'withdrawn') = (withdrawn_by is not null))
);
create index factor_assignment_by_target on factor_book.factor_assignment (cooperative_id, kind, target);
select platform.protect('factor_book.factor_assignment', writers => array['cooperative']);
create policy auditors_see_decided on factor_book.factor_assignment as restrictive for select using (platform.role()
  <> 'auditor' or (state in ('approved', 'rejected', 'retired')));
create policy buyers_read on factor_book.factor_assignment for select using (cooperative_id
  = platform.cooperative() and platform.side() = 'buyer');
select platform.erasable('factor_book.factor_assignment', array['decision_note', 'foreign_factor_justification',
  'reason']);

-- Delegations: who decides for whom while they are absent.
create table factor_book.approval_delegation (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  person_id uuid not null,
  delegate_id uuid not null,
  valid_from date not null,
  valid_to date not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  -- A delegation can be ended before its last day. From `ended_on` on the delegate decides nothing.
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  primary key (cooperative_id, id),
  check (delegate_id <> person_id),
  check (valid_to >= valid_from),
  check ((ended_on is null) = (ended_by is null) and (ended_on is null) = (ended_at is null))
);
select platform.protect('factor_book.approval_delegation', writers => array['cooperative'],
  privileges => 'select, insert');
grant update (ended_on, ended_by, ended_at) on factor_book.approval_delegation to tallgrunn_app;

-- The last day of an assignment is set only when it is ended, and one person cannot set a day that has passed. A
-- delegate whose days are over decides nothing that was proposed since, whatever day the statement contains.
create function factor_book.guard_factor_assignment() returns trigger language plpgsql as $$
begin
  if platform.person() is null then
    raise exception 'A factor is assigned by a person: this session acts for none.'
      using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or new.created_by <> platform.person() then
      raise exception 'A factor assignment begins as a draft of the person who acts.'
        using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if (new.kind, new.target, new.set_id, new.factor_id, new.valid_from, new.reason, new.created_by) is distinct
    from (old.kind, old.target, old.set_id, old.factor_id, old.valid_from, old.reason, old.created_by)
    or (new.combustion_set_id, new.combustion_factor_id, new.foreign_factor_justification) is distinct
      from (old.combustion_set_id, old.combustion_factor_id, old.foreign_factor_justification) then
    raise exception 'A factor assignment is not changed: make a new one.' using errcode = 'insufficient_privilege';
  end if;
  if old.state <> 'draft' and (new.proposed_by, new.assigned_approver_id) is distinct
    from (old.proposed_by, old.assigned_approver_id) then
    raise exception 'The proposer and the assigned approver are not changed.' using errcode = 'insufficient_privilege';
  end if;
  if old.decided_by is not null and (new.decided_by, new.decided_at, new.decision_note) is distinct
    from (old.decided_by, old.decided_at, old.decision_note) then
    raise exception 'A decision is not changed.' using errcode = 'insufficient_privilege';
  end if;
  if new.state <> 'retired' and (new.valid_to) is distinct from (old.valid_to) then
    raise exception 'The last day of a factor assignment is set when it is ended.'
      using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'draft' and new.state = 'proposed' and new.proposed_by = platform.person()
    and new.assigned_approver_id <> new.proposed_by then
    return new;
  end if;
  if old.state in ('draft', 'proposed') and new.state = 'withdrawn' and new.withdrawn_by = platform.person()
    and platform.person() in (old.created_by, old.proposed_by) then
    return new;
  end if;
  if old.state = 'proposed' and new.state in ('approved', 'rejected') and new.decided_by = platform.person()
    and platform.person() not in (old.proposed_by, old.created_by) then
    if platform.person() <> old.assigned_approver_id and not exists (
      select from factor_book.approval_delegation d where d.person_id = old.assigned_approver_id
        and d.delegate_id = platform.person()
        and new.decided_at::date between d.valid_from and d.valid_to
          and (d.ended_on is null or new.decided_at::date < d.ended_on)
        and new.decided_at::date >= old.proposed_at::date) then
      raise exception 'Only the assigned approver, or their delegate on that day, decides.'
        using errcode = 'insufficient_privilege';
    end if;
    if new.state = 'approved' and old.foreign_factor_justification is null and exists (
      select from factor_book.factor f where f.set_id = old.set_id and f.id = old.factor_id and f.kind = 'spend'
        and f.region <> 'NO') then
      raise exception 'A spend factor of another economy needs a justification.' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.state = 'approved' and new.state = 'retired' and new.retired_by = platform.person()
    and new.valid_to is not null then
    if new.retired_at is null or new.valid_to < greatest(new.retired_at::date, old.valid_from) then
      raise exception 'One person cannot end a decision of two persons for days that have passed: two persons are needed.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  raise exception 'A factor assignment cannot go from % to % this way: two persons are needed.', old.state,
    new.state using errcode = 'insufficient_privilege';
end $$;

create function factor_book.guard_approval_delegation() returns trigger language plpgsql as $$
begin
  if platform.person() is null then
    raise exception 'A delegate is named by a person: this session acts for none.'
      using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    if new.decided_by <> platform.person() or new.delegate_id = platform.person() or new.ended_on is not null then
      raise exception 'A person cannot name themselves as delegate: two persons are needed.'
        using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if old.ended_on is not null or new.ended_by is null or new.ended_by <> platform.person() then
    raise exception 'A delegation is ended once, by the person who acts.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Shares of taxes on products and of trade and transport in purchaser prices, by factor, with source. The newest of a
-- factor set is in force.
create table factor_book.price_margin_set (
  id text primary key,
  set_id text not null,
  title jsonb not null,
  source text not null,
  source_url text not null,
  licence text not null,
  note text,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null default clock_timestamp(),
  unique (id, set_id),
  foreign key (set_id) references factor_book.factor_set(id)
);
grant select on factor_book.price_margin_set to tallgrunn_app;

create table factor_book.price_margin (
  margin_set_id text not null,
  set_id text not null,
  factor_id text not null,
  tax_share numeric not null check (tax_share >= 0::numeric),
  margin_share numeric not null check (margin_share >= 0::numeric),
  -- Factor of the same set for trade and transport.
  margin_factor_id text,
  primary key (margin_set_id, factor_id),
  foreign key (set_id, factor_id) references factor_book.factor(set_id, id),
  foreign key (set_id, margin_factor_id) references factor_book.factor(set_id, id),
  foreign key (margin_set_id, set_id) references factor_book.price_margin_set(id, set_id),
  check ((tax_share + margin_share) < 1::numeric),
  check (margin_share = 0::numeric or margin_factor_id is not null)
);
grant select on factor_book.price_margin to tallgrunn_app;

-- Combustion of a fuel (tank to wheel) is scope 1, its production (well to tank) is category 3. The factor of one is
-- never used for the other. A factor per kilometre or tonne-kilometre is of purchased transport, and allowed.
create function factor_book.refuse_combustion_factor() returns trigger language plpgsql as $$
begin
  if exists (select from factor_book.factor f where f.set_id = new.set_id and f.id = new.factor_id
    and f.stage = 'direct' and f.boundary = 'combustion' and f.per not in ('km', 'tkm')) then
    raise exception 'A combustion factor is scope 1 and is never added to the emissions of producing goods.' using
      errcode = 'check_violation';
  end if;
  return new;
end $$;

create function factor_book.require_combustion_factor() returns trigger language plpgsql as $$
begin
  if new.combustion_factor_id is not null and not exists (select from factor_book.factor f
    where f.set_id = new.combustion_set_id and f.id = new.combustion_factor_id and f.stage = 'direct') then
    raise exception 'Combustion emissions need a combustion factor.' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger refuse_combustion_factor before insert or update on factor_book.account_map_entry
  for each row
  execute function factor_book.refuse_combustion_factor();

create trigger require_combustion_factor before insert or update on factor_book.default_factor
  for each row
  execute function factor_book.require_combustion_factor();
create trigger refuse_combustion_factor before insert or update on factor_book.default_factor
  for each row
  execute function factor_book.refuse_combustion_factor();

create trigger require_combustion_factor before insert or update on factor_book.factor_assignment
  for each row
  execute function factor_book.require_combustion_factor();
-- A delegate decides only within the delegation's days, whatever day a statement contains.
create trigger decision_time before update on factor_book.factor_assignment
  for each row when (old.state = 'proposed' and (new.state in ('approved', 'rejected')))
  execute function platform.set_decision_time();
create trigger guard_factor_assignment before insert on factor_book.factor_assignment
  for each row
  execute function factor_book.guard_factor_assignment();
create trigger guard_factor_assignment_change before update on factor_book.factor_assignment
  for each row
  when (not platform.is_erasure(to_jsonb(old.*), to_jsonb(new.*), array['reason', 'decision_note',
    'foreign_factor_justification']))
  execute function factor_book.guard_factor_assignment();
create trigger refuse_combustion_factor before insert or update on factor_book.factor_assignment
  for each row
  execute function factor_book.refuse_combustion_factor();

create trigger guard_approval_delegation before insert or update on factor_book.approval_delegation
  for each row
  execute function factor_book.guard_approval_delegation();
