-- What holds now: the newest word on each item and footprint, where that word is "linked".
create view declarations.door_item_link with (security_invoker) as
  select cooperative_id, id, supplier_id, item_number, footprint_id, how, evidence, decided_at
  from (
    select distinct on (l.cooperative_id, l.supplier_id, l.item_number, l.footprint_id) l.*
    from declarations.item_link l
    order by l.cooperative_id, l.supplier_id, l.item_number, l.footprint_id, l.id desc
  ) newest
  where verdict = 'linked';

-- The newest word on each footprint that somebody has decided on.
create view declarations.door_decision with (security_invoker) as
  select distinct on (d.cooperative_id, d.footprint_id) d.cooperative_id, d.footprint_id, d.verdict, d.advice, d.reason, d.decided_by, d.decided_at,
    d.verdict in ('accepted', 'accepted-with-reservation') as accepted
  from declarations.decision d
  order by d.cooperative_id, d.footprint_id, d.id desc;

-- Footprints that can stand beside a figure, one row per item they are linked to: kg CO2e per declared unit, valid from and to (last day).
-- `accepted`: it may count. `kg_per_unit`: what one declared unit weighs, where that is clear: PACT says it of the declared amount or of one unit, and only for one they are the same.
create view declarations.door_footprint with (security_invoker) as
  select l.cooperative_id, f.id as footprint_id, f.declaration_id, l.supplier_id, l.item_number, l.how, f.product_name,
    f.declared_unit, f.declared_amount, f.mass_kg, f.per_unit, f.valid_from, f.valid_to, f.validity_assumed, f.verified,
    coalesce(c.accepted, false) as accepted,
    case when f.declared_amount = 1 then f.mass_kg when f.declared_amount > 0 and f.document -> 'epd' <> 'null'::jsonb then f.mass_kg / f.declared_amount end as kg_per_unit
  from declarations.door_item_link l
  join declarations.footprint f on f.cooperative_id = l.cooperative_id and f.id = l.footprint_id
  left join lateral (
    select n.verdict, n.verdict in ('accepted', 'accepted-with-reservation') as accepted from declarations.decision n
    where n.cooperative_id = f.cooperative_id and n.footprint_id = f.id order by n.id desc limit 1
  ) c on true
  where f.status = 'Active' and f.per_unit >= 0 and f.declared_unit is not null and f.valid_from is not null and f.valid_to is not null
    and c.verdict is distinct from 'rejected';

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
