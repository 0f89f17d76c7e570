-- Whether a row of the cooperative still names a file that is kept: any table of any room with a column file_sha256.
create function platform.names_file(sha256 text) returns boolean language plpgsql stable as $$
declare
  place record;
  named boolean;
begin
  for place in
    select attrelid::regclass as target from pg_attribute
    where attname = 'file_sha256' and not attisdropped and has_table_privilege(attrelid, 'select')
      and (select relkind from pg_class where oid = attrelid) in ('r', 'p')
  loop
    execute format('select exists (select from %s where cooperative_id = platform.cooperative() and file_sha256 = $1)', place.target) into named using sha256;
    if named then
      return true;
    end if;
  end loop;
  return false;
end $$;

-- Only the product itself forgets a file, and only one that no row names.
create policy removes on platform.stored_file for delete using (cooperative_id = platform.cooperative() and platform.side() = 'system' and not platform.names_file(sha256));
grant delete on platform.stored_file to tallgrunn_app;
