create view factor_book.door_factor_set with (security_invoker) as
  select id, title, region, data_year, revised_year, price_level, price_index, currency, vat_basis, vat_basis_stated, price_basis, price_basis_stated, unit, boundary,
    licence, licence_url, source_url, repository, repository_path, repository_commit, sha256, attributions, changes, published_at
  from factor_book.factor_set;

-- `uid` identifies a factor of a set by one value, for tables that store it next to other ids.
create view factor_book.door_factor with (security_invoker) as
  select set_id, id, md5(set_id || '/' || id)::uuid as uid, name, ns4102, dfo, kind, activity, value, unit, source, basis, data_year, price_level, method, note, published_value,
    per, stage, boundary, region, category_code, gsd, flags
  from factor_book.factor;

-- Account maps in order of publication; the latest is in force.
create view factor_book.door_account_map with (security_invoker) as
  select id, set_id, title, published_at, id = last_value(id) over everything as in_force
  from factor_book.account_map
  window everything as (order by published_at, id rows between unbounded preceding and unbounded following);

create view factor_book.door_account_map_entry with (security_invoker) as
  select account_map_id, account_system, account_code, name, answer, set_id, factor_id, candidates, gross_vat, reason
  from factor_book.account_map_entry;

-- Price indices and exchange rates by year, all versions; `in_force`: the latest of its kind and currency.
create view factor_book.door_series_version with (security_invoker) as
  select s.id, s.kind, s.currency, s.title, s.source, s.source_url, s.licence, s.note, s.published_at, s.in_force, p.year, p.value
  from (select *, id = first_value(id) over (partition by kind, currency order by published_at desc, id desc) as in_force from factor_book.series) s
  join factor_book.series_point p on p.series_id = s.id;

create view factor_book.door_series with (security_invoker) as
  select id, kind, currency, title, source, source_url, licence, note, year, value from factor_book.door_series_version where in_force;

-- Shares of taxes and trade margins in the purchaser's price of a factor, all versions; `in_force`: the latest of its
-- set.
create view factor_book.door_price_margin_version with (security_invoker) as
  select v.id as margin_set_id, v.title, v.source, v.source_url, v.licence, v.note, v.published_at, v.in_force, p.set_id, p.factor_id, p.tax_share, p.margin_share, p.margin_factor_id
  from (select *, id = first_value(id) over (partition by set_id order by published_at desc, id desc) as in_force from factor_book.price_margin_set) v
  join factor_book.price_margin p on p.margin_set_id = v.id;

create view factor_book.door_price_margin with (security_invoker) as
  select margin_set_id, title, source, source_url, licence, set_id, factor_id, tax_share, margin_share, margin_factor_id from factor_book.door_price_margin_version where in_force;

-- The factor in force per day for a product group, the spend of a category or an account (`system:code`): the latest
-- approved assignment that covers the day, otherwise the default factor. Periods of one target do not overlap.
-- An assignment without a combustion factor keeps the combustion factor of the default.
create view factor_book.door_effective_assignment with (security_invoker) as
  with standing as (
    select c.id, c.kind, c.target, c.set_id, c.factor_id, c.combustion_set_id, c.combustion_factor_id, c.valid_from, coalesce(c.valid_to, 'infinity') as valid_to, c.decided_at
    from factor_book.factor_assignment c where c.state in ('approved', 'retired')
  ), standard as (
    select s.* from factor_book.default_factor s where s.default_set_id = (select max(default_set_id) from factor_book.default_factor)
  ), edge as (
    select kind, target, '-infinity'::date as day from standard
    union select kind, target, valid_from from standing
    union select kind, target, valid_to + 1 from standing where valid_to < 'infinity'
  ), span as (
    select kind, target, day as valid_from, coalesce(lead(day) over (partition by kind, target order by day) - 1, 'infinity') as valid_to from edge
  )
  select p.kind, p.target, p.valid_from, p.valid_to, c.id as choice_id, coalesce(c.set_id, d.set_id) as set_id, coalesce(c.factor_id, d.factor_id) as factor_id,
    coalesce(c.combustion_set_id, d.combustion_set_id) as combustion_set_id, case when c.combustion_set_id is null then d.combustion_factor_id else c.combustion_factor_id end as combustion_factor_id
  from span p
  left join lateral (select * from standing s where s.kind = p.kind and s.target = p.target and p.valid_from between s.valid_from and s.valid_to order by s.decided_at desc, s.id desc limit 1) c on true
  left join standard d on d.kind = p.kind and d.target = p.target
  where c.id is not null or d.factor_id is not null;

create view factor_book.door_factor_assignment with (security_invoker) as
  select c.cooperative_id, c.id, c.kind, c.target, c.set_id, c.factor_id, c.valid_from, c.valid_to, c.reason, c.foreign_factor_justification, c.proposed_by, c.decided_by, c.decided_at
  from factor_book.factor_assignment c where c.state in ('approved', 'retired');

-- All assignments, including drafts, for previewing their effect. Only door_assignment has the factors in force.
create view factor_book.door_all_assignment with (security_invoker) as
  select c.cooperative_id, c.id, c.kind, c.target, c.set_id, c.factor_id, c.combustion_set_id, c.combustion_factor_id, c.valid_from, c.valid_to, c.state, c.created_by, c.proposed_by, c.proposed_at, c.assigned_approver_id from factor_book.factor_assignment c;

-- Approval delegations, with the days on which the delegate may decide.
create view factor_book.door_approval_delegation with (security_invoker) as
  select d.cooperative_id, d.id, d.person_id, d.delegate_id, d.valid_from, least(d.valid_to, d.ended_on - 1) as valid_to
  from factor_book.approval_delegation d where d.ended_on is null or d.ended_on > d.valid_from;
