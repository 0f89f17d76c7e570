-- The factor sets, account map, default factors and series that the product ships. Their files are in data/.
insert into factor_book.factor_set (
  id, title, region, data_year, revised_year, price_level, price_index, currency, vat_basis, vat_basis_stated, unit,
  boundary, licence, licence_url, source_url, repository, repository_path, repository_commit, sha256, attributions,
  changes)
select s ->> 'id', s -> 'title', s ->> 'region', (s ->> 'dataYear')::int, (s ->> 'revisedYear')::int,
  s ->> 'priceLevel', s -> 'priceIndex', s ->> 'currency', s ->> 'vatBasis', (s ->> 'vatBasisStated')::boolean,
  s ->> 'unit', s -> 'boundary', s ->> 'licence', s ->> 'licenceUrl', s ->> 'sourceUrl', s ->> 'repository',
  s ->> 'repositoryPath', s ->> 'repositoryCommit', s ->> 'sha256', s -> 'attributions', s -> 'changes'
from (select '{{set}}'::jsonb as s) as release;

-- Every spend factor of the release is DFØ's figure, two decimals of tonnes per million NOK, times 89.9 / 103.5:
-- dividing that out gives the published figure exactly.
insert into factor_book.factor (
  set_id, id, name, ns4102, dfo, kind, activity, value, unit, source, basis, data_year, price_level, method, note,
  published_value, per, boundary, stage)
select s ->> 'id', f ->> 'id', f ->> 'name', f ->> 'ns4102', f ->> 'dfo', f ->> 'kind', f ->> 'activity',
  (f ->> 'value')::numeric, f ->> 'unit', f ->> 'source', f ->> 'basis', (f ->> 'dataYear')::int, f ->> 'priceLevel',
  f ->> 'method', f ->> 'note',
  case f ->> 'kind' when 'spend' then round(
    (f ->> 'value')::numeric * 1000 * (s -> 'priceIndex' ->> 'priceLevel')::numeric
    / (s -> 'priceIndex' ->> 'dataYear')::numeric, 2) end,
  case
    when f ->> 'kind' = 'spend' then 'NOK'
    when f ->> 'unit' like '%/liter' then 'l'
    when f ->> 'unit' like '%/NOK' then 'NOK'
    else lower(split_part(f ->> 'unit', '/', 2)) end,
  case
    when f ->> 'kind' = 'spend' then 'cradle-shop'
    when f ->> 'unit' like '%/liter' or f ->> 'unit' like '%/km' then 'combustion'
    when f ->> 'unit' like '%/kWh' then 'by-location'
    else 'other' end,
  case
    when f ->> 'kind' <> 'spend' and (f ->> 'unit' like '%/liter' or f ->> 'unit' like '%/km'
      or f ->> 'unit' like '%/kWh') then 'direct'
    else 'whole' end
from (select '{{set}}'::jsonb as s) as release, jsonb_array_elements('{{factors}}'::jsonb) as factors (f);

insert into factor_book.account_map (id, set_id, title)
values ('accounts-2026-1', 'dfo-2022-ns4102-2026m08', '{{title}}'::jsonb);

insert into factor_book.account_map_entry (
  account_map_id, account_system, account_code, name, answer, set_id, factor_id, candidates, gross_vat, reason)
select 'accounts-2026-1', r ->> 'system', r ->> 'code', r -> 'name', r ->> 'answer', 'dfo-2022-ns4102-2026m08',
  r ->> 'factor', array(select jsonb_array_elements_text(coalesce(r -> 'candidates', '[]'))),
  coalesce((r ->> 'grossVat')::numeric, 0),
  case jsonb_typeof(r -> 'reason') when 'string' then '{{reasons}}'::jsonb -> (r ->> 'reason') else r -> 'reason' end
from jsonb_array_elements('{{rules}}'::jsonb) as rules (r);

insert into factor_book.factor_set (
  id, title, region, data_year, price_level, currency, vat_basis, vat_basis_stated, unit, boundary, method, licence,
  licence_url, source_url, repository, repository_path, repository_commit, sha256, attributions, changes)
select s ->> 'id', s -> 'title', s ->> 'region', (s ->> 'dataYear')::int, s ->> 'priceLevel', s ->> 'currency', 'net',
  false, s ->> 'unit', s -> 'boundary', s ->> 'method', s ->> 'licence', s ->> 'licenceUrl', s ->> 'sourceUrl',
  s ->> 'repository', s ->> 'path', s ->> 'commit', s ->> 'sha256', s -> 'attributions', s -> 'changes'
from jsonb_array_elements('{{sets}}'::jsonb) as sets (each), lateral (select each -> 'set' as s) as one;

insert into factor_book.factor (
  set_id, id, name, kind, value, unit, source, basis, data_year, published_value, per, stage, boundary, region,
  category_code, source_name, gsd, flags)
select each -> 'set' ->> 'id', f ->> 'id', f ->> 'name', f ->> 'kind', (f ->> 'value')::numeric, f ->> 'unit',
  each -> 'set' -> 'attributions' ->> 0, 'published', (f ->> 'year')::int, (f ->> 'published')::numeric, f ->> 'per',
  f ->> 'stage', f ->> 'boundary', each -> 'set' ->> 'region', f ->> 'category', f ->> 'sourceName',
  (f ->> 'gsd')::numeric, array(select jsonb_array_elements_text(f -> 'flags'))
from jsonb_array_elements('{{sets}}'::jsonb) as sets (each), jsonb_array_elements(each -> 'factors') as factors (f);

update factor_book.factor_set s
set price_basis = 'purchaser', price_basis_stated = s.attributions::text like '%purchaser price%'
where exists (select from factor_book.factor f where f.set_id = s.id and f.kind = 'spend');

-- Of two versions of a series the later in the list is in force.
insert into factor_book.series (id, kind, currency, title, source, source_url, licence, note, published_at)
select s ->> 'id', s ->> 'kind', s ->> 'currency', s -> 'title', s ->> 'source', s ->> 'sourceUrl', s ->> 'licence',
  s ->> 'note', now() + position * interval '1 microsecond'
from jsonb_array_elements('{{series}}'::jsonb) with ordinality as list (s, position);
insert into factor_book.series_point (series_id, year, value)
select s ->> 'id', year::int, value::numeric
from jsonb_array_elements('{{series}}'::jsonb) as list (s), jsonb_each_text(s -> 'points') as points (year, value);

insert into factor_book.default_factor (
  default_set_id, kind, target, set_id, factor_id, combustion_set_id, combustion_factor_id)
select 'standard-2026-1', 'product', p ->> 'product', p ->> 'set', p ->> 'factor', p ->> 'directSet', p ->> 'direct'
from jsonb_array_elements('{{standard}}'::jsonb -> 'products') as list (p)
union all
select 'standard-2026-1', 'category', p ->> 'category', p ->> 'set', p ->> 'factor', null, null
from jsonb_array_elements('{{standard}}'::jsonb -> 'categories') as list (p);
