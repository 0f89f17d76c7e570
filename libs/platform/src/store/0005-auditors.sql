-- The role one acts in, as the unit of work was set to.
create function platform.role() returns text language sql stable parallel safe
  return coalesce(current_setting('app.role', true), '');

-- An auditor writes nothing, whatever door a statement came through; only the trail of what they looked at is added to.
create function platform.shut_to_auditors(target regclass) returns void language plpgsql as $$
begin
  execute format('create policy auditors_add_nothing on %s as restrictive for insert with check (platform.role() <> ''auditor'')', target);
  execute format('create policy auditors_change_nothing on %s as restrictive for update using (platform.role() <> ''auditor'')', target);
  execute format('create policy auditors_remove_nothing on %s as restrictive for delete using (platform.role() <> ''auditor'')', target);
end $$;

-- What protect() did so far, and from now on the auditors' wall with it.
alter function platform.protect(regclass, name, name, boolean, text[], text) rename to stamp;
create function platform.protect(
  target regclass,
  supplier name default null,
  buyer name default null,
  everyone boolean default false,
  writers text[] default array['cooperative', 'supplier', 'buyer', 'system'],
  privileges text default 'select, insert, update'
) returns void language plpgsql as $$
begin
  perform platform.stamp(target, supplier, buyer, everyone, writers, privileges);
  perform platform.shut_to_auditors(target);
end $$;

do $$
declare
  stamped regclass;
begin
  for stamped in
    select polrelid from pg_policy where polname = 'adds' and polrelid <> 'platform.audit_entry'::regclass
  loop
    perform platform.shut_to_auditors(stamped);
  end loop;
end $$;
