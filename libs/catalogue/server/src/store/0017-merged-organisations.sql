-- What a merge of two records of one organisation does here: the codes of items begin with their supplier.
select platform.open_to_merges('catalogue.mapping_decision', 'code');
create trigger only_merge_code before update of code on catalogue.mapping_decision for each row
  when (new.code is distinct from old.code
    and (old.system <> 'item' or new.code is distinct from platform.merged_into(split_part(old.code, ':',
      1)::uuid)::text || substr(old.code, 37)))
  execute function platform.refuse_reference();

-- A decision of one correction that is told of both keeps its row, and tells of the supplier that stays.
create function catalogue.prepare_merge(from_id uuid, into_id uuid) returns void language plpgsql as $$
begin
  update catalogue.mapping_decision d set code = into_id::text || substr(d.code, 37)
  where d.system = 'item' and d.code like from_id::text || ':%'
    and not exists (
      select from catalogue.mapping_decision o
      where o.cooperative_id = d.cooperative_id and o.correction_id = d.correction_id and o.system = 'item'
        and o.code = into_id::text || substr(d.code, 37));
end $$;
select platform.takes_part_in_merges('catalogue.prepare_merge', 'prepare');
