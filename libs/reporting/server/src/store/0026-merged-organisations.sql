-- What a merge of two records of one organisation does with the columns of this room.
select platform.moves_with_organisation('reporting.version', 'supplier_id', 'reports');
select platform.moves_with_organisation('reporting.report', 'supplier_id', 'other');
select platform.moves_with_organisation('reporting.verdict', 'supplier_id', 'other');
select platform.moves_with_organisation('reporting.line', 'supplier_id', 'report-lines');
select platform.moves_with_organisation('reporting.line', 'buyer_id', 'report-lines');
select platform.moves_with_organisation('reporting.quarantined_row', 'supplier_id', 'other');
select platform.moves_with_organisation('reporting.finding', 'supplier_id', 'other');
select platform.moves_with_organisation('reporting.further_place', 'supplier_id', 'other');
select platform.moves_with_organisation('reporting.confirmation', 'supplier_id', 'other');
select platform.moves_with_organisation('reporting.cutting', 'supplier_id', 'other');
select platform.moves_with_organisation('reporting.correction', 'supplier_id', 'other');
select platform.moves_with_organisation('reporting.on_behalf', 'supplier_id', 'other');
select platform.moves_with_organisation('reporting.nil_question', 'supplier_id', 'other');
select platform.moves_with_organisation('reporting.sending', 'supplier_id', 'other');
select platform.moves_with_organisation('reporting.typed_draft', 'supplier_id', 'other');
select platform.moves_with_organisation('reporting.typed_row', 'supplier_id', 'other');
select platform.moves_with_organisation('reporting.missing_branch', 'supplier_id', 'other');
select platform.moves_with_organisation('reporting.excluded_customer', 'supplier_id', 'names', 'retained',
  '(a.revoked_at is null) = (b.revoked_at is null)', 'The other one leaves out the same customer.');

create function reporting.merge_conflicts(from_id uuid, into_id uuid) returns table (code text, found text, expected text,
  total bigint) language plpgsql as $$
begin
  -- An exempt obligation stays where the other one reports the period; a report in it would be left behind.
  return query
    select 'reports-overlap'::text, min(v.number), min(v.period_key), count(*)
    from reporting.version v
    join agreements.door_duty d on (d.cooperative_id = v.cooperative_id) and d.id = v.duty_id
    join agreements.door_duty o on (o.cooperative_id = d.cooperative_id) and o.agreement_id = d.agreement_id
      and o.report = d.report and o.part_of is not distinct from d.part_of
      and (o.period_key, o.period_start) = (d.period_key, d.period_start) and o.supplier_id = into_id
    where v.supplier_id = from_id and d.exempt_reason is not null having count(*) > 0;
  return query
    select 'work-in-progress'::text, min(w.file_name), null::text, count(*)
    from (select v.file_name from reporting.version v where v.supplier_id in (from_id, into_id) and v.state = 'received'
          union all select s.file_name from reporting.sending s where s.supplier_id in (from_id, into_id)
            and s.state = 'waiting') w having count(*) > 0;
end $$;
select platform.takes_part_in_merges('reporting.merge_conflicts', 'conflicts');
