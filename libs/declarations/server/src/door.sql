-- What holds now: the newest word on each item and footprint, where that word is "linked". `verdict`: the newest word of a person on the footprint.
-- `accepted`: it is accepted for this item: the link stood when it was, or the cooperative itself made it. Equal moments are told apart by the ids, which one
-- process gives in order. `waits`: nobody has decided since it was linked.
create view declarations.door_item_link with (security_invoker) as
  select l.cooperative_id, l.id, l.supplier_id, l.item_number, l.footprint_id, l.how, l.evidence, l.decided_at, c.verdict,
    coalesce(c.accepted and t.stood, false) as accepted, c.verdict is null or (c.accepted and not t.stood) as waits
  from (
    select distinct on (l.cooperative_id, l.supplier_id, l.item_number, l.footprint_id) l.*
    from declarations.item_link l
    order by l.cooperative_id, l.supplier_id, l.item_number, l.footprint_id, l.id desc
  ) l
  left join lateral (
    select n.id, n.verdict, n.decided_at, n.verdict in ('accepted', 'accepted-with-reservation') as accepted from declarations.decision n
    where n.cooperative_id = l.cooperative_id and n.footprint_id = l.footprint_id order by n.id desc limit 1
  ) c on true
  cross join lateral (select (l.decided_at, l.id) < (c.decided_at, c.id) or (l.how = 'decision' and coalesce(l.side = 'cooperative', false)) as stood) t
  where l.verdict = 'linked';

-- The newest word on each footprint that somebody has decided on.
create view declarations.door_decision with (security_invoker) as
  select distinct on (d.cooperative_id, d.footprint_id) d.cooperative_id, d.footprint_id, d.verdict, d.advice, d.reason, d.decided_by, d.decided_at,
    d.verdict in ('accepted', 'accepted-with-reservation') as accepted
  from declarations.decision d
  order by d.cooperative_id, d.footprint_id, d.id desc;

-- Footprints that can stand beside a figure, one row per item they are linked to: kg CO2e per declared unit, valid from and to (last day).
-- `accepted`: it may count for the item. `kg_per_unit`: what one declared unit weighs, where that is clear: PACT says it of the declared amount or of one unit, and only for one they are the same.
create view declarations.door_footprint with (security_invoker) as
  select l.cooperative_id, f.id as footprint_id, f.declaration_id, l.supplier_id, l.item_number, l.how, f.product_name,
    f.declared_unit, f.declared_amount, f.mass_kg, f.per_unit, f.valid_from, f.valid_to, f.validity_assumed, f.verified, l.accepted,
    case when f.declared_amount = 1 then f.mass_kg when f.declared_amount > 0 and f.document -> 'epd' <> 'null'::jsonb then f.mass_kg / f.declared_amount end as kg_per_unit
  from declarations.door_item_link l
  join declarations.footprint f on f.cooperative_id = l.cooperative_id and f.id = l.footprint_id
  where f.status = 'Active' and f.per_unit >= 0 and f.declared_unit is not null and f.valid_from is not null and f.valid_to is not null
    and l.verdict is distinct from 'rejected';

-- Where a footprint came from: what stands in its file, and the file. `epd_basis`: which figures of an EPD it is made of; null for PACT.
create view declarations.door_declaration with (security_invoker) as
  select f.cooperative_id, f.id as footprint_id, d.id as declaration_id, d.number, d.supplier_id, d.format, d.file_name, d.file_sha256, d.received_at,
    f.position, f.publisher_id, f.company_name, f.product_name, f.declared_unit, f.declared_amount, f.per_unit, f.valid_from, f.valid_to, f.validity_assumed,
    f.verified, f.pcf_excluding, f.pcf_including, f.document, f.document -> 'epd' ->> 'basis' as epd_basis, c.verdict, coalesce(c.accepted, false) as accepted
  from declarations.footprint f
  join declarations.declaration d on d.cooperative_id = f.cooperative_id and d.id = f.declaration_id
  left join lateral (
    select n.verdict, n.verdict in ('accepted', 'accepted-with-reservation') as accepted from declarations.decision n
    where n.cooperative_id = f.cooperative_id and n.footprint_id = f.id order by n.id desc limit 1
  ) c on true;
