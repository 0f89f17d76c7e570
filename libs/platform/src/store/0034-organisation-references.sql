-- Two records of one organisation become one: every row that names the one that goes is pointed at the one that stays.
-- Which records were merged into which. Rows are added, and follow when the one that stayed is merged itself.
create table platform.merged_organisation (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  into_id uuid not null,
  merged_at timestamptz not null,
  primary key (cooperative_id, id),
  constraint not_into_itself check (into_id <> id)
);
select platform.protect('platform.merged_organisation', everyone => true, writers => array['cooperative', 'system'],
  privileges => 'select, insert');

create function platform.merged_into(organisation_id uuid) returns uuid language sql stable parallel safe as $$
  select m.into_id from platform.merged_organisation m where m.cooperative_id = platform.cooperative() and m.id = organisation_id
$$;

create view platform.door_merged_organisation with (security_invoker) as
  select m.cooperative_id, m.id, m.into_id, m.merged_at from platform.merged_organisation m;
grant select on platform.door_merged_organisation to tallgrunn_app;

-- Every column that names an organisation, and what a merge does with it. Rooms register theirs.
-- moved: rows follow to the organisation that stays. retained: rows keep the record they were written for, for the reason.
-- duplicates: what happens to a row whose key the other organisation has too. Null refuses the merge; else `harmless_when` (SQL of
-- a, the row that
-- would move, and b, the row that is there) must hold, and the row is removed, or retained.
create table platform.organisation_reference (
  target text not null,
  column_name text not null,
  rule text not null check (rule in ('moved', 'retained')),
  counted_as text not null,
  duplicates text check (duplicates in ('removed', 'retained')),
  harmless_when text,
  reason text,
  primary key (target, column_name),
  check ((duplicates is null) = (harmless_when is null)),
  check ((rule = 'retained' or coalesce(duplicates, '') = 'retained') = (reason is not null))
);
grant select on platform.organisation_reference to tallgrunn_app;

-- Functions of rooms: 'conflicts' (from, into) returns what must be settled before a merge; 'prepare' (from, into) changes what no
-- column tells of.
create table platform.organisation_merge_function (
  function_name text primary key,
  part text not null check (part in ('conflicts', 'prepare'))
);
grant select on platform.organisation_merge_function to tallgrunn_app;

create function platform.refuse_reference() returns trigger language plpgsql as $$
begin
  raise exception '%: a row follows its organisation into the one it is merged with, and nowhere else', tg_table_name;
end $$;

-- Lets the product change a column of a tenant's table that the app may not change otherwise; the caller says what it may become.
create function platform.open_to_merges(target regclass, column_name name) returns boolean language plpgsql as $$
begin
  if has_column_privilege('tallgrunn_app', target, column_name, 'update') then
    return false;
  end if;
  execute format('grant update (%I) on %s to tallgrunn_app', column_name, target);
  if not exists (select from pg_policy p where p.polrelid = target and p.polname = 'merges') then
    execute format(
      'create policy merges on %s for update using (cooperative_id = platform.cooperative() and platform.side() = ''system'')', target);
  end if;
  return true;
end $$;

create function platform.moves_with_organisation(
  target regclass, column_name name, counted_as text, duplicates text default null, harmless_when text default null,
    reason text default null
) returns void language plpgsql as $$
declare
  foreign_key name;
begin
  insert into platform.organisation_reference values (target::text, column_name, 'moved', counted_as, duplicates, harmless_when, reason);
  if platform.open_to_merges(target, column_name) then
    execute format(
      'create trigger %I before update of %I on %s for each row
       when (new.%2$I is distinct from old.%2$I and new.%2$I is distinct from platform.merged_into(old.%2$I))
       execute function platform.refuse_reference()',
      'only_merge_' || column_name, column_name, target);
  elsif not exists (select from pg_policy p where p.polrelid = target and p.polname = 'merges') then
    execute format(
      'create policy merges on %s for update using (cooperative_id = platform.cooperative() and platform.side() = ''system'')', target);
  end if;
  if duplicates = 'removed' and not has_table_privilege('tallgrunn_app', target, 'delete') then
    execute format('grant delete on %s to tallgrunn_app', target);
    execute format(
      'create policy removes_merged on %s for delete
       using (cooperative_id = platform.cooperative() and platform.side() = ''system'' and platform.merged_into(%I) is not null)',
      target, column_name);
  end if;
  -- A key that carries the organisation along is compared when all its tables have moved.
  for foreign_key in
    select k.conname from pg_constraint k
    join pg_attribute a on (a.attrelid = target) and a.attname = column_name and a.attnum = any (k.conkey)
    where k.conrelid = target and k.contype = 'f' and not k.condeferrable
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', target, foreign_key);
  end loop;
end $$;

create function platform.stays_with_organisation(target regclass, column_name name, counted_as text,
  reason text) returns void language sql as $$
  insert into platform.organisation_reference values (target::text, column_name, 'retained', counted_as, null, null, reason)
$$;

create function platform.takes_part_in_merges(function_name text, part text) returns void language sql as $$
  insert into platform.organisation_merge_function values (function_name, part)
$$;

-- SQL of the rows ($1: the organisation that goes) whose unique key the other organisation ($2) has too, and whether that is
-- harmless; null: there can be none.
create function platform.duplicates_sql(ref platform.organisation_reference) returns text language plpgsql stable as $$
declare
  found text[] := '{}';
  key record;
begin
  for key in
    select x.indexrelid, x.indnullsnotdistinct as nulls_equal, coalesce(pg_get_expr(x.indpred, x.indrelid), 'true') as only_when,
      array(select pg_get_indexdef(x.indexrelid, k, true) from generate_series(1, x.indnkeyatts) k
            where pg_get_indexdef(x.indexrelid, k, true) <> quote_ident(ref.column_name)) as others
    from pg_index x join pg_attribute a on (a.attrelid = x.indrelid) and a.attname = ref.column_name
    where x.indrelid = ref.target::regclass and x.indisunique and a.attnum = any (x.indkey)
      -- A key that is unique without the organisation can have no duplicate.
      and not exists (
        select from pg_index y where y.indrelid = x.indrelid and y.indisunique and y.indpred is null and y.indexprs is null
          and not a.attnum = any (y.indkey) and string_to_array(y.indkey::text, ' ') <@ string_to_array(x.indkey::text, ' '))
  loop
    found := found || format(
      'select a.row_place, coalesce((%s), false) as harmless
       from (select t.ctid as row_place, t.*%s from %s t where t.%I = $1 and %s) a
       join (select t.*%6$s from %3$s t where t.%4$I = $2 and %5$s) b on %7$s',
      coalesce(ref.harmless_when, 'false'),
      (select string_agg(format(', (%s) as key_%s', expression, n), '') from unnest(key.others) with ordinality o (expression, n)),
      ref.target, ref.column_name, key.only_when,
      (select string_agg(format(', (%s) as key_%s', expression, n), '') from unnest(key.others) with ordinality o (expression, n)),
      (select string_agg(format(case when key.nulls_equal then 'a.key_%s is not distinct from b.key_%1$s' else 'a.key_%s = b.key_%1$s' end, n), ' and ')
       from unnest(key.others) with ordinality o (expression, n)));
  end loop;
  if cardinality(found) = 0 then
    return null;
  end if;
  return format('select row_place, bool_and(harmless) as harmless from (%s) d group by row_place', array_to_string(found, ' union all '));
end $$;

create function platform.is_list_reference(ref platform.organisation_reference) returns boolean language sql stable as $$
  select a.atttypid = 'uuid[]'::regtype from pg_attribute a where a.attrelid = ref.target::regclass and a.attname = ref.column_name
$$;

-- How many rows a merge would move, remove and retain, column by column, and how many refuse it.
create function platform.count_organisation_references(from_id uuid, into_id uuid)
returns table (target text, counted_as text, moved bigint, removed bigint, retained bigint, refused bigint) language plpgsql as $$
declare
  side text := platform.side();
  ref platform.organisation_reference;
  duplicates text;
begin
  perform set_config('app.side', 'system', true);
  for ref in select r.* from platform.organisation_reference r order by r.target, r.column_name loop
    duplicates := case when ref.rule = 'moved' and not platform.is_list_reference(ref) then platform.duplicates_sql(ref) end;
    execute format('select count(*) from %s t where t.cooperative_id = platform.cooperative() and %s', ref.target,
      case when platform.is_list_reference(ref) then format('$1 = any (t.%I)', ref.column_name) else format('t.%I = $1',
        ref.column_name) end)
      into moved using from_id;
    removed := 0; retained := 0; refused := 0;
    if ref.rule = 'retained' then
      retained := moved;
      moved := 0;
    elsif duplicates is not null and moved > 0 then
      execute format(
        'select count(*) filter (where harmless and $3 = ''removed''), count(*) filter (where harmless and $3 = ''retained''),
           count(*) filter (where not harmless) from (%s) d', duplicates)
        into removed, retained, refused using from_id, into_id, coalesce(ref.duplicates, '');
      moved := moved - removed - retained - refused;
    end if;
    if moved + removed + retained + refused > 0 then
      target := ref.target;
      counted_as := ref.counted_as;
      return next;
    end if;
  end loop;
  perform set_config('app.side', side, true);
end $$;

-- What must be settled before two organisations can be merged. found, expected: an example, for whoever settles it.
create function platform.find_merge_conflicts(from_id uuid, into_id uuid)
returns table (code text, found text, expected text, total bigint) language plpgsql as $$
declare
  side text := platform.side();
  each_name text;
begin
  return query select 'duplicates'::text, c.counted_as, null::text, sum(c.refused)::bigint
    from platform.count_organisation_references(from_id, into_id) c where c.refused > 0 group by c.counted_as;
  perform set_config('app.side', 'system', true);
  for each_name in select f.function_name from platform.organisation_merge_function f where f.part = 'conflicts' order by 1 loop
    return query execute format('select c.code, c.found, c.expected, c.total from %s($1, $2) c', each_name) using from_id, into_id;
  end loop;
  perform set_config('app.side', side, true);
end $$;

-- Points every row of the organisation that goes at the one that stays, as the register says, and writes that it was merged. The
-- caller has found no conflict.
create function platform.move_organisation_references(from_id uuid, into_id uuid, moment timestamptz)
returns table (target text, counted_as text, moved bigint, removed bigint, retained bigint) language plpgsql as $$
declare
  side text := platform.side();
  ref platform.organisation_reference;
  duplicates text;
  each_name text;
begin
  perform set_config('app.side', 'system', true);
  insert into platform.merged_organisation (id, into_id, merged_at) values (from_id, into_id, moment);
  set constraints all deferred;
  for each_name in select f.function_name from platform.organisation_merge_function f where f.part = 'prepare' order by 1 loop
    execute format('select %s($1, $2)', each_name) using from_id, into_id;
  end loop;
  for ref in select r.* from platform.organisation_reference r where r.rule = 'moved' order by r.target, r.column_name loop
    removed := 0; retained := 0;
    if platform.is_list_reference(ref) then
      execute format(
        'update %s t set %I = array_replace(t.%2$I, $1, $2) where t.cooperative_id = platform.cooperative() and $1 = any (t.%2$I)',
        ref.target, ref.column_name) using from_id, into_id;
      get diagnostics moved = row_count;
    else
      duplicates := platform.duplicates_sql(ref);
      if ref.duplicates = 'removed' and duplicates is not null then
        execute format('delete from %s t using (%s) d where t.ctid = d.row_place and d.harmless', ref.target,
          duplicates) using from_id, into_id;
        get diagnostics removed = row_count;
      elsif ref.duplicates = 'retained' and duplicates is not null then
        execute format('select count(*) from (%s) d where d.harmless', duplicates) into retained using from_id, into_id;
      end if;
      execute format('update %s t set %I = $2 where t.cooperative_id = platform.cooperative() and t.%2$I = $1%s', ref.target,
        ref.column_name,
        case when retained > 0 then format(' and t.ctid not in (select d.row_place from (%s) d where d.harmless)',
          duplicates) else '' end) using from_id, into_id;
      get diagnostics moved = row_count;
    end if;
    if moved + removed + retained > 0 then
      target := ref.target;
      counted_as := ref.counted_as;
      return next;
    end if;
  end loop;
  set constraints all immediate;
  perform set_config('app.side', side, true);
end $$;

select platform.moves_with_organisation('platform.merged_organisation', 'into_id', 'former-identities');
select platform.stays_with_organisation('platform.merged_organisation', 'id', 'other', 'Tells which record was merged.');
select platform.stays_with_organisation('platform.audit_entry', 'organisation_id', 'audit-entries', 'The audit log is never rewritten.');
select platform.stays_with_organisation('platform.security_event', 'organisation_id', 'audit-entries',
  'The security log is never rewritten.');
