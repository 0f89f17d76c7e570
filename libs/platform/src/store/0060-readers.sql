-- A reader sees what the organisation sees and writes nothing either. The policies that were made for auditors hold readers too;
-- the audit log and security events stay open for both.
create or replace function platform.shut_to_auditors(target regclass) returns void language plpgsql as $$
begin
  execute format('create policy auditors_add_nothing on %s as restrictive for insert with check (platform.role() not in (''auditor'', ''reader''))', target);
  execute format('create policy auditors_change_nothing on %s as restrictive for update using (platform.role() not in (''auditor'', ''reader''))', target);
  execute format('create policy auditors_remove_nothing on %s as restrictive for delete using (platform.role() not in (''auditor'', ''reader''))', target);
end $$;

do $$
declare
  wall record;
begin
  for wall in
    select p.polname as name, p.polrelid::regclass as target, p.polcmd as command,
      replace(pg_get_expr(coalesce(p.polwithcheck, p.polqual), p.polrelid), '<> ''auditor''::text', '<> all (array[''auditor'', ''reader''])') as rule
    from pg_policy p
    where p.polname in ('auditors_add_nothing', 'auditors_change_nothing', 'auditors_remove_nothing')
  loop
    execute format('alter policy %I on %s %s (%s)', wall.name, wall.target, case wall.command when 'a' then 'with check' else 'using' end, wall.rule);
  end loop;
end $$;
