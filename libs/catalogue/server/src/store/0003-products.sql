-- Kinds of goods below the categories: what a physical factor is for. Reviewed and shared, so it belongs to no tenant.
-- `pattern` is a PostgreSQL expression on the goods' name in small letters; `confidence` how often such a name means it, 0 to 1.
create table catalogue.product (
  code text primary key,
  category_code text not null references catalogue.category (code),
  position int not null unique,
  name_nb text not null,
  name_nn text not null,
  name_en text not null,
  pattern text not null,
  except_pattern text,
  confidence numeric(3, 2) not null check (confidence between 0 and 1),
  -- What a litre weighs, where the factor is per kilogram and the goods are sold by the litre.
  kg_per_litre numeric
);
grant select on catalogue.product to tallgrunn_app;

-- Codes of other lists that name the kind of goods outright.
create table catalogue.product_code (
  system text not null check (system in ('unspsc')),
  code text not null,
  product_code text not null references catalogue.product (code),
  confidence numeric(3, 2) not null check (confidence between 0 and 1),
  primary key (system, code)
);
grant select on catalogue.product_code to tallgrunn_app;

-- What a person says an item is, or that it is none of them (null). Rows are added; the newest on an item holds.
create table catalogue.item_decision (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  item_number text not null,
  product_code text references catalogue.product (code),
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (cooperative_id, id)
);
create index item_decision_newest on catalogue.item_decision (cooperative_id, supplier_id, item_number, id desc);
select platform.protect('catalogue.item_decision', writers => array['cooperative', 'system'], privileges => 'select, insert');

insert into catalogue.product (code, category_code, position, name_nb, name_nn, name_en, pattern, except_pattern, confidence, kg_per_litre)
select p ->> 'code', p ->> 'category', position, p ->> 'nb', p ->> 'nn', p ->> 'en', p ->> 'pattern', p ->> 'except', (p ->> 'confidence')::numeric, (p ->> 'kgPerLitre')::numeric
from jsonb_array_elements('{{products}}'::jsonb) with ordinality as list (p, position);

insert into catalogue.product_code (system, code, product_code, confidence)
select 'unspsc', code, p ->> 'code', 0.95
from jsonb_array_elements('{{products}}'::jsonb) as list (p), jsonb_array_elements_text(coalesce(p -> 'unspsc', '[]')) as codes (code);
