-- Names of tables after the words that people in the trade use.
select platform.rename_table('agreements.pack_decision', 'pack_override');
select platform.rename_table('agreements.item_change', 'item_number_change');
select platform.rename_table('agreements.adjustment_case', 'price_adjustment');
select platform.rename_table('agreements.duty', 'reporting_obligation');
select platform.rename_table('agreements.unit_lesson', 'unit_mapping');
select platform.rename_table('agreements.column_lesson', 'column_rule');
select platform.rename_table('agreements.buyer_body', 'buyer_type');
select platform.rename_table('agreements.body_member', 'buyer_owner');
select platform.rename_table('agreements.supplier_unit', 'related_entity');
select platform.rename_table('agreements.party_event', 'organisation_change');
select platform.rename_table('agreements.register_import', 'agreement_import');
select platform.rename_table('agreements.register_question', 'agreement_import_question');

-- Functions whose text names a table.
create or replace function agreements.prepare_merge(from_id uuid, into_id uuid) returns void language plpgsql as $$
begin
  update agreements.agreement_import_question q set choices = replace(q.choices::text, from_id::text, into_id::text)::jsonb,
    answer = replace(q.answer::text, from_id::text, into_id::text)::jsonb
  from agreements.agreement_import i
  where i.cooperative_id = q.cooperative_id and i.id = q.import_id and i.state = 'asked'
    and position(from_id::text in concat(q.choices, q.answer)) > 0;
end $$;

create or replace function agreements.merge_conflicts(from_id uuid, into_id uuid) returns table(code text, found text, expected text, total bigint) language plpgsql as $$
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
    from agreements.reporting_obligation a
    join agreements.reporting_obligation b on (b.cooperative_id = a.cooperative_id) and b.agreement_id = a.agreement_id and b.supplier_id = into_id
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
    from (select m.body_id as one, m.member_id as other from agreements.buyer_owner m union all select h.buyer_id, h.host_id
      from agreements.buyer_type h where h.host_id is not null) p
    where (p.one = from_id and p.other = into_id) or (p.one = into_id and p.other = from_id) having count(*) > 0;
end $$;
