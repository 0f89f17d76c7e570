-- Renames a table or view with all that carries its name: constraints, indexes, and the rows that name it.
create function platform.rename_table(target regclass, new_name name) returns void language plpgsql as $$
declare
  qualified_name text := target::text;
  schema_name text := split_part(target::text, '.', 1);
  old_name text := split_part(target::text, '.', 2);
  part name;
begin
  for part in select conname from pg_constraint where conrelid = target and starts_with(conname, old_name || '_') loop
    execute format('alter table %s rename constraint %I to %I', target, part, new_name || substr(part, length(old_name) + 1));
  end loop;
  for part in
    select indexname from pg_indexes
    where schemaname = schema_name and tablename = old_name and starts_with(indexname, old_name || '_')
  loop
    execute format('alter index %I.%I rename to %I', schema_name, part, new_name || substr(part, length(old_name) + 1));
  end loop;
  execute format('alter table %s rename to %I', target, new_name);
  update platform.erasable_column e set target = $1::text where e.target = qualified_name;
  update platform.organisation_reference r set target = $1::text where r.target = qualified_name;
  update platform.organisation_reference r
  set harmless_when = replace(r.harmless_when, 'from ' || qualified_name || ' ', 'from ' || $1::text || ' ')
  where position('from ' || qualified_name || ' ' in r.harmless_when) > 0;
end $$;

-- Names of tables after the words that people in the trade use.
select platform.rename_table('platform.fact', 'domain_event');
select platform.rename_table('platform.listener', 'event_subscription');
select platform.rename_table('platform.progress', 'job_progress');
select platform.rename_table('platform.uptime', 'heartbeat');
