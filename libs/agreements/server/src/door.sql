-- Framework agreements. `currency`: of the agreement's amounts; only amounts in this currency are added up.
create view agreements.door_agreement with (security_invoker) as
  select a.cooperative_id, a.id, a.number, a.title, a.cpv, a.starts_on, a.ends_on, a.case_number, a.document_number, a.technique, a.maximum_value, a.maximum_value_currency,
    coalesce(a.maximum_value_currency, 'NOK') as currency, a.owner_id
  from agreements.agreement a;

create view agreements.door_lot with (security_invoker) as
  select l.cooperative_id, l.id, l.agreement_id, l.key, l.title, l.cpv, l.maximum_value, l.technique
  from agreements.lot l;

-- Amounts called off before the ledger here begins: the latest statement per supplier and lot.
create view agreements.door_opening_amount with (security_invoker) as
  select distinct on (o.cooperative_id, o.agreement_id, o.supplier_id, o.lot_id) o.cooperative_id, o.agreement_id, o.supplier_id, o.lot_id, o.before_month, o.amount, o.source, o.source_on, o.stated_by, o.stated_at
  from agreements.opening_amount o
  order by o.cooperative_id, o.agreement_id, o.supplier_id, o.lot_id, o.id desc;

-- The predecessor of an agreement for a supplier, from which learned rules are inherited. The supplier had it before.
-- It has the same CPV division, or one of the two has no CPV code. It ended at most a year before, or three months
-- after, the successor began.
create view agreements.door_predecessor_agreement with (security_invoker) as
  with held as (
    select s.cooperative_id, s.supplier_id, s.agreement_id, min(s.valid_from) as valid_from, case when bool_or(s.valid_to is null) then null else max(s.valid_to) end as valid_to
    from agreements.agreement_supplier s group by s.cooperative_id, s.supplier_id, s.agreement_id
  )
  select h.cooperative_id, h.supplier_id, h.agreement_id, g.agreement_id as before_id
  from held h
  join held g on g.cooperative_id = h.cooperative_id and g.supplier_id = h.supplier_id and g.agreement_id <> h.agreement_id
    and g.valid_from < h.valid_from and g.valid_to between h.valid_from - 366 and h.valid_from + 92
  join agreements.agreement a on a.cooperative_id = h.cooperative_id and a.id = h.agreement_id
  join agreements.agreement b on b.cooperative_id = g.cooperative_id and b.id = g.agreement_id
  where coalesce(left(a.cpv, 2) = left(b.cpv, 2), true);

create view agreements.door_agreement_supplier with (security_invoker) as
  select s.cooperative_id, s.agreement_id, s.supplier_id, s.lot_id, s.valid_from, s.valid_to, s.rank, s.share, s.reporting_clause_status, s.id
  from agreements.agreement_supplier s;

create view agreements.door_participation with (security_invoker) as
  select p.cooperative_id, p.agreement_id, p.buyer_id, p.valid_from, p.valid_to
  from agreements.participation p;

-- Every item ever agreed or listed, described by its latest price version.
create view agreements.door_item with (security_invoker) as
  select
    i.cooperative_id, i.id, i.agreement_id, i.supplier_id, i.number, l.gtin, l.name, l.lot_id, t.key as lot_key, l.category,
    l.unit, l.content_quantity, l.content_unit, l.pack_quantity, l.pack_unit, l.net_weight_kg,
    l.price_version_id,
    not exists (
      select 1 from agreements.price_version n
      where n.cooperative_id = v.cooperative_id and n.agreement_id = v.agreement_id and n.supplier_id = v.supplier_id and n.kind = v.kind and n.number > v.number
    ) as current,
    l.nobb, l.labels, l.organic_share
  from agreements.item i
  join agreements.price_line l on l.cooperative_id = i.cooperative_id and l.price_version_id = i.latest_price_version_id and l.line_no = i.latest_price_line_no
  join agreements.price_version v on v.cooperative_id = l.cooperative_id and v.id = l.price_version_id
  left join agreements.lot t on t.cooperative_id = l.cooperative_id and t.id = l.lot_id;

-- The description of an item in every published price version. The highest version number counts, and of several prices
-- in it the one that begins last.
create view agreements.door_item_version with (security_invoker) as
  select l.cooperative_id, l.item_id, v.number, v.published_at, l.valid_from, l.line_no, l.price_version_id,
    l.unit, l.content_quantity, l.content_unit, l.pack_quantity, l.pack_unit, l.net_weight_kg
  from agreements.price_line l
  join agreements.price_version v on v.cooperative_id = l.cooperative_id and v.id = l.price_version_id;

-- Price versions with the end of their validity. `replaced_on`: the day on which a newer version of the same kind takes
-- over; null when none does, -infinity when it replaces this one from the start.
create view agreements.door_price_version with (security_invoker) as
  select v.cooperative_id, v.id, v.agreement_id, v.supplier_id, v.number, v.kind, v.reason, v.valid_from, v.valid_to, v.item_count, v.published_at,
    (
      select min(coalesce(n.valid_from, '-infinity')) from agreements.price_version n
      where n.cooperative_id = v.cooperative_id and n.agreement_id = v.agreement_id and n.supplier_id = v.supplier_id and n.kind = v.kind and n.number > v.number
    ) as replaced_on
  from agreements.price_version v;

-- Price lines with the days on which they are in force. `basis`: agreed, list or cost.
create view agreements.door_price_line with (security_invoker) as
  select l.cooperative_id, l.price_version_id, l.line_no, v.agreement_id, v.supplier_id, l.item_id, v.kind as basis, l.price, l.currency, l.unit, l.minimum_quantity,
    greatest(l.valid_from, v.valid_from) as valid_from,
    least(l.valid_to, v.valid_to, v.replaced_on - 1) as valid_to
  from agreements.price_line l
  join agreements.door_price_version v on v.cooperative_id = l.cooperative_id and v.id = l.price_version_id
  where coalesce(least(l.valid_to, v.valid_to, v.replaced_on - 1), 'infinity') >= greatest(l.valid_from, v.valid_from);

-- Agreed prices with the days on which they are valid, from any version.
create view agreements.door_price with (security_invoker) as
  select p.cooperative_id, p.price_version_id, p.line_no, p.agreement_id, p.supplier_id, p.item_id, p.price, p.currency, p.unit, p.valid_from, p.valid_to, p.minimum_quantity
  from agreements.door_price_line p
  where p.price is not null and p.basis = 'agreed';

-- A key of the prices, price models and packs of a supplier under an agreement. It changes when something is published
-- or decided.
create view agreements.door_price_state with (security_invoker) as
  select s.cooperative_id, s.agreement_id, s.supplier_id,
    md5(concat_ws('|',
      string_agg(s.id::text, ',' order by s.id),
      (select string_agg(concat_ws(' ', m.id, m.valid_from, m.valid_to, m.discount, m.tolerance), ',' order by m.id) from agreements.price_model m
       where m.cooperative_id = s.cooperative_id and m.agreement_id = s.agreement_id and (m.supplier_id is null or m.supplier_id = s.supplier_id)),
      (select string_agg(concat_ws(' ', d.item_id, d.unit, d.contains, d.of_unit, d.withdrawn_at), ',' order by d.item_id, d.unit, d.withdrawn_at, d.contains)
       from agreements.pack_override d join agreements.item i on i.cooperative_id = d.cooperative_id and i.id = d.item_id
       where i.cooperative_id = s.cooperative_id and i.agreement_id = s.agreement_id and i.supplier_id = s.supplier_id)
    )) as price_key,
    (select l.currency from agreements.price_line l where l.cooperative_id = s.cooperative_id and l.price_version_id = min(s.id::text)::uuid limit 1) as currency
  from agreements.price_version s
  group by s.cooperative_id, s.agreement_id, s.supplier_id;

create view agreements.door_price_model with (security_invoker) as
  select m.cooperative_id, m.id, m.agreement_id, m.lot_id, m.supplier_id, m.valid_from, m.valid_to, m.kind, m.discount, m.tolerance, m.document
  from agreements.price_model m;

create view agreements.door_item_number_change with (security_invoker) as
  select c.cooperative_id, c.agreement_id, c.supplier_id, c.old_item_id, c.new_item_id, c.effective_on, c.origin
  from agreements.item_number_change c
  where c.revoked_at is null;

-- Packs of items. A pack override takes precedence over the price form and the catalogue.
create view agreements.door_item_pack with (security_invoker) as
  select k.cooperative_id, k.item_id, k.level, k.unit, k.gtin, k.contains, k.of_unit, k.origin
  from agreements.item_pack k
  where not exists (select 1 from agreements.pack_override d where d.cooperative_id = k.cooperative_id and d.item_id = k.item_id and lower(d.unit) = lower(k.unit) and d.withdrawn_at is null)
  union all
  select d.cooperative_id, d.item_id, 0, d.unit, null, d.contains, d.of_unit, 'decided'
  from agreements.pack_override d
  where d.withdrawn_at is null and d.contains is not null;

create view agreements.door_terms_version with (security_invoker) as
  select t.cooperative_id, t.id, t.agreement_id, t.version, t.applies_from, t.document, t.sha256, t.published_at
  from agreements.terms_version t;

-- Reporting obligations. `exemption_reason`: why no report is required; null when it is. `due_on`: including the extension
-- in force; lateness is counted from it. `original_due_on`: according to the terms.
create view agreements.door_reporting_obligation with (security_invoker) as
  select d.cooperative_id, d.id, d.agreement_id, d.supplier_id, d.terms_version_id, d.period_key, d.period_start, d.period_end, greatest(d.due_on, x.due_on) as due_on, d.lots,
    d.report, t.document -> 'reportTitle' as report_title, d.branch_id, u.name as part_name, u.org_number as part_org_number, d.is_run_off, d.exemption_reason,
    d.due_on as original_due_on, x.reason as extension_reason, d.opened_at
  from agreements.reporting_obligation d
  join agreements.terms_version t on t.cooperative_id = d.cooperative_id and t.id = d.terms_version_id
  left join agreements.related_entity u on u.cooperative_id = d.cooperative_id and u.id = d.branch_id
  left join lateral (
    select e.due_on, e.reason from agreements.obligation_extension e
    where e.cooperative_id = d.cooperative_id and e.obligation_id = d.id and e.revoked_at is null
    order by e.id desc limit 1
  ) x on true;

-- Every extension of a due date, including revoked ones.
create view agreements.door_obligation_extension with (security_invoker) as
  select e.cooperative_id, e.id, e.obligation_id, e.supplier_id, e.previous_due_on, e.due_on, e.reason, e.created_at, e.created_by, e.revoked_at
  from agreements.obligation_extension e;

-- Contact persons by agreement, visible to the cooperative only. `supplier_id`: null for contacts of the cooperative.
create view agreements.door_agreement_contact with (security_invoker) as
  select c.cooperative_id, c.id, c.agreement_id, c.supplier_id, c.name, c.email, c.phone, c.role
  from agreements.agreement_contact c;

create view agreements.door_buyer_site with (security_invoker) as
  select s.cooperative_id, s.id, s.buyer_id, s.name, s.org_number
  from agreements.buyer_site s;

create view agreements.door_agreement_option with (security_invoker) as
  select t.cooperative_id, t.agreement_id, t.number, t.notice_by, t.extends_to, t.decided
  from agreements.agreement_option t;

-- Related entities of suppliers, with their days. `number`: Norwegian or foreign. Not visible to other suppliers.
create view agreements.door_related_entity with (security_invoker) as
  select u.cooperative_id, u.id, u.supplier_id, u.kind, u.name, u.org_number, u.foreign_number, u.country, coalesce(u.org_number, u.foreign_number) as number, u.valid_from, u.valid_to
  from agreements.related_entity u;

-- Buyers with their buyer type and host municipality, which keeps their ledger.
create view agreements.door_buyer_type with (security_invoker) as
  select o.cooperative_id, o.id as buyer_id, coalesce(b.kind, 'municipality') as kind, b.host_municipality_id
  from identity.door_current_organisation o
  left join agreements.buyer_type b on b.cooperative_id = o.cooperative_id and b.buyer_id = o.id
  where o.kind = 'buyer';

create view agreements.door_buyer_owner with (security_invoker) as
  select m.cooperative_id, m.buyer_id, m.owner_id, m.share, m.valid_from, m.valid_to
  from agreements.buyer_owner m;

-- Customer numbers that are not revoked.
create view agreements.door_customer_number with (security_invoker) as
  select n.cooperative_id, n.id, n.supplier_id, n.number, n.buyer_id, n.site_id, n.origin, n.valid_from, n.valid_to
  from agreements.customer_number n
  where n.revoked_at is null;

-- Organisation changes of buyers that are not revoked.
create view agreements.door_organisation_change with (security_invoker) as
  select e.cooperative_id, e.id, e.kind, e.effective_on, e.predecessor_ids, e.successor_ids, e.former_name, e.new_name
  from agreements.organisation_change e
  where e.revoked_at is null;

-- Prices of every version, including old ones, for comparing versions.
create view agreements.door_price_history with (security_invoker) as
  select l.cooperative_id, l.price_version_id, l.line_no, v.agreement_id, v.supplier_id, v.number as version_number, v.kind, v.item_count, v.published_at, l.item_id, l.price, l.currency, l.unit, l.valid_from, l.minimum_quantity
  from agreements.price_line l
  join agreements.price_version v on v.cooperative_id = l.cooperative_id and v.id = l.price_version_id;

-- Agreement imports that await answers, with the number of open questions.
create view agreements.door_pending_import with (security_invoker) as
  select i.cooperative_id, i.id, i.kind, i.file_name, i.made_at, count(q.number) filter (where q.answer is null)::int as questions
  from agreements.agreement_import i
  left join agreements.agreement_import_question q on q.cooperative_id = i.cooperative_id and q.import_id = i.id
  where i.state = 'asked'
  group by i.cooperative_id, i.id;

-- Price adjustment requests that are not decided.
create view agreements.door_pending_price_adjustment with (security_invoker) as
  select c.cooperative_id, c.id, c.agreement_id, c.supplier_id, c.number, c.requested_on, c.requested_from, c.state
  from agreements.price_adjustment c
  where c.state in ('requested', 'computed');

-- Every price adjustment request, with its decision.
create view agreements.door_price_adjustment with (security_invoker) as
  select c.cooperative_id, c.id, c.agreement_id, c.supplier_id, c.number, c.requested_on, c.requested_from, c.state, c.decided_on, c.reason, c.price_version_id
  from agreements.price_adjustment c;
