insert into catalogue.category (code, position, name_nb, name_nn, name_en)
select c ->> 'code', position, c ->> 'nb', c ->> 'nn', c ->> 'en'
from jsonb_array_elements('{{categories}}'::jsonb) with ordinality as list (c, position);

insert into catalogue.cpv_category (cpv_prefix, category_code)
select prefix, c ->> 'code'
from jsonb_array_elements('{{categories}}'::jsonb) as list (c), jsonb_array_elements_text(c -> 'cpv') as cpv (prefix);

insert into catalogue.account_category (account_system, account_code, category_code)
select 'kostra', art, c ->> 'code'
from jsonb_array_elements('{{categories}}'::jsonb) as list (c), jsonb_array_elements_text(c -> 'kostra') as kostra (art)
union all
select a ->> 'system', a ->> 'code', a ->> 'category'
from jsonb_array_elements('{{accounts}}'::jsonb) as accounts (a);
