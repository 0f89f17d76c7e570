-- How a buyer's ledger is read: a column mapping as JSON. A change is a new version; null buyer means for all of them.
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

-- A file of invoices or postings, as received. What it holds is written once, when it is posted, and never changed.
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
  -- A batch that was loaded by mistake is answered by a counter-batch, whole; both stay. The counter-batch has no
  -- lines of its own: they are
  -- the answered batch's, with the other sign. The answered batch's lines become `repeated`, which is to say kept and
  -- not counted, and what
  -- they had kept from counting in later batches counts from then on.
  reverses uuid,
  reversed_by_batch_id uuid,
  reversal_reason text,
  -- A file that was handed in waits in the spool, is read once, and its bytes go: hash, name, size and places stay.
  -- What of it was not kept,
  -- and why, is counted.
  spool_name text,
  withheld jsonb not null default '[]',
  -- What programs send again with the same Idempotency-Key is the batch of the first time.
  caller_id uuid,
  idempotency_key text,
  request_sha256 text,
  -- Sums of a batch without VAT, and what stands outside of them because its VAT is not known. `totals` is what the
  -- file says.
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

-- One e-invoice or credit note. Amounts that are summed are signed: a credit note is negative. The document's own
-- texts are in detail.
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
-- How far a buyer's e-invoices are read is asked for often, and answered from the last entry.
create index invoice_by_day on spend.invoice (cooperative_id, buyer_id, issued_on);
create index invoice_by_number on spend.invoice (cooperative_id, seller_key, invoice_key);
create index invoice_by_tie on spend.invoice (cooperative_id, buyer_id, seller_org_number, invoice_key);
select platform.protect('spend.invoice', buyer => 'buyer_id', writers => array['system']);
select platform.loadable('spend.invoice', array['batch_id', 'document_no', 'name', 'buyer_id', 'buyer_org_number',
  'buyer_name', 'seller_org_number', 'seller_key', 'seller_name', 'type', 'number', 'invoice_key', 'currency',
  'issued_on', 'due_on', 'delivered_on', 'period_start', 'period_end', 'contract_reference', 'order_reference',
  'line_sum', 'net_amount', 'gross_amount', 'line_count', 'findings', 'detail']);
select platform.moves_with_organisation('spend.invoice', 'buyer_id', 'invoices');

-- Lines of invoices, and their charges and allowances on the document, signed. What the line says as text is in detail.
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
  -- Whether a posting is of a period after the twelfth, in which a year is closed. Its month is December.
  closing boolean not null default false,
  -- What a posting comes to without VAT, how that is known, and the rate that was taken out (net-amount.ts). Null and
  -- `unknown` where nothing tells it: such a
  -- posting is in no sum, and what the ledger says of it is told apart.
  net_amount numeric,
  net_basis text not null check (net_basis in ('as-stated', 'vat-on-row', 'rate-on-row', 'rate-of-account', 'unknown')),
  vat_rate numeric,
  -- Whether a posting is of the operating accounts (account class 1) or the investment accounts (0), as its ledger
  -- tells it; null where that is not known. Postings that are here
  -- already were read without it: they stay unknown until their file is taken back and loaded again.
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

-- Months a buyer's ledger is here for: an untied invoice of such a month is not counted beside it.
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

-- A buyer's own number of a supplier and the organisation number that ledgers have shown beside it; the newest holds.
create table spend.supplier_ledger_number (
  cooperative_id uuid not null default platform.cooperative(),
  buyer_id uuid not null,
  seller_number text not null,
  seller_org_number text not null,
  batch_id uuid,
  -- A buyer states its own numbers of organisations itself too, with an export of its supplier master: those came
  -- with no batch.
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

-- An invoice found again in the ledger: seller, number, buyer and total agree.
create table spend.invoice_match (
  cooperative_id uuid not null default platform.cooperative(),
  invoice_batch_id uuid not null,
  document_no int not null,
  buyer_id uuid not null,
  basis text not null check (basis in ('net', 'gross', 'difference')),
  invoiced numeric not null,
  posted numeric not null,
  made_at timestamptz not null,
  -- What tells that an invoice is a posting's: the number that both give, or only amount and days. The latter are
  -- made anew when more of the seller and buyer comes.
  told_by text not null default 'number' check (told_by in ('number', 'amount')),
  -- Several invoices that a ledger books together, as one sum for a day, a week or a month: each has a tie of its
  -- own, which names the first of them, and so do their
  -- postings. Null of an invoice that is booked by itself.
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

-- The postings of a tied invoice; detailed is the sum of the invoice's lines shown in a posting's place.
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

-- The posting in whose place an invoice line is shown.
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

-- One despatch advice. delivery_date_basis says which of its dates delivered_on is: sent before the goods arrive, it
-- seldom knows the day itself.
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

-- The day an invoice line was delivered, known from a despatch advice of its seller on its order; only where the
-- invoice itself says nothing.
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

-- Functions whose text names a table.
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

-- A person states that a month of a buyer's ledger is complete, or that it is not. The newest statement counts.
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

-- The day that a posting counts on in the books: its voucher's, or the day of its accounting period that is nearest
-- to it. Vouchers trickle in after
-- their period, and a sum of a month is the sum of the ledger's own month. `period`: YYYY-MM; null where the ledger
-- tells none.
create function spend.accounting_day(voucher_date date, period text)
  returns date language sql immutable parallel safe as $$
  select case when period is null then voucher_date
    else greatest(to_date(period, 'YYYY-MM'), least(coalesce(voucher_date, to_date(period, 'YYYY-MM')),
      (to_date(period, 'YYYY-MM') + interval '1 month - 1 day')::date)) end
$$;

-- What a posting comes to without VAT once it is tied to an invoice. What its own row says of VAT holds; where only
-- the account or nothing tells it, the invoice
-- does: postings that make its sum without VAT are without, and those that make its sum with VAT share what it is
-- without.
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

-- Rows of a ledger file that are not counted, summed by reason, account and month. The rows themselves are not kept:
-- they may be about persons.
-- `unread_count`: rows whose amount cannot be read; `amount` is of the others.
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

-- What a ledger says itself that an account moved by over some months, debit less credit. Of several of the same
-- account and months the newest counts.
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

-- How many invoices each batch has of each buyer and month that no earlier one holds: written with the batch, and
-- made anew when another batch is taken back.
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
