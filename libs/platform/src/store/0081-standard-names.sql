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

-- Renames a column of a table or view, and the rows that name it.
create function platform.rename_column(target regclass, old_name name, new_name name) returns void language plpgsql as $$
begin
  execute format('alter table %s rename column %I to %I', target, old_name, new_name);
  update platform.erasable_column e set column_name = new_name where e.target = $1::text and e.column_name = old_name;
  update platform.organisation_reference r set column_name = new_name where r.target = $1::text and r.column_name = old_name;
  update platform.organisation_reference r
  set harmless_when = regexp_replace(r.harmless_when, format('\m([a-z]+)\.%s\M', old_name), format('\1.%s', new_name), 'g')
  where split_part(r.target, '.', 1) = split_part($1::text, '.', 1);
end $$;

-- Names of tables after the words that people in the trade use.
select platform.rename_table('platform.fact', 'domain_event');
select platform.rename_table('platform.listener', 'event_subscription');
select platform.rename_table('platform.progress', 'job_progress');
select platform.rename_table('platform.uptime', 'heartbeat');

-- As before, and may be called again for further columns of a table.
create or replace function platform.erasable(target regclass, columns name[]) returns void language plpgsql as $$
declare
  each_column name;
begin
  foreach each_column in array columns loop
    insert into platform.erasable_column (target, column_name) values (target::text, each_column);
    if not has_column_privilege('tallgrunn_app', target, each_column, 'update') then
      execute format('grant update (%I) on %s to tallgrunn_app', each_column, target);
      execute format('create trigger %I before update of %I on %s for each row execute function platform.only_erase(%L)',
        'only_erase_' || each_column, each_column, target, each_column);
    end if;
  end loop;
  if not exists (select from pg_policy p where p.polrelid = target and p.polname = 'erases') then
    execute format(
      'create policy erases on %s for update using (cooperative_id = platform.cooperative() and platform.side() = ''system'')', target);
  end if;
end $$;
