-- The report of an obligation, numbered when it is first submitted; its versions are R-2026-00123/1, /2 …
create table reporting.report (
  cooperative_id uuid not null default platform.cooperative(),
  obligation_id uuid not null,
  supplier_id uuid not null,
  number text not null,
  last_sequence int not null default 0,
  primary key (cooperative_id, obligation_id),
  unique (cooperative_id, number)
);
select platform.protect('reporting.report', supplier => 'supplier_id');
select platform.moves_with_organisation('reporting.report', 'supplier_id', 'other');

-- A version of a report, complete in itself. Its lines are written once; later events change its state.
create table reporting.report_version (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  obligation_id uuid not null,
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
  is_file_stored boolean not null default false,
  -- The file waits here until it has been read: what must not be stored never reaches the file store.
  spool_name text,
  answers jsonb not null default '{}',
  line_count int not null default 0,
  amount numeric not null default 0,
  currency text,
  requires_review boolean not null default false,
  received_at timestamptz not null,
  checked_at timestamptz,
  submitted_at timestamptz,
  submitted_by uuid,
  accepted_at timestamptz,
  returned_at timestamptz,
  return_reason text,
  superseded_at timestamptz,
  -- For a version begun from e-invoices: numbers of lines, changed lines and added lines.
  begun jsonb,
  -- Who accepted or returned the report. Null: no decision was needed, or not recorded.
  decided_by uuid,
  primary key (cooperative_id, id),
  unique (cooperative_id, obligation_id, sequence),
  unique (cooperative_id, id, supplier_id)
);
create index report_version_by_duty on reporting.report_version (cooperative_id, obligation_id, received_at desc);
create unique index report_version_in_force on reporting.report_version (cooperative_id, obligation_id)
  where state = 'accepted';
select platform.protect('reporting.report_version', supplier => 'supplier_id');
create policy buyers_read on reporting.report_version for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer' and state = 'accepted');
create policy removes on reporting.report_version for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system' and (state in ('received', 'checked')) and number is null);
grant delete on reporting.report_version to tallgrunn_app;
select platform.erasable('reporting.report_version', array['file_name', 'return_reason']);
select platform.moves_with_organisation('reporting.report_version', 'supplier_id', 'reports');

-- The result of the check of a version, and its check context.
create table reporting.check_result (
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
  -- For a file with lines for several reports: numbers of lines of this report, of others, and of none. It is stored
  -- with the check result, which no buyer reads, because the last may be of any customer.
  shared jsonb,
  primary key (cooperative_id, version_id),
  foreign key (cooperative_id, version_id, supplier_id)
    references reporting.report_version(cooperative_id, id, supplier_id) deferrable
);
select platform.protect('reporting.check_result', supplier => 'supplier_id', writers => array['system'],
  privileges => 'select, insert');
create policy adds_of_nothing on reporting.check_result for insert with check (cooperative_id
  = platform.cooperative() and platform.side() = 'supplier' and supplier_id = platform.organisation()
  and (version_id in ( select v.id from reporting.report_version v where v.kind = 'nil')));
create policy removes on reporting.check_result for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system' and (version_id in ( select v.id from reporting.report_version v
  where (v.state in ('received', 'checked')) and v.number is null)));
grant delete on reporting.check_result to tallgrunn_app;
select platform.moves_with_organisation('reporting.check_result', 'supplier_id', 'other');

-- Returns the version being loaded, which the job sets in its unit of work, like the supplier. Rows come from the
-- process that reads the file, which thereby cannot choose their version.
create function reporting.loading_version() returns uuid language sql stable parallel safe
  return nullif(current_setting('reporting.version_id', true), '')::uuid;

-- Returns the supplier of the report being loaded, which the job sets in its unit of work.
create function reporting.loading_supplier() returns uuid language sql stable parallel safe
  return nullif(current_setting('reporting.supplier_id', true), '')::uuid;

-- Reported lines: the values as read, with the cells as written.
create table reporting.report_line (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null default reporting.loading_version(),
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
  buyer_as_written text,
  site_as_written text,
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
  -- For a line kept by an amendment: the version whose file contains it.
  carried_from_version_id uuid,
  primary key (cooperative_id, version_id, line_no),
  foreign key (cooperative_id, version_id, supplier_id)
    references reporting.report_version(cooperative_id, id, supplier_id) deferrable
);
select platform.protect('reporting.report_line', supplier => 'supplier_id', writers => array['system'],
  privileges => 'select, insert');
select platform.loadable('reporting.report_line', array['version_id', 'line_no', 'buyer_id', 'line_key', 'kind',
  'lot_id', 'item_id', 'item_number', 'gtin', 'item_name', 'buyer_as_written', 'site_as_written', 'quantity', 'unit',
  'unit_price', 'amount', 'currency', 'vat', 'delivered_on', 'ordered_on', 'invoiced_on', 'invoice_number',
  'invoice_line', 'order_number', 'sheet', 'row_no', 'raw']);
create policy buyers_read on reporting.report_line for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer' and buyer_id = platform.organisation()
  and (version_id in ( select v.id from reporting.report_version v where v.state = 'accepted')));
create policy removes on reporting.report_line for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system' and (version_id in ( select v.id from reporting.report_version v
  where (v.state in ('received', 'checked')) and v.number is null)));
grant delete on reporting.report_line to tallgrunn_app;
select platform.moves_with_organisation('reporting.report_line', 'buyer_id', 'report-lines');
select platform.moves_with_organisation('reporting.report_line', 'supplier_id', 'report-lines');

-- Rows excluded by a finding.
create table reporting.quarantined_row (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null default reporting.loading_version(),
  row_id int not null,
  supplier_id uuid not null default reporting.loading_supplier(),
  sheet text not null,
  row_no int not null,
  amount numeric,
  raw jsonb not null,
  primary key (cooperative_id, version_id, row_id),
  foreign key (cooperative_id, version_id, supplier_id)
    references reporting.report_version(cooperative_id, id, supplier_id) deferrable
);
select platform.protect('reporting.quarantined_row', supplier => 'supplier_id', writers => array['system'],
  privileges => 'select, insert');
select platform.loadable('reporting.quarantined_row', array['version_id', 'row_id', 'sheet', 'row_no', 'amount',
  'raw']);
create policy removes on reporting.quarantined_row for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system' and (version_id in ( select v.id from reporting.report_version v
  where (v.state in ('received', 'checked')) and v.number is null)));
grant delete on reporting.quarantined_row to tallgrunn_app;
select platform.moves_with_organisation('reporting.quarantined_row', 'supplier_id', 'other');

-- The first hundred thousand findings of each check, in full.
create table reporting.finding (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null default reporting.loading_version(),
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
  foreign key (cooperative_id, version_id, supplier_id)
    references reporting.report_version(cooperative_id, id, supplier_id) deferrable
);
create index finding_by_code on reporting.finding (cooperative_id, version_id, code, finding_no);
select platform.protect('reporting.finding', supplier => 'supplier_id', writers => array['system'],
  privileges => 'select, insert');
select platform.loadable('reporting.finding', array['version_id', 'finding_no', 'code', 'class', 'severity', 'cause',
  'sheet', 'row_no', 'column_name', 'cell', 'found', 'expected', 'amount', 'params', 'fix']);
create policy removes on reporting.finding for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system' and (version_id in ( select v.id from reporting.report_version v
  where (v.state in ('received', 'checked')) and v.number is null)));
grant delete on reporting.finding to tallgrunn_app;
select platform.moves_with_organisation('reporting.finding', 'supplier_id', 'other');

-- The rows of the findings beyond those.
create table reporting.overflow_finding (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  code text not null,
  sheet text not null,
  supplier_id uuid not null,
  rows int[] not null,
  primary key (cooperative_id, version_id, code, sheet),
  foreign key (cooperative_id, version_id, supplier_id)
    references reporting.report_version(cooperative_id, id, supplier_id) deferrable
);
select platform.protect('reporting.overflow_finding', supplier => 'supplier_id', writers => array['system'],
  privileges => 'select, insert');
create policy removes on reporting.overflow_finding for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system' and (version_id in ( select v.id from reporting.report_version v
  where (v.state in ('received', 'checked')) and v.number is null)));
grant delete on reporting.overflow_finding to tallgrunn_app;
select platform.moves_with_organisation('reporting.overflow_finding', 'supplier_id', 'other');

-- Answers of a supplier to questions before submission.
create table reporting.finding_response (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  code text not null,
  cause text not null,
  supplier_id uuid not null,
  reason text not null,
  given_by uuid,
  given_at timestamptz not null,
  primary key (cooperative_id, version_id, code, cause),
  foreign key (cooperative_id, version_id, supplier_id)
    references reporting.report_version(cooperative_id, id, supplier_id) deferrable
);
select platform.protect('reporting.finding_response', supplier => 'supplier_id', privileges => 'select, insert');
create policy removes on reporting.finding_response for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system' and (version_id in ( select v.id from reporting.report_version v
  where (v.state in ('received', 'checked')) and v.number is null)));
grant delete on reporting.finding_response to tallgrunn_app;
select platform.erasable('reporting.finding_response', array['reason']);
select platform.moves_with_organisation('reporting.finding_response', 'supplier_id', 'other');

-- A file sent over the API, to be checked only or to be checked and submitted. The response is stored, so that a
-- repeated request with the same Idempotency-Key gets it.
create table reporting.api_submission (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  obligation_id uuid not null,
  purpose text not null check (purpose in ('check', 'submit')),
  state text not null check (state in ('waiting', 'done')),
  -- The API key, or the membership of the signed-in person.
  caller_id uuid not null,
  idempotency_key text,
  request_sha256 text not null,
  person_id uuid,
  membership_id uuid,
  role text not null,
  via text not null,
  api_key_id uuid,
  language text not null check (language in ('nb', 'nn', 'en')),
  answers jsonb not null default '{}',
  confirmations jsonb not null default '[]',
  exclude_rows boolean not null default false,
  file_name text not null,
  file_size_bytes bigint not null,
  -- A file that is only checked waits here, and is deleted afterwards.
  spool_name text,
  -- The version to be submitted.
  version_id uuid,
  -- The check result as the command line prints it, then the result of the submission.
  check_result_json jsonb,
  receipt jsonb,
  refusals jsonb not null default '[]',
  begun_at timestamptz not null,
  answered_at timestamptz,
  -- Reason for the correction, as stated by the program.
  correction jsonb,
  primary key (cooperative_id, id),
  unique (cooperative_id, caller_id, idempotency_key)
);
create index api_submission_by_version on reporting.api_submission (cooperative_id, version_id);
select platform.protect('reporting.api_submission', supplier => 'supplier_id', writers => array['supplier', 'system']);
create policy removes on reporting.api_submission for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system');
grant delete on reporting.api_submission to tallgrunn_app;
select platform.erasable('reporting.api_submission', array['file_name']);
select platform.moves_with_organisation('reporting.api_submission', 'supplier_id', 'other');

-- Content that was removed from a file: on the supplier's machine before sending, or here before storing.
create table reporting.file_redaction (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  stage text not null check (stage in ('sent', 'kept')),
  supplier_id uuid not null,
  -- Hash of the original file, whose content is not stored.
  original_sha256 text not null,
  original_size_bytes bigint not null,
  -- The stored copy without the removed content; null if the file is stored as received.
  file_sha256 text,
  file_size_bytes bigint,
  row_count int not null,
  columns jsonb not null,
  cell_count int not null,
  -- What the page did not send: unused columns, sheets without lines, and rows left out because of errors.
  unused_columns jsonb not null default '[]',
  sheet_count int not null default 0,
  left_out_count int not null default 0,
  primary key (cooperative_id, version_id, stage),
  foreign key (cooperative_id, version_id, supplier_id)
    references reporting.report_version(cooperative_id, id, supplier_id) deferrable
);
select platform.protect('reporting.file_redaction', supplier => 'supplier_id', privileges => 'select, insert');
create policy removes on reporting.file_redaction for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system' and (version_id in ( select v.id from reporting.report_version v
  where (v.state in ('received', 'checked')) and v.number is null)));
grant delete on reporting.file_redaction to tallgrunn_app;
select platform.moves_with_organisation('reporting.file_redaction', 'supplier_id', 'other');

-- A correction: the corrected version, the way, the reason and the effect.
create table reporting.correction (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  supplier_id uuid not null,
  base_version_id uuid not null,
  -- replaces: the file contains the whole report. amends: its lines replace those with the same key, and the others
  -- are kept.
  way text not null check (way in ('replaces', 'amends')),
  -- Set when the version has been checked. The effect is in the currency of the terms.
  added_count int,
  removed_count int,
  changed_count int,
  effect numeric,
  -- Set on submission.
  reason_code text,
  reason text,
  review_reasons text[] not null default '{}',
  -- Sum of the absolute changes by buyer and item. A million moved from one buyer to another has no net effect, but a
  -- movement of two million.
  movement numeric,
  primary key (cooperative_id, version_id),
  foreign key (cooperative_id, base_version_id, supplier_id)
    references reporting.report_version(cooperative_id, id, supplier_id) deferrable,
  foreign key (cooperative_id, version_id, supplier_id)
    references reporting.report_version(cooperative_id, id, supplier_id) deferrable
);
select platform.protect('reporting.correction', supplier => 'supplier_id');
create policy removes on reporting.correction for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system' and (version_id in ( select v.id from reporting.report_version v
  where (v.state in ('received', 'checked')) and v.number is null)));
grant delete on reporting.correction to tallgrunn_app;
select platform.erasable('reporting.correction', array['reason']);
select platform.moves_with_organisation('reporting.correction', 'supplier_id', 'other');

-- A version submitted by the cooperative on behalf of a supplier: by whom, from which source, when and why, and the
-- supplier's response.
create table reporting.on_behalf_submission (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  supplier_id uuid not null,
  handed_in_by uuid not null,
  handed_in_at timestamptz not null,
  received_from text not null,
  received_on date not null,
  reason text not null,
  answer text check (answer in ('agreed', 'disagreed')),
  answer_text text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (cooperative_id, version_id),
  foreign key (cooperative_id, version_id, supplier_id)
    references reporting.report_version(cooperative_id, id, supplier_id) deferrable
);
select platform.protect('reporting.on_behalf_submission', supplier => 'supplier_id');
create policy removes on reporting.on_behalf_submission for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system' and (version_id in ( select v.id from reporting.report_version v
  where (v.state in ('received', 'checked')) and v.number is null)));
grant delete on reporting.on_behalf_submission to tallgrunn_app;
select platform.erasable('reporting.on_behalf_submission', array['answer_text', 'reason', 'received_from']);
select platform.moves_with_organisation('reporting.on_behalf_submission', 'supplier_id', 'other');

-- A manual entry of report lines, one draft for each obligation. Each save increments the draft's revision, and a row
-- has the revision of its last change, so that two people who write at once get each other's changes.
create table reporting.manual_entry_draft (
  cooperative_id uuid not null default platform.cooperative(),
  obligation_id uuid not null,
  supplier_id uuid not null,
  revision int not null default 0,
  saved_at timestamptz not null,
  saved_by uuid,
  -- The version it was last submitted as, and the revision then.
  submitted_version_id uuid,
  submitted_revision int,
  primary key (cooperative_id, obligation_id),
  unique (cooperative_id, obligation_id, supplier_id)
);
select platform.protect('reporting.manual_entry_draft', supplier => 'supplier_id', writers => array['supplier',
  'system']);
alter policy reads on reporting.manual_entry_draft using (cooperative_id = platform.cooperative()
  and (platform.side() = 'system' or platform.side() = 'supplier' and supplier_id = platform.organisation()));
create policy removes on reporting.manual_entry_draft for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system');
grant delete on reporting.manual_entry_draft to tallgrunn_app;
select platform.moves_with_organisation('reporting.manual_entry_draft', 'supplier_id', 'other');

create table reporting.manual_entry_row (
  cooperative_id uuid not null default platform.cooperative(),
  obligation_id uuid not null,
  id uuid not null,
  supplier_id uuid not null,
  place int not null,
  -- Values of the fields of the terms, as typed.
  cells jsonb not null,
  -- Removed rows remain, so that they can be restored and other people are told.
  removed boolean not null default false,
  revision int not null,
  changed_by uuid,
  -- For a report begun from e-invoices: the invoice data and source of the line. Null for a typed line.
  origin jsonb,
  primary key (cooperative_id, obligation_id, id),
  foreign key (cooperative_id, obligation_id, supplier_id)
    references reporting.manual_entry_draft(cooperative_id, obligation_id, supplier_id) on delete cascade deferrable
);
select platform.protect('reporting.manual_entry_row', supplier => 'supplier_id', writers => array['supplier',
  'system']);
alter policy reads on reporting.manual_entry_row using (cooperative_id = platform.cooperative()
  and (platform.side() = 'system' or platform.side() = 'supplier' and supplier_id = platform.organisation()));
create policy removes on reporting.manual_entry_row for delete using (cooperative_id = platform.cooperative()
  and platform.side() = 'system');
grant delete on reporting.manual_entry_row to tallgrunn_app;
select platform.moves_with_organisation('reporting.manual_entry_row', 'supplier_id', 'other');

-- Branches that a chain will report for later, with person, time and reason. In force until the branch has been
-- reported.
create table reporting.missing_branch (
  cooperative_id uuid not null default platform.cooperative(),
  obligation_id uuid not null,
  supplier_id uuid not null,
  reason text not null,
  said_by uuid,
  said_at timestamptz not null,
  primary key (cooperative_id, obligation_id)
);
select platform.protect('reporting.missing_branch', supplier => 'supplier_id', writers => array['supplier', 'system']);
select platform.erasable('reporting.missing_branch', array['reason']);
select platform.moves_with_organisation('reporting.missing_branch', 'supplier_id', 'other');

-- Customers that a supplier has excluded as no buyers, by the hash of their names: the names are not stored. A
-- revoked exclusion is asked about again.
create table reporting.excluded_customer (
  cooperative_id uuid not null default platform.cooperative(),
  supplier_id uuid not null,
  agreement_id uuid not null,
  customer_hash text not null check (customer_hash ~ '^[0-9a-f]{24}$'),
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (cooperative_id, supplier_id, agreement_id, customer_hash)
);
select platform.protect('reporting.excluded_customer', supplier => 'supplier_id', writers => array['supplier',
  'system']);
select platform.moves_with_organisation('reporting.excluded_customer', 'supplier_id', 'names', 'retained',
  '(a.revoked_at is null) = (b.revoked_at is null)', 'The other one leaves out the same customer.');

-- Nil returns that later bookings may contradict. `amount`: excl. VAT, of the buyers whose sum exceeds what the nil
-- return explained. `closed_at`: the purchases are gone. `reason`: the supplier's explanation, which answers the
-- question up to `reason_amount`.
create table reporting.nil_question (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  supplier_id uuid not null,
  amount numeric not null,
  invoices int not null,
  noticed_at timestamptz not null,
  closed_at timestamptz,
  reason text,
  reason_amount numeric,
  given_by uuid,
  given_at timestamptz,
  primary key (cooperative_id, version_id),
  foreign key (cooperative_id, version_id, supplier_id)
    references reporting.report_version(cooperative_id, id, supplier_id) deferrable
);
select platform.protect('reporting.nil_question', supplier => 'supplier_id', writers => array['supplier', 'system']);
create policy opened_by_system on reporting.nil_question as restrictive for insert with check (platform.side()
  = 'system');
select platform.erasable('reporting.nil_question', array['reason']);
select platform.moves_with_organisation('reporting.nil_question', 'supplier_id', 'other');

create function reporting.merge_conflicts(from_id uuid, into_id uuid)
  returns table(code text, found text, expected text, total bigint) language plpgsql as $$
begin
  -- An exempt obligation remains if the other one reports the period; a report in it would be lost.
  return query
    select 'reports-overlap'::text, min(v.number), min(v.period_key), count(*)
    from reporting.report_version v
    join agreements.door_reporting_obligation d on (d.cooperative_id = v.cooperative_id) and d.id = v.obligation_id
    join agreements.door_reporting_obligation o on (o.cooperative_id = d.cooperative_id)
      and o.agreement_id = d.agreement_id
      and o.report = d.report and o.branch_id is not distinct from d.branch_id
      and (o.period_key, o.period_start) = (d.period_key, d.period_start) and o.supplier_id = into_id
    where v.supplier_id = from_id and d.exemption_reason is not null having count(*) > 0;
  return query
    select 'work-in-progress'::text, min(w.file_name), null::text, count(*)
    from (select v.file_name from reporting.report_version v
      where v.supplier_id in (from_id, into_id) and v.state = 'received'
          union all select s.file_name from reporting.api_submission s where s.supplier_id in (from_id, into_id)
            and s.state = 'waiting') w having count(*) > 0;
end $$;

-- Sums of lines of the versions in force, by the columns that the utilisation of agreements needs. Written when a
-- version comes into force, and deleted when another replaces it. Level `buyer` is complete; level `version` sums all
-- buyers, is read most, and is not visible to buyers. `item_id`: of lines without a lot, which may have that of their
-- item. `amount`: null if no line has one.
create table reporting.report_line_sum (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  sum_no int not null,
  level text not null check (level in ('version', 'buyer')),
  agreement_id uuid not null,
  supplier_id uuid not null,
  buyer_id uuid,
  lot_id uuid,
  item_id uuid,
  month text not null,
  currency text not null,
  vat text not null,
  line_count int not null,
  amount numeric,
  primary key (cooperative_id, version_id, sum_no),
  foreign key (cooperative_id, version_id, supplier_id)
    references reporting.report_version(cooperative_id, id, supplier_id) deferrable
);
create index report_line_sum_by_agreement on reporting.report_line_sum (cooperative_id, agreement_id, level);
select platform.protect('reporting.report_line_sum', supplier => 'supplier_id', buyer => 'buyer_id',
  writers => array['cooperative', 'supplier', 'system'], privileges => 'select, insert, delete');
select platform.moves_with_organisation('reporting.report_line_sum', 'buyer_id', 'other');
select platform.moves_with_organisation('reporting.report_line_sum', 'supplier_id', 'other');

-- A supplier's answer about a file that applies to its next files of the agreement: a change to how something is
-- read, why a question is right as it is, or whose a customer is, stored as a hash of the name. `subject`: what was
-- asked. The newest answer of a subject is in force; a revoked one remains visible.
create table reporting.remembered_answer (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  agreement_id uuid not null,
  version_id uuid not null,
  kind text not null check (kind in ('change', 'question', 'customer')),
  subject text not null check (length(subject) >= 1 and length(subject) <= 300),
  answer jsonb not null,
  reason text,
  given_by uuid,
  given_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, version_id, supplier_id)
    references reporting.report_version(cooperative_id, id, supplier_id) deferrable
);
create unique index remembered_answer_in_force on reporting.remembered_answer (cooperative_id, supplier_id,
  agreement_id, kind, subject) where revoked_at is null;
select platform.protect('reporting.remembered_answer', supplier => 'supplier_id', writers => array['supplier',
  'system']);
select platform.erasable('reporting.remembered_answer', array['reason']);
select platform.moves_with_organisation('reporting.remembered_answer', 'supplier_id', 'other', 'removed', 'true');

select platform.takes_part_in_merges('reporting.merge_conflicts', 'conflicts');
