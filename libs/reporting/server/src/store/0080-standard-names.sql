-- Names after the words that people in the trade use.
select platform.rename_table('reporting.version', 'report_version');
select platform.rename_table('reporting.verdict', 'check_result');
select platform.rename_table('reporting.line', 'report_line');
select platform.rename_table('reporting.line_sum', 'report_line_sum');
select platform.rename_table('reporting.further_place', 'overflow_finding');
select platform.rename_table('reporting.confirmation', 'finding_response');
select platform.rename_table('reporting.sending', 'api_submission');
select platform.rename_table('reporting.cutting', 'file_redaction');
select platform.rename_table('reporting.on_behalf', 'on_behalf_submission');
select platform.rename_table('reporting.typed_draft', 'manual_entry_draft');
select platform.rename_table('reporting.typed_row', 'manual_entry_row');

-- Names of columns.
select platform.rename_column('reporting.report', 'duty_id', 'obligation_id');
select platform.rename_column('reporting.report_version', 'duty_id', 'obligation_id');
select platform.rename_column('reporting.report_version', 'replaced_at', 'superseded_at');
select platform.rename_column('reporting.report_version', 'file_kept', 'is_file_stored');
select platform.rename_column('reporting.report_version', 'needs_decision', 'requires_review');
select platform.rename_column('reporting.report_line', 'buyer_text', 'buyer_as_written');
select platform.rename_column('reporting.report_line', 'site_text', 'site_as_written');
select platform.rename_column('reporting.api_submission', 'duty_id', 'obligation_id');
select platform.rename_column('reporting.api_submission', 'check_json', 'check_result_json');
select platform.rename_column('reporting.api_submission', 'leave_out_rows', 'exclude_rows');
select platform.rename_column('reporting.file_redaction', 'whole_sha256', 'original_sha256');
select platform.rename_column('reporting.file_redaction', 'whole_size_bytes', 'original_size_bytes');
select platform.rename_column('reporting.correction', 'asks_manager', 'review_reasons');
select platform.rename_column('reporting.report_line', 'from_version_id', 'carried_from_version_id');
select platform.rename_column('reporting.manual_entry_draft', 'duty_id', 'obligation_id');
select platform.rename_column('reporting.manual_entry_draft', 'sent_version_id', 'submitted_version_id');
select platform.rename_column('reporting.manual_entry_draft', 'sent_revision', 'submitted_revision');
select platform.rename_column('reporting.manual_entry_row', 'duty_id', 'obligation_id');
select platform.rename_column('reporting.missing_branch', 'duty_id', 'obligation_id');

-- Functions whose text names a table.
create or replace function reporting.merge_conflicts(from_id uuid, into_id uuid) returns table(code text, found text, expected text, total bigint) language plpgsql as $$
begin
  -- An exempt obligation stays where the other one reports the period; a report in it would be left behind.
  return query
    select 'reports-overlap'::text, min(v.number), min(v.period_key), count(*)
    from reporting.report_version v
    join agreements.door_reporting_obligation d on (d.cooperative_id = v.cooperative_id) and d.id = v.obligation_id
    join agreements.door_reporting_obligation o on (o.cooperative_id = d.cooperative_id) and o.agreement_id = d.agreement_id
      and o.report = d.report and o.branch_id is not distinct from d.branch_id
      and (o.period_key, o.period_start) = (d.period_key, d.period_start) and o.supplier_id = into_id
    where v.supplier_id = from_id and d.exemption_reason is not null having count(*) > 0;
  return query
    select 'work-in-progress'::text, min(w.file_name), null::text, count(*)
    from (select v.file_name from reporting.report_version v where v.supplier_id in (from_id, into_id) and v.state = 'received'
          union all select s.file_name from reporting.api_submission s where s.supplier_id in (from_id, into_id)
            and s.state = 'waiting') w having count(*) > 0;
end $$;
