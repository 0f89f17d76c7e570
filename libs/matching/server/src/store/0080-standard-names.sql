-- Names after the words that people in the trade use.
select platform.rename_table('matching.decision', 'pair_decision');
select platform.rename_table('matching.confirmation', 'second_approval');
select platform.rename_table('matching.source', 'run_input');
select platform.rename_table('matching.report_line_apart', 'standalone_report_line');
select platform.rename_table('matching.report_line_plain', 'inline_report_line');
select platform.rename_table('matching.spend_line_apart', 'standalone_spend_line');
select platform.rename_table('matching.spend_line_plain', 'inline_spend_line');
select platform.rename_table('matching.answer', 'line_resolution');
select platform.rename_table('matching.usual_place', 'usual_cost_centre');
select platform.rename_table('matching.cell', 'matching_total');
select platform.rename_table('matching.statement', 'supplier_response');
alter function matching.plain(text) rename to normalise_number;
alter function matching.month_of(date) rename to month_index;

-- Names of columns.
select platform.rename_column('matching.link', 'from_run', 'opened_by_run');
select platform.rename_column('matching.link', 'until_run', 'closed_by_run');
select platform.rename_column('matching.run_input', 'from_run', 'opened_by_run');
select platform.rename_column('matching.run_input', 'until_run', 'closed_by_run');
select platform.rename_column('matching.standalone_report_line', 'books_id', 'ledger_buyer_id');
select platform.rename_column('matching.line_resolution', 'needs_second', 'requires_second_approval');
select platform.rename_column('matching.pair_decision', 'needs_second', 'requires_second_approval');
select platform.rename_column('matching.supplier_response', 'given_id', 'bulk_id');
select platform.rename_column('matching.supplier_response', 'duty_id', 'obligation_id');
select platform.rename_column('matching.inline_report_line', 'books_id', 'ledger_buyer_id');
select platform.rename_column('matching.report_line', 'books_id', 'ledger_buyer_id');
select platform.rename_column('matching.line_resolution', 'given_id', 'bulk_id');
select platform.rename_column('matching.pair_decision', 'given_id', 'bulk_id');

-- Functions whose text names a table.
create or replace function matching.guard_confirmation() returns trigger language plpgsql as $$
begin
  if new.confirmed_by is not null and exists (
    select from matching.pair_decision d where d.id = new.decision_id and d.decided_by = new.confirmed_by
    union all
    select from matching.line_resolution a where a.id = new.decision_id and a.decided_by = new.confirmed_by
  ) then
    raise exception 'A decision is confirmed by another person than the one who made it.';
  end if;
  return new;
end $$;
