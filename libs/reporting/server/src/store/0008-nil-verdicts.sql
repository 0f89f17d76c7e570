-- A report without lines is checked where it is made, by whoever makes it: its verdict comes with it.
create policy adds_of_nothing on reporting.verdict for insert with check (
  cooperative_id = platform.cooperative() and platform.side() = 'supplier' and supplier_id = platform.organisation()
  and version_id in (select v.id from reporting.version v where v.kind = 'nil'));
