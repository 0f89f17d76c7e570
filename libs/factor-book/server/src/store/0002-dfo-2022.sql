insert into factor_book.factor_set (
  id, title, region, data_year, revised_year, price_level, price_index, currency, vat_basis, vat_basis_stated, unit, boundary,
  licence, licence_url, source_url, repository, repository_path, repository_commit, sha256, attributions, changes)
select s ->> 'id', s -> 'title', s ->> 'region', (s ->> 'dataYear')::int, (s ->> 'revisedYear')::int, s ->> 'priceLevel', s -> 'priceIndex',
  s ->> 'currency', s ->> 'vatBasis', (s ->> 'vatBasisStated')::boolean, s ->> 'unit', s -> 'boundary',
  s ->> 'licence', s ->> 'licenceUrl', s ->> 'sourceUrl', s ->> 'repository', s ->> 'repositoryPath', s ->> 'repositoryCommit', s ->> 'sha256',
  s -> 'attributions', s -> 'changes'
from (select '{{set}}'::jsonb as s) as release;

-- Every spend factor of the release is DFØ's figure, two decimals of tonnes per million kroner, times 89.9 / 103.5: dividing
-- that out gives the published figure back exactly.
insert into factor_book.factor (set_id, id, name, ns4102, dfo, kind, activity, value, unit, source, basis, data_year, price_level, method, note, published_value)
select s ->> 'id', f ->> 'id', f ->> 'name', f ->> 'ns4102', f ->> 'dfo', f ->> 'kind', f ->> 'activity', (f ->> 'value')::numeric,
  f ->> 'unit', f ->> 'source', f ->> 'basis', (f ->> 'dataYear')::int, f ->> 'priceLevel', f ->> 'method', f ->> 'note',
  case when f ->> 'kind' = 'spend'
    then round((f ->> 'value')::numeric * 1000 * (s -> 'priceIndex' ->> 'priceLevel')::numeric / (s -> 'priceIndex' ->> 'dataYear')::numeric, 2) end
from (select '{{set}}'::jsonb as s) as release, jsonb_array_elements('{{factors}}'::jsonb) as factors (f);

insert into factor_book.multiplier (set_id, factor_id, price_level, vat_rate, value)
select f.set_id, f.id, s.price_level, v.rate, round(f.value / (1 + v.rate), 18)
from factor_book.factor f
join factor_book.factor_set s on s.id = f.set_id
cross join (values (0.000), (0.120), (0.150), (0.250)) as v (rate)
where f.set_id = ('{{set}}'::jsonb) ->> 'id' and f.kind = 'spend';
