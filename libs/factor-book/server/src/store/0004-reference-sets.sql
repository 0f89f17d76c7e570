-- What tells two factors of the same goods apart: where they end (boundary), which country, which year, how they were made, and per what.
alter table factor_book.factor_set add column method text not null default 'input-output';
alter table factor_book.factor
  add column per text,
  add column stage text not null default 'whole' check (stage in ('whole', 'upstream', 'direct')),
  add column boundary text not null default 'cradle-shop',
  add column region text not null default 'NO',
  add column category_code text,
  add column source_name text,
  -- Geometric standard deviation; null where the data class decides.
  add column gsd numeric check (gsd >= 1),
  add column flags text[] not null default '{}';

update factor_book.factor set per = 'NOK' where kind = 'spend';
update factor_book.factor
set per = case when unit like '%/kWh' then 'kwh' when unit like '%/liter' then 'l' when unit like '%/km' then 'km' when unit like '%/NOK' then 'NOK' else lower(split_part(unit, '/', 2)) end,
  boundary = case when unit like '%/liter' or unit like '%/km' then 'combustion' when unit like '%/kWh' then 'by-location' else 'other' end,
  stage = case when unit like '%/liter' or unit like '%/km' or unit like '%/kWh' then 'direct' else 'whole' end
where kind = 'activity';

insert into factor_book.factor_set (
  id, title, region, data_year, price_level, currency, vat_basis, vat_basis_stated, unit, boundary, method,
  licence, licence_url, source_url, repository, repository_path, repository_commit, sha256, attributions, changes)
select s ->> 'id', s -> 'title', s ->> 'region', (s ->> 'dataYear')::int, s ->> 'priceLevel', s ->> 'currency', 'net', false, s ->> 'unit', s -> 'boundary', s ->> 'method',
  s ->> 'licence', s ->> 'licenceUrl', s ->> 'sourceUrl', s ->> 'repository', s ->> 'path', s ->> 'commit', s ->> 'sha256', s -> 'attributions', s -> 'changes'
from jsonb_array_elements('{{sets}}'::jsonb) as sets (each), lateral (select each -> 'set' as s) as one;

insert into factor_book.factor (set_id, id, name, kind, value, unit, source, basis, data_year, published_value, per, stage, boundary, region, category_code, source_name, gsd, flags)
select each -> 'set' ->> 'id', f ->> 'id', f ->> 'name', f ->> 'kind', (f ->> 'value')::numeric, f ->> 'unit', each -> 'set' -> 'attributions' ->> 0, 'published', (f ->> 'year')::int,
  (f ->> 'published')::numeric, f ->> 'per', f ->> 'stage', f ->> 'boundary', each -> 'set' ->> 'region', f ->> 'category', f ->> 'sourceName', (f ->> 'gsd')::numeric,
  array(select jsonb_array_elements_text(f -> 'flags'))
from jsonb_array_elements('{{sets}}'::jsonb) as sets (each), jsonb_array_elements(each -> 'factors') as factors (f);

-- Price indices and exchange rates by year: versioned, with source. A new version is a new id; the newest of a kind and currency is in force.
create table factor_book.series (
  id text primary key,
  kind text not null check (kind in ('price-index', 'exchange-rate')),
  currency text not null,
  title jsonb not null,
  source text not null,
  source_url text not null,
  licence text not null,
  note text,
  published_at timestamptz not null default now()
);
grant select on factor_book.series to tallgrunn_app;

create table factor_book.series_point (
  series_id text not null references factor_book.series (id),
  year int not null,
  value numeric not null check (value > 0),
  primary key (series_id, year)
);
grant select on factor_book.series_point to tallgrunn_app;

insert into factor_book.series (id, kind, currency, title, source, source_url, licence, note)
select s ->> 'id', s ->> 'kind', s ->> 'currency', s -> 'title', s ->> 'source', s ->> 'sourceUrl', s ->> 'licence', s ->> 'note' from jsonb_array_elements('{{series}}'::jsonb) as list (s);
insert into factor_book.series_point (series_id, year, value)
select s ->> 'id', year::int, value::numeric from jsonb_array_elements('{{series}}'::jsonb) as list (s), jsonb_each_text(s -> 'points') as points (year, value);

-- The multipliers of a year: factor × 1 / (1 + VAT) × 1 / exchange rate of the factor's year × index of that year / index of the year of the purchase, rounded once.
-- A set in kroner starts from the publisher's own figure in prices of its data year; a set in another currency needs the rate of that year.
insert into factor_book.multiplier (set_id, factor_id, price_level, vat_rate, value)
select f.set_id, f.id, y.year::text, v.rate,
  round(case when s.currency = 'NOK' then f.published_value / 1000 else f.value / x.value end * b.value / y.value / (1 + v.rate), 18)
from factor_book.factor f
join factor_book.factor_set s on s.id = f.set_id
join factor_book.series_point b on b.series_id = 'kpi-no-2026-1' and b.year = s.data_year
join factor_book.series_point y on y.series_id = 'kpi-no-2026-1'
left join factor_book.series_point x on x.series_id = 'nok-usd-2026-1' and s.currency = 'USD' and x.year = s.data_year
cross join (values (0.000), (0.120), (0.150), (0.250)) as v (rate)
where f.kind = 'spend' and (s.currency = 'NOK' or x.value is not null);

-- Which factor a kind of goods, or a category's kroner, takes where the cooperative has decided on no other: reviewed, numbered, immutable.
create table factor_book.standard_factor (
  standard_id text not null,
  kind text not null check (kind in ('product', 'category')),
  target text not null,
  set_id text not null,
  factor_id text not null,
  -- What burning it sets free (scope 1), kept apart from what making it did.
  direct_set_id text,
  direct_factor_id text,
  primary key (standard_id, kind, target),
  foreign key (set_id, factor_id) references factor_book.factor (set_id, id),
  foreign key (direct_set_id, direct_factor_id) references factor_book.factor (set_id, id)
);
grant select on factor_book.standard_factor to tallgrunn_app;
insert into factor_book.standard_factor (standard_id, kind, target, set_id, factor_id, direct_set_id, direct_factor_id)
select 'standard-2026-1', 'product', p ->> 'product', p ->> 'set', p ->> 'factor', p ->> 'directSet', p ->> 'direct' from jsonb_array_elements('{{standard}}'::jsonb -> 'products') as list (p)
union all
select 'standard-2026-1', 'category', p ->> 'category', p ->> 'set', p ->> 'factor', null, null from jsonb_array_elements('{{standard}}'::jsonb -> 'categories') as list (p);
