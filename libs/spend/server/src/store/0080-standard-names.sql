-- Names after the words that people in the trade use.
select platform.rename_table('spend.profile', 'import_profile');
select platform.rename_table('spend.coverage', 'ledger_coverage');
select platform.rename_table('spend.supplier_number', 'supplier_ledger_number');
select platform.rename_table('spend.tie', 'invoice_match');
select platform.rename_table('spend.tied_posting', 'matched_posting');
select platform.rename_table('spend.tied_line', 'matched_invoice_line');
select platform.rename_table('spend.delivery', 'despatch_advice');
select platform.rename_table('spend.delivery_line', 'despatch_line');
select platform.rename_table('spend.delivered_line', 'invoice_line_delivery');

-- Names of columns.
select platform.rename_column('spend.batch', 'refused_documents', 'rejected_document_count');
select platform.rename_column('spend.invoice', 'invoice_no', 'document_no');
select platform.rename_column('spend.invoice_line', 'invoice_no', 'document_no');
select platform.rename_column('spend.invoice_line', 'co2e_per_unit', 'kg_co2e_per_unit');
select platform.rename_column('spend.invoice_match', 'invoice_no', 'document_no');
select platform.rename_column('spend.matched_posting', 'invoice_no', 'document_no');
select platform.rename_column('spend.despatch_advice', 'delivery_no', 'document_no');
select platform.rename_column('spend.despatch_advice', 'delivered_basis', 'delivery_date_basis');
select platform.rename_column('spend.despatch_line', 'delivery_no', 'document_no');
select platform.rename_column('spend.invoice_line_delivery', 'delivery_batch_id', 'despatch_batch_id');
select platform.rename_column('spend.invoice_line_delivery', 'delivery_line_no', 'despatch_line_no');
select platform.rename_column('spend.batch', 'reversed_by', 'reversed_by_batch_id');

-- Functions whose text names a table.
create or replace function spend.prepare_merge(from_id uuid, into_id uuid) returns void language plpgsql as $$
begin
  update spend.ledger_coverage c set postings = c.postings + o.postings
  from spend.ledger_coverage o
  where c.buyer_id = into_id and o.cooperative_id = c.cooperative_id and o.batch_id = c.batch_id and o.month = c.month
    and o.buyer_id = from_id;
end $$;

create or replace function spend.merge_conflicts(from_id uuid, into_id uuid) returns table(code text, found text, expected text, total bigint) language plpgsql as $$
begin
  return query
    select 'ledger-months-overlap'::text, min(a.month), null::text, count(distinct a.month)
    from spend.ledger_coverage a join spend.ledger_coverage b on (b.cooperative_id = a.cooperative_id) and b.month = a.month
      and b.buyer_id = into_id and b.batch_id <> a.batch_id
    where a.buyer_id = from_id having count(*) > 0;
  return query
    select 'work-in-progress'::text, min(b.file_name), null::text, count(*)
    from spend.batch b where b.state = 'received' and (b.buyer_id is null or b.buyer_id in (from_id, into_id)) having count(*) > 0;
end $$;
