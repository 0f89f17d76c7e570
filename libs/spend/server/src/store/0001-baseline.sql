-- Import profile of a buyer's ledger: a column mapping as JSON. A change is a new version. No buyer: for all of them.
create table spend.import_profile (
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
select platform.protect('spend.import_profile', buyer => 'buyer_id', privileges => 'select, insert');
create policy buyers_read_common on spend.import_profile for select using (cooperative_id
  = platform.cooperative() and platform.side() = 'buyer' and buyer_id is null);
select platform.moves_with_organisation('spend.import_profile', 'buyer_id', 'other', 'retained', 'true',
  'Both saved a way of reading under the same name; files carry a copy of the one they were read by.');

-- A file of invoices or postings, as received. Its content is written once, when it is posted.
create table spend.batch (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  number text not null,
  kind text not null check (kind in ('invoices', 'ledger', 'deliveries')),
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
  rejected_document_count int not null default 0,
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
  -- A batch loaded by mistake is reversed as a whole by another batch, and both remain. The reversing batch has no
  -- lines of its own: they are those of the reversed batch with the opposite sign. Lines of the reversed batch become
  -- `repeated` (stored, not counted), and lines of later batches that repeated them are counted from then on.
  reverses uuid,
  reversed_by_batch_id uuid,
  reversal_reason text,
  -- A received file waits in the spool, is read once and is then deleted. Hash, name, size and source cells are
  -- stored, and the number of rows set aside, by reason.
  spool_name text,
  withheld jsonb not null default '[]',
  -- A repeated request with the same Idempotency-Key returns the first batch.
  caller_id uuid,
  idempotency_key text,
  request_sha256 text,
  -- Sums excl. VAT, and sums of amounts whose VAT is not known. `totals` are the sums as in the file.
  net_totals jsonb not null default '{}',
  unknown_totals jsonb not null default '{}',
  primary key (cooperative_id, id),
  unique (cooperative_id, number)
);
create unique index batch_by_content on spend.batch (cooperative_id, file_sha256, buyer_id) nulls not distinct
  where (state <> 'refused') and (reverses is null) and (reversed_by_batch_id is null);
create unique index batch_by_key on spend.batch (cooperative_id, caller_id, idempotency_key)
  where idempotency_key is not null;
create unique index batch_by_reversed on spend.batch (cooperative_id, reverses)
  where (reverses is not null) and (state <> 'refused');
create index batch_by_spool on spend.batch (spool_name) where spool_name is not null;
select platform.protect('spend.batch', buyer => 'buyer_id', writers => array['cooperative', 'buyer', 'system']);
select platform.erasable('spend.batch', array['file_name', 'reversal_reason']);
select platform.moves_with_organisation('spend.batch', 'buyer_id', 'files');

-- An e-invoice or credit note. Summed amounts are signed: a credit note is negative. `detail`: texts of the document.
create table spend.invoice (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  document_no int not null,
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
  primary key (cooperative_id, batch_id, document_no),
  foreign key (cooperative_id, batch_id) references spend.batch(cooperative_id, id)
);
-- For the day of a buyer's newest invoice, which is read often.
create index invoice_by_day on spend.invoice (cooperative_id, buyer_id, issued_on);
create index invoice_by_number on spend.invoice (cooperative_id, seller_key, invoice_key);
create index invoice_by_tie on spend.invoice (cooperative_id, buyer_id, seller_org_number, invoice_key);
select platform.protect('spend.invoice', buyer => 'buyer_id', writers => array['system']);
select platform.loadable('spend.invoice', array['batch_id', 'document_no', 'name', 'buyer_id', 'buyer_org_number',
  'buyer_name', 'seller_org_number', 'seller_key', 'seller_name', 'type', 'number', 'invoice_key', 'currency',
  'issued_on', 'due_on', 'delivered_on', 'period_start', 'period_end', 'contract_reference', 'order_reference',
  'line_sum', 'net_amount', 'gross_amount', 'line_count', 'findings', 'detail']);
select platform.moves_with_organisation('spend.invoice', 'buyer_id', 'invoices');

-- Lines of invoices with allowances and charges of the document, signed. `detail`: texts of the line.
create table spend.invoice_line (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  line_no int not null,
  document_no int not null,
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
  kg_co2e_per_unit numeric,
  detail jsonb not null,
  primary key (cooperative_id, batch_id, line_no),
  foreign key (cooperative_id, batch_id) references spend.batch(cooperative_id, id)
);
create index invoice_line_by_invoice on spend.invoice_line (cooperative_id, batch_id, document_no);
select platform.protect('spend.invoice_line', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert');
select platform.loadable('spend.invoice_line', array['batch_id', 'line_no', 'document_no', 'line_key', 'buyer_id',
  'kind', 'position', 'line_id', 'item_number', 'gtin', 'item_name', 'cpv', 'unspsc', 'quantity', 'unit',
  'unit_price', 'amount', 'currency', 'vat_category', 'vat_rate', 'accounting_cost', 'order_line', 'delivered_on',
  'kg_co2e_per_unit', 'detail']);
select platform.moves_with_organisation('spend.invoice_line', 'buyer_id', 'other');

-- Postings of ledgers. Purchases are positive. `raw`: the mapped cells as written.
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
  -- Of a period after the twelfth, in which a year is closed. The month is December.
  closing boolean not null default false,
  -- Amount excl. VAT, its basis and the VAT rate deducted (net-amount.ts). If nothing determines it, the amount is
  -- null and the basis `unknown`: such a posting is in no sum, and its amount as in the ledger is shown separately.
  net_amount numeric,
  net_basis text not null check (net_basis in ('as-stated', 'vat-on-row', 'rate-on-row', 'rate-of-account', 'unknown')),
  vat_rate numeric,
  -- Account class as in the ledger: operating (1) or investment (0). Null: not stated.
  account_class text check (account_class in ('operating', 'investment')),
  primary key (cooperative_id, batch_id, line_no),
  foreign key (cooperative_id, batch_id) references spend.batch(cooperative_id, id),
  check ((net_amount is null) = (net_basis = 'unknown'))
);
create index posting_by_key on spend.posting using hash (line_key);
create index posting_by_tie on spend.posting (cooperative_id, buyer_id, seller_org_number, invoice_key);
select platform.protect('spend.posting', buyer => 'buyer_id', writers => array['system']);
select platform.loadable('spend.posting', array['batch_id', 'line_no', 'line_key', 'buyer_id', 'sheet', 'row_no',
  'voucher_number', 'voucher_type', 'voucher_date', 'period', 'seller_org_number', 'seller_number', 'seller_name',
  'account_system', 'account_code', 'account_name', 'function_code', 'cost_centre', 'amount', 'currency',
  'vat_amount', 'vat_code', 'vat_status', 'invoice_number', 'invoice_key', 'invoiced_on', 'text', 'raw', 'closing',
  'net_amount', 'net_basis', 'vat_rate', 'account_class']);
select platform.moves_with_organisation('spend.posting', 'buyer_id', 'ledger-lines');

-- Months for which a buyer's ledger is loaded. Invoices of such months that match no posting are not counted beside
-- it.
create table spend.ledger_coverage (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  buyer_id uuid not null,
  month text not null,
  postings int not null,
  primary key (cooperative_id, batch_id, buyer_id, month)
);
create index ledger_coverage_by_buyer on spend.ledger_coverage (cooperative_id, buyer_id, month);
select platform.protect('spend.ledger_coverage', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert');
grant delete on spend.ledger_coverage to tallgrunn_app;
create policy removes on spend.ledger_coverage for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system');
grant update (postings) on spend.ledger_coverage to tallgrunn_app;
select platform.moves_with_organisation('spend.ledger_coverage', 'buyer_id', 'other', 'removed', 'true');

-- A buyer's ledger number of a supplier with the organisation number shown beside it. The newest applies.
create table spend.supplier_ledger_number (
  cooperative_id uuid not null default platform.cooperative(),
  buyer_id uuid not null,
  seller_number text not null,
  seller_org_number text not null,
  batch_id uuid,
  -- Stated by the buyer with an export of its supplier master, without a batch.
  stated_at timestamptz,
  primary key (cooperative_id, buyer_id, seller_number)
);
select platform.protect('spend.supplier_ledger_number', buyer => 'buyer_id', writers => array['system']);
grant delete on spend.supplier_ledger_number to tallgrunn_app;
create policy removes on spend.supplier_ledger_number for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system');
create policy restates on spend.supplier_ledger_number for update using (cooperative_id = platform.cooperative()
  and (platform.side() = 'cooperative' or platform.side() = 'buyer' and buyer_id = platform.organisation()));
create policy states on spend.supplier_ledger_number for insert with check (cooperative_id
  = platform.cooperative() and (platform.side() = 'cooperative' or platform.side() = 'buyer'
  and buyer_id = platform.organisation()));
select platform.moves_with_organisation('spend.supplier_ledger_number', 'buyer_id', 'supplier-numbers', 'removed',
  'a.seller_org_number = b.seller_org_number');

-- A match of an invoice with ledger postings: seller, number, buyer and total agree.
create table spend.invoice_match (
  cooperative_id uuid not null default platform.cooperative(),
  invoice_batch_id uuid not null,
  document_no int not null,
  buyer_id uuid not null,
  basis text not null check (basis in ('net', 'gross', 'difference')),
  invoiced numeric not null,
  posted numeric not null,
  made_at timestamptz not null,
  -- Basis of the match: the number in both, or only amount and days. The latter are recalculated when the seller and
  -- buyer have more data.
  told_by text not null default 'number' check (told_by in ('number', 'amount')),
  -- For several invoices that a ledger books as one sum of a day, week or month: the first of them, named in the
  -- match of each and in their postings. Null for other invoices.
  collective_batch_id uuid,
  collective_invoice_no int,
  primary key (cooperative_id, invoice_batch_id, document_no),
  check ((collective_batch_id is null) = (collective_invoice_no is null))
);
create index invoice_match_by_collective on spend.invoice_match (cooperative_id, collective_batch_id,
  collective_invoice_no) where collective_batch_id is not null;
select platform.protect('spend.invoice_match', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert');
create policy removes on spend.invoice_match for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system');
grant delete on spend.invoice_match to tallgrunn_app;
select platform.moves_with_organisation('spend.invoice_match', 'buyer_id', 'other');

-- Postings of a matched invoice. `detailed`: sum of the invoice lines shown in place of a posting.
create table spend.matched_posting (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  line_no int not null,
  buyer_id uuid not null,
  invoice_batch_id uuid not null,
  document_no int not null,
  detailed numeric not null,
  net_amount numeric,
  net_basis text not null,
  primary key (cooperative_id, batch_id, line_no)
);
create index matched_posting_by_invoice on spend.matched_posting (cooperative_id, invoice_batch_id, document_no);
select platform.protect('spend.matched_posting', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert');
create policy removes on spend.matched_posting for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system');
grant delete on spend.matched_posting to tallgrunn_app;
select platform.moves_with_organisation('spend.matched_posting', 'buyer_id', 'other');

-- The posting that an invoice line is shown in place of.
create table spend.matched_invoice_line (
  cooperative_id uuid not null default platform.cooperative(),
  invoice_batch_id uuid not null,
  invoice_line_no int not null,
  buyer_id uuid not null,
  posting_batch_id uuid not null,
  posting_line_no int not null,
  primary key (cooperative_id, invoice_batch_id, invoice_line_no)
);
select platform.protect('spend.matched_invoice_line', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert');
create policy removes on spend.matched_invoice_line for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system');
grant delete on spend.matched_invoice_line to tallgrunn_app;
select platform.moves_with_organisation('spend.matched_invoice_line', 'buyer_id', 'other');

-- A despatch advice. delivery_date_basis: which of its dates delivered_on is. Sent before delivery, it seldom
-- contains the day itself.
create table spend.despatch_advice (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  document_no int not null,
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
  delivery_date_basis text check (delivery_date_basis in ('delivered', 'expected', 'despatched', 'issued')),
  line_count int not null,
  repeated boolean not null default false,
  primary key (cooperative_id, batch_id, document_no),
  foreign key (cooperative_id, batch_id) references spend.batch(cooperative_id, id)
);
create index despatch_advice_by_number on spend.despatch_advice (cooperative_id, seller_org_number, number);
select platform.protect('spend.despatch_advice', buyer => 'buyer_id', writers => array['system']);
select platform.moves_with_organisation('spend.despatch_advice', 'buyer_id', 'deliveries');

create table spend.despatch_line (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  line_no int not null,
  document_no int not null,
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
  foreign key (cooperative_id, batch_id) references spend.batch(cooperative_id, id)
);
create index despatch_line_by_order on spend.despatch_line (cooperative_id, buyer_id, order_number);
select platform.protect('spend.despatch_line', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert');
select platform.moves_with_organisation('spend.despatch_line', 'buyer_id', 'other');

-- Delivery date of an invoice line from a despatch advice of its seller for its order, if the invoice has none.
create table spend.invoice_line_delivery (
  cooperative_id uuid not null default platform.cooperative(),
  invoice_batch_id uuid not null,
  invoice_line_no int not null,
  buyer_id uuid not null,
  despatch_batch_id uuid not null,
  despatch_line_no int not null,
  delivered_on date not null,
  primary key (cooperative_id, invoice_batch_id, invoice_line_no)
);
create index invoice_line_delivery_by_delivery on spend.invoice_line_delivery (cooperative_id, despatch_batch_id);
select platform.protect('spend.invoice_line_delivery', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert, delete');
select platform.moves_with_organisation('spend.invoice_line_delivery', 'buyer_id', 'other');

create function spend.prepare_merge(from_id uuid, into_id uuid) returns void language plpgsql as $$
begin
  update spend.ledger_coverage c set postings = c.postings + o.postings
  from spend.ledger_coverage o
  where c.buyer_id = into_id and o.cooperative_id = c.cooperative_id and o.batch_id = c.batch_id and o.month = c.month
    and o.buyer_id = from_id;
end $$;

create function spend.merge_conflicts(from_id uuid, into_id uuid)
  returns table(code text, found text, expected text, total bigint) language plpgsql as $$
begin
  return query
    select 'ledger-months-overlap'::text, min(a.month), null::text, count(distinct a.month)
    from spend.ledger_coverage a join spend.ledger_coverage b on (b.cooperative_id = a.cooperative_id)
      and b.month = a.month
      and b.buyer_id = into_id and b.batch_id <> a.batch_id
    where a.buyer_id = from_id having count(*) > 0;
  return query
    select 'work-in-progress'::text, min(b.file_name), null::text, count(*)
    from spend.batch b where b.state = 'received' and (b.buyer_id is null
      or b.buyer_id in (from_id, into_id)) having count(*) > 0;
end $$;

-- A person's statement whether a month of a buyer's ledger is complete. The newest applies.
create table spend.month_statement (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  buyer_id uuid not null,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  is_complete boolean not null,
  reason text not null,
  stated_by uuid,
  stated_at timestamptz not null,
  primary key (cooperative_id, id)
);
create index month_statement_by_month on spend.month_statement (cooperative_id, buyer_id, month, id desc);
select platform.protect('spend.month_statement', buyer => 'buyer_id', writers => array['buyer', 'cooperative'],
  privileges => 'select, insert');
select platform.erasable('spend.month_statement', array['reason']);
select platform.moves_with_organisation('spend.month_statement', 'buyer_id', 'other');

-- Returns the accounting date of a posting: the voucher date, or the nearest day of its accounting period, because
-- vouchers arrive after their period and sums follow the ledger's months. `period`: YYYY-MM; null if the ledger has
-- none.
create function spend.accounting_day(voucher_date date, period text)
  returns date language sql immutable parallel safe as $$
  select case when period is null then voucher_date
    else greatest(to_date(period, 'YYYY-MM'), least(coalesce(voucher_date, to_date(period, 'YYYY-MM')),
      (to_date(period, 'YYYY-MM') + interval '1 month - 1 day')::date)) end
$$;

-- Returns the amount excl. VAT of a posting matched with an invoice. VAT stated on the row applies. Otherwise the
-- invoice decides: postings that sum to its amount excl. VAT are excl. VAT, and postings that sum to its amount incl.
-- VAT share its amount excl. VAT.
create function spend.matched_net_amount(basis text, net_basis text, net_amount numeric, amount numeric,
  invoice_net numeric, invoice_gross numeric) returns numeric language sql immutable parallel safe as $$
  select case when net_basis not in ('unknown', 'rate-of-account') then net_amount
    when basis = 'net' then amount
    when basis = 'gross' and invoice_gross <> 0 then round(amount * invoice_net / invoice_gross, 2)
    else net_amount end
$$;

create function spend.matched_net_basis(basis text, net_basis text)
  returns text language sql immutable parallel safe as $$
  select case when net_basis in ('unknown', 'rate-of-account') and basis in ('net', 'gross')
    then 'on-invoice' else net_basis end
$$;

-- Rows of a ledger file that are set aside, summed by reason, account and month. The rows are not stored, because
-- they may concern persons. `unread_count`: rows with an unreadable amount; `amount` is of the others.
create table spend.set_aside (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  sequence_no int not null,
  buyer_id uuid,
  reason text not null,
  account_system text,
  account_code text,
  account_name text,
  period text check (period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  closing boolean not null default false,
  currency text not null,
  row_count int not null check (row_count > 0),
  unread_count int not null,
  amount numeric not null,
  sheet text not null,
  first_row int not null,
  last_row int not null,
  primary key (cooperative_id, batch_id, sequence_no),
  foreign key (cooperative_id, batch_id) references spend.batch(cooperative_id, id),
  check (unread_count between 0 and row_count)
);
create index set_aside_by_buyer on spend.set_aside (cooperative_id, buyer_id, period);
select platform.protect('spend.set_aside', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert');
select platform.moves_with_organisation('spend.set_aside', 'buyer_id', 'other');

-- The ledger's own movement of an account over some months, debit less credit. The newest of an account and months
-- applies.
create table spend.ledger_total (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  buyer_id uuid not null,
  -- The file that states it; null where a person entered it.
  batch_id uuid,
  account_system text not null,
  account_code text not null,
  account_name text,
  from_period text not null check (from_period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  to_period text not null check (to_period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  amount numeric not null,
  currency text not null,
  source text not null,
  source_on date,
  stated_by uuid,
  stated_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, batch_id) references spend.batch(cooperative_id, id),
  check (from_period <= to_period)
);
create index ledger_total_by_account on spend.ledger_total (cooperative_id, buyer_id, account_system, account_code,
  from_period, to_period, id desc);
select platform.protect('spend.ledger_total', buyer => 'buyer_id', writers => array['buyer', 'cooperative',
  'system'], privileges => 'select, insert');
select platform.erasable('spend.ledger_total', array['source']);
select platform.moves_with_organisation('spend.ledger_total', 'buyer_id', 'other');

-- Number of invoices by batch, buyer and month that no earlier batch contains. Written with the batch, and again when
-- another is reversed.
create table spend.invoice_month (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  month_no int not null,
  buyer_id uuid not null,
  month text not null,
  invoice_count int not null,
  primary key (cooperative_id, batch_id, month_no),
  foreign key (cooperative_id, batch_id) references spend.batch(cooperative_id, id)
);
select platform.protect('spend.invoice_month', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert, delete');
select platform.moves_with_organisation('spend.invoice_month', 'buyer_id', 'other');

select platform.takes_part_in_merges('spend.merge_conflicts', 'conflicts');
select platform.takes_part_in_merges('spend.prepare_merge', 'prepare');
