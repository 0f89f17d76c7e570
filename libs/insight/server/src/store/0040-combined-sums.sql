-- Sums of the combined table by all that its figures are narrowed by but texts, kept in step by the refresh: level `supplier` in full, level `buyer` without suppliers and agreements.
-- `line_set`: booked lines in parts that lie in several sums; each of the set has the count of the same lines, which counts once.
create table insight.combined_sum (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  level text not null check (level in ('supplier', 'buyer')),
  buyer_id uuid not null,
  supplier_id uuid,
  agreement_id uuid,
  agreement_basis text,
  lot_id uuid,
  category text,
  method text,
  month text,
  side text not null,
  state text not null,
  basis text not null,
  currency text not null,
  is_weighed boolean not null,
  is_outside boolean not null,
  line_set uuid,
  row_count int not null,
  line_count int not null,
  booked_amount numeric(24, 2) not null,
  outside_amount numeric(24, 2) not null,
  reported_amount numeric(24, 2) not null,
  kg numeric(26, 6) not null,
  primary key (cooperative_id, id)
);
create index combined_sum_by_buyer on insight.combined_sum (cooperative_id, level, buyer_id);
create index combined_sum_by_supplier on insight.combined_sum (cooperative_id, supplier_id) where level = 'supplier';
create index combined_sum_by_agreement on insight.combined_sum (cooperative_id, agreement_id) where level = 'supplier';
select platform.protect('insight.combined_sum', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert, update, delete');
-- A merge has every row made anew by the next run, and the sums with them.
select platform.moves_with_organisation('insight.combined_sum', 'buyer_id', 'other');
select platform.moves_with_organisation('insight.combined_sum', 'supplier_id', 'other');
