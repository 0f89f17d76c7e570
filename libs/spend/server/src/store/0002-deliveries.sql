-- Files may also hold despatch advices: what is on its way or has come, without prices.
alter table spend.batch drop constraint batch_kind_check, add constraint batch_kind_check check (kind in ('invoices', 'ledger', 'deliveries'));

-- One despatch advice. delivered_basis says which of its dates delivered_on is: sent before the goods arrive, it seldom knows the day itself.
create table spend.delivery (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  delivery_no int not null,
  name text not null,
  buyer_id uuid,
  buyer_org_number text,
  seller_org_number text,
  seller_name text,
  number text,
  order_number text,
  contract_reference text,
  issued_on date,
  delivered_on date,
  delivered_basis text check (delivered_basis in ('delivered', 'expected', 'despatched', 'issued')),
  line_count int not null,
  repeated boolean not null default false,
  primary key (cooperative_id, batch_id, delivery_no),
  foreign key (cooperative_id, batch_id) references spend.batch (cooperative_id, id)
);
create index delivery_by_number on spend.delivery (cooperative_id, seller_org_number, number);
select platform.protect('spend.delivery', buyer => 'buyer_id', writers => array['system']);

create table spend.delivery_line (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  line_no int not null,
  delivery_no int not null,
  buyer_id uuid,
  position int not null,
  line_id text,
  item_number text,
  gtin text,
  item_name text,
  quantity numeric,
  unit text,
  outstanding numeric,
  order_number text,
  order_line text,
  delivered_on date,
  primary key (cooperative_id, batch_id, line_no),
  foreign key (cooperative_id, batch_id) references spend.batch (cooperative_id, id)
);
create index delivery_line_by_order on spend.delivery_line (cooperative_id, buyer_id, order_number);
select platform.protect('spend.delivery_line', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert');

-- The day an invoice line was delivered, known from a despatch advice of its seller on its order; only where the invoice itself says nothing.
create table spend.delivered_line (
  cooperative_id uuid not null default platform.cooperative(),
  invoice_batch_id uuid not null,
  invoice_line_no int not null,
  buyer_id uuid not null,
  delivery_batch_id uuid not null,
  delivery_line_no int not null,
  delivered_on date not null,
  primary key (cooperative_id, invoice_batch_id, invoice_line_no)
);
create index delivered_line_by_delivery on spend.delivered_line (cooperative_id, delivery_batch_id);
select platform.protect('spend.delivered_line', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert, delete');
