-- Names after the words that people in the trade use.
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

-- Names of columns.
select platform.rename_column('agreements.agreement_supplier', 'from_on', 'valid_from');
select platform.rename_column('agreements.agreement_supplier', 'until_on', 'valid_to');
select platform.rename_column('agreements.participation', 'from_on', 'valid_from');
select platform.rename_column('agreements.participation', 'until_on', 'valid_to');
select platform.rename_column('agreements.price_line', 'former_number', 'previous_item_number');
select platform.rename_column('agreements.terms_version', 'holds_from', 'applies_from');
select platform.rename_column('agreements.agreement', 'maximum_currency', 'maximum_value_currency');
select platform.rename_column('agreements.agreement_supplier', 'clause_noted_on', 'reporting_clause_status_on');
select platform.rename_column('agreements.buyer_site', 'from_on', 'valid_from');
select platform.rename_column('agreements.buyer_site', 'until_on', 'valid_to');
select platform.rename_column('agreements.buyer_alias', 'undone_at', 'revoked_at');
select platform.rename_column('agreements.buyer_alias', 'undone_by', 'revoked_by');
select platform.rename_column('agreements.customer_number', 'from_on', 'valid_from');
select platform.rename_column('agreements.customer_number', 'until_on', 'valid_to');
select platform.rename_column('agreements.customer_number', 'undone_at', 'revoked_at');
select platform.rename_column('agreements.customer_number', 'undone_by', 'revoked_by');
select platform.rename_column('agreements.buyer_type', 'host_id', 'host_municipality_id');
select platform.rename_column('agreements.buyer_owner', 'body_id', 'buyer_id');
select platform.rename_column('agreements.buyer_owner', 'member_id', 'owner_id');
select platform.rename_column('agreements.buyer_owner', 'from_on', 'valid_from');
select platform.rename_column('agreements.buyer_owner', 'until_on', 'valid_to');
select platform.rename_column('agreements.related_entity', 'from_on', 'valid_from');
select platform.rename_column('agreements.related_entity', 'until_on', 'valid_to');
select platform.rename_column('agreements.organisation_change', 'on_date', 'effective_on');
select platform.rename_column('agreements.organisation_change', 'from_ids', 'predecessor_ids');
select platform.rename_column('agreements.organisation_change', 'to_ids', 'successor_ids');
select platform.rename_column('agreements.organisation_change', 'undone_at', 'revoked_at');
select platform.rename_column('agreements.organisation_change', 'undone_by', 'revoked_by');
select platform.rename_column('agreements.price_model', 'from_on', 'valid_from');
select platform.rename_column('agreements.price_model', 'until_on', 'valid_to');
select platform.rename_column('agreements.price_version', 'from_on', 'valid_from');
select platform.rename_column('agreements.price_version', 'until_on', 'valid_to');
select platform.rename_column('agreements.price_line', 'from_quantity', 'minimum_quantity');
select platform.rename_column('agreements.item_number_change', 'old_item', 'old_item_id');
select platform.rename_column('agreements.item_number_change', 'new_item', 'new_item_id');
select platform.rename_column('agreements.item_number_change', 'on_date', 'effective_on');
select platform.rename_column('agreements.item_number_change', 'undone_at', 'revoked_at');
select platform.rename_column('agreements.item_number_change', 'undone_by', 'revoked_by');
select platform.rename_column('agreements.price_draft', 'from_on', 'valid_from');
select platform.rename_column('agreements.price_draft', 'until_on', 'valid_to');
select platform.rename_column('agreements.price_draft_line', 'former_number', 'previous_item_number');
select platform.rename_column('agreements.price_draft_line', 'from_quantity', 'minimum_quantity');
select platform.rename_column('agreements.price_adjustment', 'compare_period', 'comparison_period');
select platform.rename_column('agreements.price_adjustment', 'wanted_from', 'requested_from');
select platform.rename_column('agreements.reporting_obligation', 'part_of', 'branch_id');
select platform.rename_column('agreements.reporting_obligation', 'run_off', 'is_run_off');
select platform.rename_column('agreements.reporting_obligation', 'exempt_at', 'exempted_at');
select platform.rename_column('agreements.reporting_obligation', 'exempt_by', 'exempted_by');
select platform.rename_column('agreements.reporting_obligation', 'exempt_reason', 'exemption_reason');
select platform.rename_column('agreements.unit_mapping', 'undone_at', 'revoked_at');
select platform.rename_column('agreements.unit_mapping', 'undone_by', 'revoked_by');
select platform.rename_column('agreements.item_number_change', 'reported_in', 'source_report_number');
select platform.rename_column('agreements.item', 'newest_version_id', 'latest_price_version_id');
select platform.rename_column('agreements.item', 'newest_line_no', 'latest_price_line_no');
select platform.rename_column('agreements.column_rule', 'undone_at', 'revoked_at');
select platform.rename_column('agreements.column_rule', 'undone_by', 'revoked_by');
select platform.rename_column('agreements.agreement_supplier', 'clause_status', 'reporting_clause_status');

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
      and a.valid_from <> b.valid_from and a.valid_from <= coalesce(b.valid_to, 'infinity') and b.valid_from <= coalesce(a.valid_to, 'infinity')
    join agreements.agreement g on (g.cooperative_id = a.cooperative_id) and g.id = a.agreement_id
    where a.supplier_id = from_id having count(*) > 0;
  return query
    select 'participation-overlaps'::text, min(g.title), null::text, count(*)
    from agreements.participation a
    join agreements.participation b on (b.cooperative_id = a.cooperative_id) and b.agreement_id = a.agreement_id and b.buyer_id = into_id
      and a.valid_from <> b.valid_from and a.valid_from <= coalesce(b.valid_to, 'infinity') and b.valid_from <= coalesce(a.valid_to, 'infinity')
    join agreements.agreement g on (g.cooperative_id = a.cooperative_id) and g.id = a.agreement_id
    where a.buyer_id = from_id having count(*) > 0;
  -- Both owe a report for the same days. The same period key is a duplicate; an example of it is told here.
  return query
    select 'obligations-overlap'::text, min(g.title), min(a.period_key), count(*)
    from agreements.reporting_obligation a
    join agreements.reporting_obligation b on (b.cooperative_id = a.cooperative_id) and b.agreement_id = a.agreement_id and b.supplier_id = into_id
      and b.report = a.report and b.branch_id is not distinct from a.branch_id
      and a.period_start < b.period_end and b.period_start < a.period_end
    join agreements.agreement g on (g.cooperative_id = a.cooperative_id) and g.id = a.agreement_id
    where a.supplier_id = from_id and a.exempted_at is null and (
      b.exempted_at is null or (a.period_key, a.period_start) = (b.period_key, b.period_start)) having count(*) > 0;
  return query
    select 'customer-number-differs'::text, min(a.number), null::text, count(*)
    from agreements.customer_number a
    join agreements.customer_number b on (b.cooperative_id = a.cooperative_id) and b.supplier_id = into_id and b.number = a.number
      and b.revoked_at is null
      and (a.buyer_id, a.site_id) is distinct from (b.buyer_id, b.site_id)
      and coalesce(a.valid_from, '-infinity') <= coalesce(b.valid_to, 'infinity') and
        coalesce(b.valid_from, '-infinity') <= coalesce(a.valid_to, 'infinity')
    where a.supplier_id = from_id and a.revoked_at is null having count(*) > 0;
  return query
    select 'part-of-each-other'::text, null::text, null::text, count(*)
    from (select m.buyer_id as one, m.owner_id as other from agreements.buyer_owner m union all select h.buyer_id, h.host_municipality_id
      from agreements.buyer_type h where h.host_municipality_id is not null) p
    where (p.one = from_id and p.other = into_id) or (p.one = into_id and p.other = from_id) having count(*) > 0;
end $$;
