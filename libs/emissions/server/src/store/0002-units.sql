-- Units of measure and their names, from the file in data/.
insert into emissions.unit (name, key, dimension, factor)
select name, u ->> 'key', u ->> 'dimension', (u ->> 'factor')::numeric
from jsonb_array_elements('{{units}}'::jsonb) as units (u),
  jsonb_array_elements_text((u -> 'names') || jsonb_build_array(u -> 'key')) as names (name);
