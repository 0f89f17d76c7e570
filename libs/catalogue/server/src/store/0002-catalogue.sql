-- The reviewed lists of categories, goods and codes that the product ships. Their files are in data/.
insert into catalogue.category (code, position, name_nb, name_nn, name_en)
select c ->> 'code', position, c ->> 'nb', c ->> 'nn', c ->> 'en'
from jsonb_array_elements('{{categories}}'::jsonb) with ordinality as list (c, position);

-- Confidence: a longer code says more, and accounts that contain many goods say less.
insert into catalogue.cpv_category (cpv_prefix, category_code, confidence)
select prefix, c ->> 'code', case length(prefix) when 2 then 0.75 else 0.85 end
from jsonb_array_elements('{{categories}}'::jsonb) as list (c), jsonb_array_elements_text(c -> 'cpv') as cpv (prefix);

insert into catalogue.account_category (account_system, account_code, category_code, confidence)
select 'kostra', art, c ->> 'code',
  case when art in ('120', '165', '170', '195', '200', '270', '370') then 0.50 else 0.80 end
from jsonb_array_elements('{{categories}}'::jsonb) as list (c), jsonb_array_elements_text(c -> 'kostra') as kostra (art)
union all
select a ->> 'system', a ->> 'code', a ->> 'category', case a ->> 'system' when 'kostra' then 0.80 else 0.70 end
from jsonb_array_elements('{{accounts}}'::jsonb) as accounts (a);

insert into catalogue.product_group (
  code, category_code, position, name_nb, name_nn, name_en, pattern, except_pattern, confidence, kg_per_litre)
select p ->> 'code', p ->> 'category', position, p ->> 'nb', p ->> 'nn', p ->> 'en', p ->> 'pattern', p ->> 'except',
  (p ->> 'confidence')::numeric, (p ->> 'kgPerLitre')::numeric
from jsonb_array_elements('{{products}}'::jsonb) with ordinality as list (p, position);

insert into catalogue.code_product_group (system, code, product_group_code, confidence)
select 'unspsc', code, p ->> 'code', 0.95
from jsonb_array_elements('{{products}}'::jsonb) as list (p),
  jsonb_array_elements_text(coalesce(p -> 'unspsc', '[]')) as codes (code);

insert into catalogue.unspsc_category (unspsc_prefix, category_code, confidence)
select u ->> 'code', u ->> 'category', (u ->> 'confidence')::numeric
from jsonb_array_elements('{{unspsc}}'::jsonb) as list (u);

insert into catalogue.code_name (system, code, name_nb, name_nn, name_en)
select n ->> 'system', n ->> 'code', n ->> 'nb', n ->> 'nn', n ->> 'en'
from jsonb_array_elements('{{names}}'::jsonb) as list (n);
