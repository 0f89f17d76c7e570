-- A buyer states its own numbers of organisations itself too, with an export of its supplier master: those came with no batch.
alter table spend.supplier_number alter column batch_id drop not null, add column stated_at timestamptz;
create policy states on spend.supplier_number for insert
  with check (cooperative_id = platform.cooperative() and (platform.side() = 'cooperative' or (platform.side() = 'buyer' and buyer_id = platform.organisation())));
create policy restates on spend.supplier_number for update
  using (cooperative_id = platform.cooperative() and (platform.side() = 'cooperative' or (platform.side() = 'buyer' and buyer_id = platform.organisation())));
