-- A batch that was loaded by mistake is answered by a counter-batch, whole; both stay. The counter-batch has no lines of its own: they are
-- the answered batch's, with the other sign. The answered batch's lines become `repeated`, which is to say kept and not counted, and what
-- they had kept from counting in later batches counts from then on.
alter table spend.batch add column reverses uuid, add column reversed_by uuid, add column reversal_reason text;
drop index spend.batch_by_content;
create unique index batch_by_content on spend.batch (cooperative_id, file_sha256) where state <> 'refused' and reverses is null and reversed_by is null;
create unique index batch_by_reversed on spend.batch (cooperative_id, reverses) where reverses is not null and state <> 'refused';

-- What follows from a batch's lines goes when they no longer count; it is found anew among those that do.
create function pg_temp.removable(target regclass) returns void language plpgsql as $$
begin
  execute format('create policy removes on %s for delete using (cooperative_id = platform.cooperative() and platform.side() = ''system'')', target);
  execute format('grant delete on %s to tallgrunn_app', target);
end $$;
select pg_temp.removable(t) from unnest(array['spend.tie', 'spend.tied_posting', 'spend.tied_line', 'spend.coverage', 'spend.supplier_number']::regclass[]) t;
create index tied_posting_by_invoice on spend.tied_posting (cooperative_id, invoice_batch_id, invoice_no);
