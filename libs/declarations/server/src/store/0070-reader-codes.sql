-- Gives the findings of earlier declarations the names that they have now.
update declarations.declaration set findings = replace(replace(findings::text,
  '"epd-biogenic-kept"', '"epd-biogenic-not-released"'), '"epd-density-odd"', '"epd-density-implausible"')::jsonb
where findings::text ~ '"(epd-biogenic-kept|epd-density-odd)"';
