-- What else of a file stayed on the supplier's machine: columns that no field uses, sheets without lines, rows left out because they are not right.
alter table reporting.cutting
  add column unused_columns jsonb not null default '[]',
  add column sheet_count int not null default 0,
  add column left_out_count int not null default 0;

-- Customers that a supplier has said are not ours, by the hash of their names: the names never come here. What is revoked is asked about again.
create table reporting.excluded_customer (
  cooperative_id uuid not null default platform.cooperative(),
  supplier_id uuid not null,
  agreement_id uuid not null,
  customer_hash text not null check (customer_hash ~ '^[0-9a-f]{24}$'),
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (cooperative_id, supplier_id, agreement_id, customer_hash)
);
select platform.protect('reporting.excluded_customer', supplier => 'supplier_id', writers => array['supplier', 'system']);
