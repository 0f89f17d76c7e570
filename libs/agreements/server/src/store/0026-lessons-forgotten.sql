-- A supplier takes back what it answered itself: it may undo its own lessons, and do nothing else to them.
do $$
declare
  target text;
begin
  foreach target in array array['agreements.unit_lesson', 'agreements.column_lesson', 'agreements.buyer_alias'] loop
    execute format(
      'create policy suppliers_undo on %s for update
       using (cooperative_id = platform.cooperative() and platform.side() = ''supplier'' and supplier_id = platform.organisation() and origin = ''decided'')
       with check (cooperative_id = platform.cooperative() and platform.side() = ''supplier'' and supplier_id = platform.organisation() and undone_at is not null)', target);
  end loop;
end $$;
