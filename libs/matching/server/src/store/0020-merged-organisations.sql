-- What a merge of two records of one organisation does with the columns of this room.
select platform.moves_with_organisation('matching.link', 'supplier_id', 'matches');
select platform.moves_with_organisation('matching.link', 'buyer_id', 'matches');
select platform.moves_with_organisation('matching.decision', 'supplier_id', 'decisions');
select platform.moves_with_organisation('matching.decision', 'buyer_id', 'decisions');
select platform.moves_with_organisation('matching.confirmation', 'buyer_id', 'decisions');
select platform.moves_with_organisation('matching.answer', 'supplier_id', 'decisions');
select platform.moves_with_organisation('matching.answer', 'buyer_id', 'decisions');
select platform.moves_with_organisation('matching.statement', 'supplier_id', 'decisions');
select platform.moves_with_organisation('matching.statement', 'buyer_id', 'decisions');
select platform.moves_with_organisation('matching.report_line_apart', 'supplier_id', 'other');
select platform.moves_with_organisation('matching.report_line_apart', 'buyer_id', 'other');
select platform.moves_with_organisation('matching.report_line_apart', 'books_id', 'other');
select platform.moves_with_organisation('matching.spend_line_apart', 'supplier_id', 'other');
select platform.moves_with_organisation('matching.spend_line_apart', 'buyer_id', 'other');
select platform.moves_with_organisation('matching.usual_account', 'supplier_id', 'other', 'removed', 'true');
select platform.moves_with_organisation('matching.cell', 'supplier_id', 'other');
select platform.moves_with_organisation('matching.cell', 'buyer_id', 'other');

-- A run that is going on would write the lines of the organisation that goes: the merge waits for it.
create function matching.prepare_merge(from_id uuid, into_id uuid) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('matching.run' || platform.cooperative(), 0));
end $$;
select platform.takes_part_in_merges('matching.prepare_merge', 'prepare');
