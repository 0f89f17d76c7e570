-- What of a run is published: months, buyers and categories, where null is all of them. What was published before this was told has its words, and the total of the whole run.
alter table emissions.publication
  add column from_month text check (from_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  add column to_month text check (to_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  add column buyer_ids uuid[] check (cardinality(buyer_ids) > 0),
  add column category_codes text[] check (cardinality(category_codes) > 0),
  add column scoped boolean not null default false,
  add check (from_month <= to_month);
-- From now on each has one.
alter table emissions.publication alter column scoped set default true;
