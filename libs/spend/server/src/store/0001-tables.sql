-- How a buyer's ledger is read: a column mapping as JSON. A change is a new version; null buyer means for all of them.
create table spend.profile (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  buyer_id uuid,
  key text not null,
  version int not null,
  body jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null,
  primary key (cooperative_id, id),
  unique nulls not distinct (cooperative_id, buyer_id, key, version)
);
select platform.protect('spend.profile', buyer => 'buyer_id', privileges => 'select, insert');
create policy buyers_read_common on spend.profile for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer' and buyer_id is null);

-- A file of invoices or postings, as received. What it holds is written once, when it is posted, and never changed.
create table spend.batch (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  number text not null,
  kind text not null check (kind in ('invoices', 'ledger')),
  state text not null check (state in ('received', 'posted', 'refused')),
  buyer_id uuid,
  period_key text,
  file_name text not null,
  file_sha256 text not null,
  size_bytes bigint not null,
  profile_id uuid,
  profile jsonb,
  reader text,
  refusal jsonb,
  documents int not null default 0,
  refused_documents int not null default 0,
  lines int not null default 0,
  quarantined int not null default 0,
  repeated int not null default 0,
  totals jsonb not null default '{}',
  left_out jsonb not null default '[]',
  finding_counts jsonb not null default '{}',
  findings jsonb not null default '[]',
  received_by uuid,
  received_at timestamptz not null,
  posted_at timestamptz,
  primary key (cooperative_id, id),
  unique (cooperative_id, number)
);
create unique index batch_by_content on spend.batch (cooperative_id, file_sha256) where state <> 'refused';
select platform.protect('spend.batch', buyer => 'buyer_id', writers => array['cooperative', 'buyer', 'system']);

-- One e-invoice or credit note. Amounts that are summed are signed: a credit note is negative. The document's own texts are in detail.
create table spend.invoice (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  invoice_no int not null,
  name text not null,
  buyer_id uuid,
  buyer_org_number text,
  buyer_name text,
  seller_org_number text,
  seller_key text not null,
  seller_name text,
  type text not null check (type in ('invoice', 'credit-note')),
  number text,
  invoice_key text,
  currency text,
  issued_on date,
  due_on date,
  delivered_on date,
  period_start date,
  period_end date,
  contract_reference text,
  order_reference text,
  line_sum numeric,
  net_amount numeric,
  gross_amount numeric,
  line_count int not null,
  findings jsonb not null,
  detail jsonb not null,
  repeated boolean not null default false,
  primary key (cooperative_id, batch_id, invoice_no),
  foreign key (cooperative_id, batch_id) references spend.batch (cooperative_id, id)
);
create index invoice_by_number on spend.invoice (cooperative_id, seller_key, invoice_key);
create index invoice_by_tie on spend.invoice (cooperative_id, buyer_id, seller_org_number, invoice_key);
select platform.protect('spend.invoice', buyer => 'buyer_id', writers => array['system']);
select platform.loadable('spend.invoice', array['batch_id', 'invoice_no', 'name', 'buyer_id', 'buyer_org_number', 'buyer_name', 'seller_org_number', 'seller_key', 'seller_name',
  'type', 'number', 'invoice_key', 'currency', 'issued_on', 'due_on', 'delivered_on', 'period_start', 'period_end', 'contract_reference', 'order_reference',
  'line_sum', 'net_amount', 'gross_amount', 'line_count', 'findings', 'detail']);

-- Lines of invoices, and their charges and allowances on the document, signed. What the line says as text is in detail.
create table spend.invoice_line (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  line_no int not null,
  invoice_no int not null,
  line_key text not null,
  buyer_id uuid,
  kind text not null check (kind in ('line', 'charge', 'allowance')),
  position int not null,
  line_id text,
  item_number text,
  gtin text,
  item_name text,
  cpv text,
  unspsc text,
  quantity numeric,
  unit text,
  unit_price numeric,
  amount numeric,
  currency text,
  vat_category text,
  vat_rate numeric,
  accounting_cost text,
  order_line text,
  delivered_on date,
  co2e_per_unit numeric,
  detail jsonb not null,
  primary key (cooperative_id, batch_id, line_no),
  foreign key (cooperative_id, batch_id) references spend.batch (cooperative_id, id)
);
create index invoice_line_by_invoice on spend.invoice_line (cooperative_id, batch_id, invoice_no);
select platform.protect('spend.invoice_line', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert');
select platform.loadable('spend.invoice_line', array['batch_id', 'line_no', 'invoice_no', 'line_key', 'buyer_id', 'kind', 'position', 'line_id', 'item_number', 'gtin', 'item_name',
  'cpv', 'unspsc', 'quantity', 'unit', 'unit_price', 'amount', 'currency', 'vat_category', 'vat_rate', 'accounting_cost', 'order_line', 'delivered_on', 'co2e_per_unit', 'detail']);

-- Postings of ledgers: the krone. Purchases are positive. The mapped cells as written are in raw.
create table spend.posting (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  line_no int not null,
  line_key text not null,
  buyer_id uuid,
  sheet text not null,
  row_no int not null,
  voucher_number text,
  voucher_type text,
  voucher_date date,
  period text,
  seller_org_number text,
  seller_number text,
  seller_name text,
  account_system text,
  account_code text,
  account_name text,
  function_code text,
  cost_centre text,
  amount numeric not null,
  currency text not null,
  vat_amount numeric,
  vat_code text,
  vat_status text not null check (vat_status in ('net', 'gross', 'unknown')),
  invoice_number text,
  invoice_key text,
  invoiced_on date,
  text text,
  raw jsonb not null,
  repeated boolean not null default false,
  primary key (cooperative_id, batch_id, line_no),
  foreign key (cooperative_id, batch_id) references spend.batch (cooperative_id, id)
);
create index posting_by_key on spend.posting (cooperative_id, line_key);
create index posting_by_tie on spend.posting (cooperative_id, buyer_id, seller_org_number, invoice_key);
select platform.protect('spend.posting', buyer => 'buyer_id', writers => array['system']);
select platform.loadable('spend.posting', array['batch_id', 'line_no', 'line_key', 'buyer_id', 'sheet', 'row_no', 'voucher_number', 'voucher_type', 'voucher_date', 'period',
  'seller_org_number', 'seller_number', 'seller_name', 'account_system', 'account_code', 'account_name', 'function_code', 'cost_centre', 'amount', 'currency',
  'vat_amount', 'vat_code', 'vat_status', 'invoice_number', 'invoice_key', 'invoiced_on', 'text', 'raw']);

-- Months a buyer's ledger is here for: an untied invoice of such a month is not counted beside it.
create table spend.coverage (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  buyer_id uuid not null,
  month text not null,
  postings int not null,
  primary key (cooperative_id, batch_id, buyer_id, month)
);
create index coverage_by_buyer on spend.coverage (cooperative_id, buyer_id, month);
select platform.protect('spend.coverage', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert');

-- A buyer's own number of a supplier and the organisation number that ledgers have shown beside it; the newest holds.
create table spend.supplier_number (
  cooperative_id uuid not null default platform.cooperative(),
  buyer_id uuid not null,
  seller_number text not null,
  seller_org_number text not null,
  batch_id uuid not null,
  primary key (cooperative_id, buyer_id, seller_number)
);
select platform.protect('spend.supplier_number', buyer => 'buyer_id', writers => array['system']);

-- An invoice found again in the ledger: seller, number, buyer and total agree.
create table spend.tie (
  cooperative_id uuid not null default platform.cooperative(),
  invoice_batch_id uuid not null,
  invoice_no int not null,
  buyer_id uuid not null,
  basis text not null check (basis in ('net', 'gross', 'difference')),
  invoiced numeric not null,
  posted numeric not null,
  made_at timestamptz not null,
  primary key (cooperative_id, invoice_batch_id, invoice_no)
);
select platform.protect('spend.tie', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert');

-- The postings of a tied invoice; detailed is the sum of the invoice's lines shown in a posting's place.
create table spend.tied_posting (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  line_no int not null,
  buyer_id uuid not null,
  invoice_batch_id uuid not null,
  invoice_no int not null,
  detailed numeric not null,
  primary key (cooperative_id, batch_id, line_no)
);
select platform.protect('spend.tied_posting', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert');

-- The posting in whose place an invoice line is shown.
create table spend.tied_line (
  cooperative_id uuid not null default platform.cooperative(),
  invoice_batch_id uuid not null,
  invoice_line_no int not null,
  buyer_id uuid not null,
  posting_batch_id uuid not null,
  posting_line_no int not null,
  primary key (cooperative_id, invoice_batch_id, invoice_line_no)
);
select platform.protect('spend.tied_line', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert');

-- A freshly loaded table has no statistics, and a join over it a bad plan: the importer refreshes them itself.
grant maintain on spend.invoice, spend.invoice_line, spend.posting, spend.coverage, spend.tie, spend.tied_posting, spend.tied_line to tallgrunn_app;
