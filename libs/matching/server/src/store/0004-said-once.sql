-- A run writes every link and line: nothing is kept there twice, and no index that another already is.

-- The links of a report line are found by the primary key, which starts with it.
drop index matching.link_open_by_report;

-- The keys of the two lines stand on the lines.
alter table matching.link drop column report_line_key, drop column spend_line_key;

-- Nobody asks for a sum by its number: one that is counted is cheaper to make and to index than one that is drawn.
alter table matching.cell drop constraint cell_pkey, drop column id;
alter table matching.cell add column id bigint generated always as identity;
alter table matching.cell add primary key (cooperative_id, id);

-- Most numbers are plain as they are written.
create or replace function matching.plain(written text) returns text language sql immutable parallel safe
  return case when written ~ '^[1-9][0-9]*$' then written else nullif(ltrim(translate(lower(written), ' -./\_:;,#*()''"', ''), '0'), '') end;

-- Who acts is the same for all rows of a statement: where rows are added, the walls ask that once. Whose each row is, they ask of each row. What they ask stays as it is.
do $$
declare
  wall record;
begin
  for wall in
    select p.polrelid::regclass as target, p.polname as name, pg_get_expr(p.polwithcheck, p.polrelid) as asks
    from pg_policy p
    where p.polcmd = 'a' and p.polrelid in ('matching.link'::regclass, 'matching.report_line'::regclass, 'matching.spend_line'::regclass, 'matching.cell'::regclass)
  loop
    execute format('alter policy %I on %s with check (%s)', wall.name, wall.target, regexp_replace(wall.asks, 'platform\.(side|organisation|role)\(\)', '(select platform.\1())', 'g'));
  end loop;
end $$;
