-- Names after the words that people in the trade use.
select platform.rename_table('catalogue.product', 'product_group');
select platform.rename_table('catalogue.product_code', 'code_product_group');
select platform.rename_table('catalogue.correction', 'mapping_correction');
select platform.rename_table('catalogue.mapping_decision', 'mapping_override');

-- Names of columns.
select platform.rename_column('catalogue.code_product_group', 'product_code', 'product_group_code');
select platform.rename_column('catalogue.mapping_correction', 'product_code', 'product_group_code');
select platform.rename_column('catalogue.mapping_override', 'product_code', 'product_group_code');

-- Functions whose text names a table.
create or replace function catalogue.prepare_merge(from_id uuid, into_id uuid) returns void language plpgsql as $$
begin
  update catalogue.mapping_override d set code = into_id::text || substr(d.code, 37)
  where d.system = 'item' and d.code like from_id::text || ':%'
    and not exists (
      select from catalogue.mapping_override o
      where o.cooperative_id = d.cooperative_id and o.correction_id = d.correction_id and o.system = 'item'
        and o.code = into_id::text || substr(d.code, 37));
end $$;
