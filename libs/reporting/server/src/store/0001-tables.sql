-- Which supplier's report is being loaded: set by the job inside its unit, never named by the loader.
create function reporting.loading_supplier() returns uuid language sql stable parallel safe
  return nullif(current_setting('reporting.supplier_id', true), '')::uuid;

-- The report of one duty, numbered when it is first submitted; its versions are R-2026-00123/1, /2 …
create table reporting.report (
  cooperative_id uuid not null default platform.cooperative(),
  duty_id uuid not null,
  supplier_id uuid not null,
  number text not null,
  last_sequence int not null default 0,
  primary key (cooperative_id, duty_id),
  unique (cooperative_id, number)
);
select platform.protect('reporting.report', supplier => 'supplier_id');

-- One version of a report, complete in itself. Its lines are written once; what happens to it afterwards is its state.
create table reporting.version (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  duty_id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  terms_version_id uuid not null,
  period_key text not null,
  period_start date not null,
  period_end date not null,
  kind text not null check (kind in ('lines', 'nil')),
  state text not null check (state in ('received', 'checked', 'submitted', 'accepted', 'returned', 'replaced')),
  sequence int,
  number text,
  file_name text,
  file_sha256 text,
  file_size_bytes bigint,
  file_kept boolean not null default false,
  -- Where the bytes wait until they have been looked at: what must not be stored never reaches the store.
  spool_name text,
  answers jsonb not null default '{}',
  line_count int not null default 0,
  amount numeric not null default 0,
  currency text,
  needs_decision boolean not null default false,
  received_at timestamptz not null,
  checked_at timestamptz,
  submitted_at timestamptz,
  submitted_by uuid,
  accepted_at timestamptz,
  returned_at timestamptz,
  return_reason text,
  replaced_at timestamptz,
  primary key (cooperative_id, id),
  unique (cooperative_id, id, supplier_id),
  unique (cooperative_id, duty_id, sequence)
);
create index version_by_duty on reporting.version (cooperative_id, duty_id, received_at desc);
create unique index version_in_force on reporting.version (cooperative_id, duty_id) where state = 'accepted';
select platform.protect('reporting.version', supplier => 'supplier_id');
create policy buyers_read on reporting.version for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer' and state = 'accepted');

-- What the check said of a version, and what it was checked against.
create table reporting.verdict (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  supplier_id uuid not null,
  ok boolean not null,
  row_count int not null,
  accepted_count int not null,
  quarantined_count int not null,
  terms_sha256 text not null,
  context_sha256 text,
  engine text not null,
  totals jsonb not null,
  groups jsonb not null,
  counts jsonb not null,
  columns jsonb not null,
  sheets jsonb not null,
  primary key (cooperative_id, version_id),
  foreign key (cooperative_id, version_id, supplier_id) references reporting.version (cooperative_id, id, supplier_id)
);
select platform.protect('reporting.verdict', supplier => 'supplier_id', writers => array['system'], privileges => 'select, insert');

-- Reported lines: what was read, with what was written beside it.
create table reporting.line (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  line_no int not null,
  supplier_id uuid not null default reporting.loading_supplier(),
  buyer_id uuid,
  line_key text not null,
  kind text not null,
  lot_id uuid,
  item_id uuid,
  item_number text,
  gtin text,
  item_name text,
  buyer_text text,
  site_text text,
  quantity numeric,
  unit text,
  unit_price numeric,
  amount numeric,
  currency text not null,
  vat text not null,
  delivered_on date,
  ordered_on date,
  invoiced_on date,
  invoice_number text,
  invoice_line text,
  order_number text,
  sheet text not null,
  row_no int not null,
  raw jsonb not null,
  primary key (cooperative_id, version_id, line_no),
  foreign key (cooperative_id, version_id, supplier_id) references reporting.version (cooperative_id, id, supplier_id)
);
select platform.protect('reporting.line', supplier => 'supplier_id', writers => array['system'], privileges => 'select, insert');
create policy buyers_read on reporting.line for select using (
  cooperative_id = platform.cooperative() and platform.side() = 'buyer' and buyer_id = platform.organisation()
  and version_id in (select v.id from reporting.version v where v.state = 'accepted')
);
select platform.loadable('reporting.line', array[
  'version_id', 'line_no', 'buyer_id', 'line_key', 'kind', 'lot_id', 'item_id', 'item_number', 'gtin', 'item_name', 'buyer_text', 'site_text', 'quantity', 'unit',
  'unit_price', 'amount', 'currency', 'vat', 'delivered_on', 'ordered_on', 'invoiced_on', 'invoice_number', 'invoice_line', 'order_number', 'sheet', 'row_no', 'raw']);

-- Rows that a finding kept out.
create table reporting.quarantined_row (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  row_id int not null,
  supplier_id uuid not null default reporting.loading_supplier(),
  sheet text not null,
  row_no int not null,
  amount numeric,
  raw jsonb not null,
  primary key (cooperative_id, version_id, row_id),
  foreign key (cooperative_id, version_id, supplier_id) references reporting.version (cooperative_id, id, supplier_id)
);
select platform.protect('reporting.quarantined_row', supplier => 'supplier_id', writers => array['system'], privileges => 'select, insert');
select platform.loadable('reporting.quarantined_row', array['version_id', 'row_id', 'sheet', 'row_no', 'amount', 'raw']);

-- Findings in full: the first hundred thousand of each code.
create table reporting.finding (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  finding_no int not null,
  supplier_id uuid not null default reporting.loading_supplier(),
  code text not null,
  class int not null,
  severity text not null,
  cause text,
  sheet text,
  row_no int,
  column_name text,
  cell text,
  found text,
  expected text,
  amount numeric,
  params jsonb not null,
  fix jsonb,
  primary key (cooperative_id, version_id, finding_no),
  foreign key (cooperative_id, version_id, supplier_id) references reporting.version (cooperative_id, id, supplier_id)
);
create index finding_by_code on reporting.finding (cooperative_id, version_id, code, finding_no);
select platform.protect('reporting.finding', supplier => 'supplier_id', writers => array['system'], privileges => 'select, insert');
select platform.loadable('reporting.finding', array[
  'version_id', 'finding_no', 'code', 'class', 'severity', 'cause', 'sheet', 'row_no', 'column_name', 'cell', 'found', 'expected', 'amount', 'params', 'fix']);

-- Where the findings beyond those are.
create table reporting.further_place (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  code text not null,
  sheet text not null,
  supplier_id uuid not null,
  rows int[] not null,
  primary key (cooperative_id, version_id, code, sheet),
  foreign key (cooperative_id, version_id, supplier_id) references reporting.version (cooperative_id, id, supplier_id)
);
select platform.protect('reporting.further_place', supplier => 'supplier_id', writers => array['system'], privileges => 'select, insert');

-- What a supplier answered to a question before submitting.
create table reporting.confirmation (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  code text not null,
  cause text not null,
  supplier_id uuid not null,
  reason text not null,
  given_by uuid,
  given_at timestamptz not null,
  primary key (cooperative_id, version_id, code, cause),
  foreign key (cooperative_id, version_id, supplier_id) references reporting.version (cooperative_id, id, supplier_id)
);
select platform.protect('reporting.confirmation', supplier => 'supplier_id', privileges => 'select, insert');
