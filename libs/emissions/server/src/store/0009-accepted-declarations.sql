-- Whether somebody had accepted the declaration beside a line: only then it may count in the official figure.
alter table emissions.beside add column accepted boolean not null default false;

-- Lengths: profiles, cables and boards are declared by the metre.
insert into emissions.unit (name, key, dimension, factor)
select name, key, 'length', factor
from (values
  ('m', 1, array['m', 'meter', 'metre', 'metres', 'mtr', 'lm', 'løpemeter', 'lpm']),
  ('cm', 0.01, array['cm', 'centimeter', 'cmt']),
  ('mm', 0.001, array['mm', 'millimeter', 'mmt']),
  ('km', 1000, array['km', 'kilometer', 'kmt'])
) as unit (key, factor, names), unnest(unit.names) as name
on conflict (name) do nothing;
