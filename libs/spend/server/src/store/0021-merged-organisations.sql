-- What a merge of two records of one organisation does with the columns of this room.
select platform.moves_with_organisation('spend.profile', 'buyer_id', 'other', 'retained', 'true',
  'Both saved a way of reading under the same name; files carry a copy of the one they were read by.');
select platform.moves_with_organisation('spend.batch', 'buyer_id', 'files');
select platform.moves_with_organisation('spend.invoice', 'buyer_id', 'invoices');
select platform.moves_with_organisation('spend.invoice_line', 'buyer_id', 'other');
select platform.moves_with_organisation('spend.posting', 'buyer_id', 'ledger-lines');
select platform.moves_with_organisation('spend.coverage', 'buyer_id', 'other', 'removed', 'true');
select platform.moves_with_organisation('spend.supplier_number', 'buyer_id', 'supplier-numbers', 'removed',
  'a.seller_org_number = b.seller_org_number');
select platform.moves_with_organisation('spend.tie', 'buyer_id', 'other');
select platform.moves_with_organisation('spend.tied_posting', 'buyer_id', 'other');
select platform.moves_with_organisation('spend.tied_line', 'buyer_id', 'other');
select platform.moves_with_organisation('spend.delivery', 'buyer_id', 'deliveries');
select platform.moves_with_organisation('spend.delivery_line', 'buyer_id', 'other');
select platform.moves_with_organisation('spend.delivered_line', 'buyer_id', 'other');

-- A file with postings of both: its months tell of the postings of both together.
select platform.open_to_merges('spend.coverage', 'postings');
create function spend.prepare_merge(from_id uuid, into_id uuid) returns void language plpgsql as $$
begin
  update spend.coverage c set postings = c.postings + o.postings
  from spend.coverage o
  where c.buyer_id = into_id and o.cooperative_id = c.cooperative_id and o.batch_id = c.batch_id and o.month = c.month
    and o.buyer_id = from_id;
end $$;
select platform.takes_part_in_merges('spend.prepare_merge', 'prepare');

create function spend.merge_conflicts(from_id uuid, into_id uuid) returns table (code text, found text, expected text,
  total bigint) language plpgsql as $$
begin
  return query
    select 'ledger-months-overlap'::text, min(a.month), null::text, count(distinct a.month)
    from spend.coverage a join spend.coverage b on (b.cooperative_id = a.cooperative_id) and b.month = a.month
      and b.buyer_id = into_id and b.batch_id <> a.batch_id
    where a.buyer_id = from_id having count(*) > 0;
  return query
    select 'work-in-progress'::text, min(b.file_name), null::text, count(*)
    from spend.batch b where b.state = 'received' and (b.buyer_id is null or b.buyer_id in (from_id, into_id)) having count(*) > 0;
end $$;
select platform.takes_part_in_merges('spend.merge_conflicts', 'conflicts');
