-- What a merge of two records of one organisation does with the columns of this room.
select platform.moves_with_organisation('agreements.agreement_supplier', 'supplier_id', 'agreements', 'removed',
  'a.until_on is not distinct from b.until_on');
select platform.moves_with_organisation('agreements.participation', 'buyer_id', 'agreements', 'removed',
  'a.until_on is not distinct from b.until_on');
select platform.moves_with_organisation('agreements.agreement_contact', 'supplier_id', 'contacts');
select platform.moves_with_organisation('agreements.duty', 'supplier_id', 'obligations', 'retained', 'a.exempt_at is not null',
  'An exempt obligation for a period that the other one reports.');
select platform.moves_with_organisation('agreements.price_version', 'supplier_id', 'prices');
select platform.moves_with_organisation('agreements.price_line', 'supplier_id', 'prices');
select platform.moves_with_organisation('agreements.price_model', 'supplier_id', 'prices', 'removed',
  '(a.kind, a.discount, a.tolerance, a.document, a.until_on) is not distinct from (b.kind, b.discount, b.tolerance, b.document, b.until_on)');
select platform.moves_with_organisation('agreements.price_draft', 'supplier_id', 'prices');
select platform.moves_with_organisation('agreements.price_draft_line', 'supplier_id', 'prices');
select platform.moves_with_organisation('agreements.adjustment_case', 'supplier_id', 'prices');
select platform.moves_with_organisation('agreements.item', 'supplier_id', 'items');
select platform.moves_with_organisation('agreements.item_pack', 'supplier_id', 'items');
select platform.moves_with_organisation('agreements.item_change', 'supplier_id', 'items');
select platform.moves_with_organisation('agreements.pack_decision', 'supplier_id', 'items');
select platform.moves_with_organisation('agreements.buyer_alias', 'supplier_id', 'names', 'retained',
  '(a.buyer_id, a.site_id) is not distinct from (b.buyer_id, b.site_id)', 'The other one calls the buyer the same.');
select platform.moves_with_organisation('agreements.buyer_alias', 'buyer_id', 'names');
select platform.moves_with_organisation('agreements.customer_number', 'supplier_id', 'names');
select platform.moves_with_organisation('agreements.customer_number', 'buyer_id', 'names');
select platform.moves_with_organisation('agreements.unit_lesson', 'supplier_id', 'learned', 'retained',
  '(a.unit, a.factor, a.to_unit) is not distinct from (b.unit, b.factor, b.to_unit)', 'The other one means the same by the unit.');
select platform.moves_with_organisation('agreements.column_lesson', 'supplier_id', 'learned', 'retained',
  '(a.field, a.value) is not distinct from (b.field, b.value)', 'The other one means the same by the heading.');
select platform.moves_with_organisation('agreements.buyer_site', 'buyer_id', 'sites');
select platform.moves_with_organisation('agreements.buyer_body', 'buyer_id', 'bodies', 'removed',
  '(a.kind, a.host_id) is not distinct from (b.kind, b.host_id)');
select platform.moves_with_organisation('agreements.buyer_body', 'host_id', 'bodies');
select platform.moves_with_organisation('agreements.body_member', 'body_id', 'bodies', 'removed',
  '(a.share, a.until_on) is not distinct from (b.share, b.until_on)');
select platform.moves_with_organisation('agreements.body_member', 'member_id', 'bodies', 'removed',
  '(a.share, a.until_on) is not distinct from (b.share, b.until_on)');
select platform.moves_with_organisation('agreements.supplier_unit', 'supplier_id', 'belongings', 'removed',
  '(a.org_number, a.foreign_number, a.country, a.until_on) is not distinct from (b.org_number, b.foreign_number, b.country, b.until_on)
   and not exists (select from agreements.duty d where d.cooperative_id = a.cooperative_id and d.part_of = a.id)');
select platform.moves_with_organisation('agreements.party_event', 'from_ids', 'other');
select platform.moves_with_organisation('agreements.party_event', 'to_ids', 'other');
select platform.moves_with_organisation('agreements.check_context', 'supplier_id', 'other');

-- Answers and choices of register imports that wait name organisations in their documents.
create function agreements.prepare_merge(from_id uuid, into_id uuid) returns void language plpgsql as $$
begin
  update agreements.register_question q set choices = replace(q.choices::text, from_id::text, into_id::text)::jsonb,
    answer = replace(q.answer::text, from_id::text, into_id::text)::jsonb
  from agreements.register_import i
  where i.cooperative_id = q.cooperative_id and i.id = q.import_id and i.state = 'asked'
    and position(from_id::text in concat(q.choices, q.answer)) > 0;
end $$;
select platform.takes_part_in_merges('agreements.prepare_merge', 'prepare');

create function agreements.merge_conflicts(from_id uuid, into_id uuid) returns table (code text, found text, expected text,
  total bigint) language plpgsql as $$
begin
  return query
    select 'agreement-overlaps'::text, min(g.title), null::text, count(*)
    from agreements.agreement_supplier a
    join agreements.agreement_supplier b on (b.cooperative_id = a.cooperative_id) and b.agreement_id = a.agreement_id
      and b.supplier_id = into_id and b.lot_id is not distinct from a.lot_id
      and a.from_on <> b.from_on and a.from_on <= coalesce(b.until_on, 'infinity') and b.from_on <= coalesce(a.until_on, 'infinity')
    join agreements.agreement g on (g.cooperative_id = a.cooperative_id) and g.id = a.agreement_id
    where a.supplier_id = from_id having count(*) > 0;
  return query
    select 'participation-overlaps'::text, min(g.title), null::text, count(*)
    from agreements.participation a
    join agreements.participation b on (b.cooperative_id = a.cooperative_id) and b.agreement_id = a.agreement_id and b.buyer_id = into_id
      and a.from_on <> b.from_on and a.from_on <= coalesce(b.until_on, 'infinity') and b.from_on <= coalesce(a.until_on, 'infinity')
    join agreements.agreement g on (g.cooperative_id = a.cooperative_id) and g.id = a.agreement_id
    where a.buyer_id = from_id having count(*) > 0;
  -- Both owe a report for the same days. The same period key is a duplicate; an example of it is told here.
  return query
    select 'obligations-overlap'::text, min(g.title), min(a.period_key), count(*)
    from agreements.duty a
    join agreements.duty b on (b.cooperative_id = a.cooperative_id) and b.agreement_id = a.agreement_id and b.supplier_id = into_id
      and b.report = a.report and b.part_of is not distinct from a.part_of
      and a.period_start < b.period_end and b.period_start < a.period_end
    join agreements.agreement g on (g.cooperative_id = a.cooperative_id) and g.id = a.agreement_id
    where a.supplier_id = from_id and a.exempt_at is null and (
      b.exempt_at is null or (a.period_key, a.period_start) = (b.period_key, b.period_start)) having count(*) > 0;
  return query
    select 'customer-number-differs'::text, min(a.number), null::text, count(*)
    from agreements.customer_number a
    join agreements.customer_number b on (b.cooperative_id = a.cooperative_id) and b.supplier_id = into_id and b.number = a.number
      and b.undone_at is null
      and (a.buyer_id, a.site_id) is distinct from (b.buyer_id, b.site_id)
      and coalesce(a.from_on, '-infinity') <= coalesce(b.until_on, 'infinity') and
        coalesce(b.from_on, '-infinity') <= coalesce(a.until_on, 'infinity')
    where a.supplier_id = from_id and a.undone_at is null having count(*) > 0;
  return query
    select 'part-of-each-other'::text, null::text, null::text, count(*)
    from (select m.body_id as one, m.member_id as other from agreements.body_member m union all select h.buyer_id, h.host_id
      from agreements.buyer_body h where h.host_id is not null) p
    where (p.one = from_id and p.other = into_id) or (p.one = into_id and p.other = from_id) having count(*) > 0;
end $$;
select platform.takes_part_in_merges('agreements.merge_conflicts', 'conflicts');
