-- What a person said one unit of an item holds, whatever the price form says; `contains` null: it is no conversion. Newest of its unit acts; withdrawn it stays to be seen.
create table agreements.pack_decision (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  item_id uuid not null,
  supplier_id uuid not null,
  unit text not null,
  contains numeric check (contains > 0),
  of_unit text,
  reason text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, item_id) references agreements.item (cooperative_id, id),
  check ((contains is null) = (of_unit is null))
);
create unique index pack_decision_open on agreements.pack_decision (cooperative_id, item_id, lower(unit)) where withdrawn_at is null;
select platform.protect('agreements.pack_decision', supplier => 'supplier_id', writers => array['cooperative', 'system']);
create policy buyers_read on agreements.pack_decision for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- The number of the report that said two numbers are one.
alter table agreements.item_change add column reported_in text;

-- A lot's maximum and way of calling off are brought up to what a register says; its key and title stay.
grant update (maximum_value, technique) on agreements.lot to tallgrunn_app;
