-- Columns of free text in which a person may be named. Rooms register theirs; erasure replaces a text that names the person.
create table platform.erasable_column (
  target text not null,
  column_name text not null,
  primary key (target, column_name)
);
grant select on platform.erasable_column to tallgrunn_app;

create function platform.erased_text() returns text language sql immutable parallel safe
  return '[slettet]';

-- Whether a change of a row does nothing but erase texts in these columns, by the product itself.
create function platform.is_erasure(before jsonb, after jsonb, columns text[]) returns boolean language sql stable as $$
  select platform.side() = 'system' and before - columns = after - columns
    and not exists (select from unnest(columns) c where before ->> c is distinct from after ->> c and after ->> c <> platform.erased_text())
$$;

-- Where the app may otherwise not change a column, it may only put the mark of erasure there.
create function platform.only_erase() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) ->> tg_argv[0] is distinct from to_jsonb(old) ->> tg_argv[0] and to_jsonb(new) ->> tg_argv[0] <> platform.erased_text() then
    raise exception '%.% may only be erased', tg_table_name, tg_argv[0];
  end if;
  return new;
end $$;

create function platform.erasable(target regclass, columns name[]) returns void language plpgsql as $$
declare
  each_column name;
begin
  foreach each_column in array columns loop
    insert into platform.erasable_column (target, column_name) values (target::text, each_column);
    if not has_column_privilege('tallgrunn_app', target, each_column, 'update') then
      execute format('grant update (%I) on %s to tallgrunn_app', each_column, target);
      execute format('create trigger %I before update of %I on %s for each row execute function platform.only_erase(%L)', 'only_erase_' || each_column, each_column, target, each_column);
    end if;
  end loop;
  execute format('create policy erases on %s for update using (cooperative_id = platform.cooperative() and platform.side() = ''system'')', target);
end $$;

-- Erases the texts of the cooperative in which one of the mentions (in lower case) is found; says how many, column by column.
create function platform.erase_mentions(mentions text[]) returns table (place text, erased bigint) language plpgsql as $$
declare
  each_column platform.erasable_column;
begin
  for each_column in select * from platform.erasable_column order by target, column_name loop
    execute format(
      'update %s set %I = platform.erased_text() where cooperative_id = platform.cooperative() and %I <> platform.erased_text()
       and exists (select from unnest($1) mention where position(mention in lower(%I)) > 0)',
      each_column.target, each_column.column_name, each_column.column_name, each_column.column_name) using mentions;
    get diagnostics erased = row_count;
    place := each_column.target || '.' || each_column.column_name;
    if erased > 0 then
      return next;
    end if;
  end loop;
  update platform.audit_text t set text = null, salt = null, erased_at = now(), erased_by = platform.person()
  where t.cooperative_id = platform.cooperative() and t.text is not null and exists (select from unnest(mentions) mention where position(mention in lower(t.text)) > 0);
  get diagnostics erased = row_count;
  place := 'platform.audit_text.text';
  if erased > 0 then
    return next;
  end if;
end $$;

-- How long each kind of record is retained. Empty days: it stays until the cooperative is deleted.
create table platform.retention_period (
  kind text primary key,
  days int check (days >= 1),
  changed_at timestamptz not null default now()
);
grant select, insert, update on platform.retention_period to tallgrunn_app;

create table platform.retention_run (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  ran_at timestamptz not null default clock_timestamp(),
  kind text not null,
  days int not null,
  removed_count bigint not null,
  primary key (cooperative_id, id)
);
select platform.protect('platform.retention_run', writers => array['system'], privileges => 'select, insert');

-- Security events go by retention, and by nothing else: not before they are ninety days old by the true time.
create policy removes on platform.security_event for delete using (
  cooperative_id = platform.cooperative() and platform.side() = 'system' and recorded_at < now() - interval '90 days'
);
grant delete on platform.security_event to tallgrunn_app;
