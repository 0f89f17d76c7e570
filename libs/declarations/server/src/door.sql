-- Links in force: the latest decision on each item and footprint, if it is "linked". `verdict`: the latest review of
-- the footprint.
-- `accepted`: the acceptance covers this item, because the link existed when it was given or because the cooperative
-- made the link.
-- At equal timestamps the ids decide the order; one process generates them in ascending order.
-- `waits`: no review since the link was made.
create view declarations.door_item_link with (security_invoker) as
  select l.cooperative_id, l.id, l.supplier_id, l.item_number, l.footprint_id, l.how, l.evidence, l.decided_at, c.verdict,
    coalesce(c.accepted and t.stood, false) as accepted, c.verdict is null or (c.accepted and not t.stood) as waits
  from (
    select distinct on (l.cooperative_id, l.supplier_id, l.item_number, l.footprint_id) l.*
    from declarations.item_link l
    order by l.cooperative_id, l.supplier_id, l.item_number, l.footprint_id, l.id desc
  ) l
  left join lateral (
    select n.id, n.verdict, n.decided_at, n.verdict in ('accepted', 'accepted-with-reservation') as accepted from declarations.footprint_review n
    where n.cooperative_id = l.cooperative_id and n.footprint_id = l.footprint_id order by n.id desc limit 1
  ) c on true
  cross join lateral (select (l.decided_at, l.id) < (c.decided_at, c.id) or (l.how = 'decision' and coalesce(l.side = 'cooperative', false)) as stood) t
  where l.verdict = 'linked';

-- The latest review of each reviewed footprint.
create view declarations.door_footprint_review with (security_invoker) as
  select distinct on (d.cooperative_id, d.footprint_id) d.cooperative_id, d.footprint_id, d.verdict, d.advice, d.reason, d.decided_by, d.decided_at,
    d.verdict in ('accepted', 'accepted-with-reservation') as accepted
  from declarations.footprint_review d
  order by d.cooperative_id, d.footprint_id, d.id desc;

-- Footprints that can be used as a supplier-specific figure, one row per linked item. Unit: kg CO2e per declared unit.
-- Both validity dates are inclusive.
-- `accepted`: the footprint may be used for the item. `kg_per_unit`: mass of one declared unit, null when ambiguous:
-- PACT states the mass either of the declared amount or of one unit, and the two are equal only for an amount of one.
create view declarations.door_footprint with (security_invoker) as
  select l.cooperative_id, f.id as footprint_id, f.declaration_id, l.supplier_id, l.item_number, l.how, f.product_name,
    f.declared_unit, f.declared_unit_amount, f.product_mass_kg, f.per_unit, f.valid_from, f.valid_to, f.is_validity_assumed, f.verified, l.accepted,
    case when f.declared_unit_amount = 1 then f.product_mass_kg when f.declared_unit_amount > 0 and f.document -> 'epd' <> 'null'::jsonb then f.product_mass_kg / f.declared_unit_amount end as kg_per_unit
  from declarations.door_item_link l
  join declarations.footprint f on f.cooperative_id = l.cooperative_id and f.id = l.footprint_id
  where f.status = 'Active' and f.per_unit >= 0 and f.declared_unit is not null and f.valid_from is not null and f.valid_to is not null
    and l.verdict is distinct from 'rejected';

-- Source of each footprint: its content and its file. `epd_basis`: the figures of the EPD that the footprint is
-- calculated from; null for PACT.
create view declarations.door_declaration with (security_invoker) as
  select f.cooperative_id, f.id as footprint_id, d.id as declaration_id, d.number, d.supplier_id, d.format, d.file_name, d.file_sha256, d.received_at,
    f.position, f.publisher_id, f.company_name, f.product_name, f.declared_unit, f.declared_unit_amount, f.per_unit, f.valid_from, f.valid_to, f.is_validity_assumed,
    f.verified, f.pcf_excl_biogenic_uptake, f.pcf_incl_biogenic_uptake, f.document, f.document -> 'epd' ->> 'basis' as epd_basis, c.verdict, coalesce(c.accepted, false) as accepted
  from declarations.footprint f
  join declarations.declaration d on d.cooperative_id = f.cooperative_id and d.id = f.declaration_id
  left join lateral (
    select n.verdict, n.verdict in ('accepted', 'accepted-with-reservation') as accepted from declarations.footprint_review n
    where n.cooperative_id = f.cooperative_id and n.footprint_id = f.id order by n.id desc limit 1
  ) c on true;
