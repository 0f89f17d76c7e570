-- One message to one person about one thing. `dedupe_key` names person, kind, subject and stage: the same is never
-- queued twice.
-- `person_id` is null where it goes to a contact without an account, whose address is `contact_email`.
-- `requester_text`: what a person wrote, a reason or a message; it can be erased. `details` hold no text of a person.
-- waiting: to be sent at `due_at`. queued: handed to the mail, `message_id` says which e-mail. superseded: no longer
-- true when it was to be sent.
-- not-wanted: the person has turned the kind off. unreachable: the address takes no mail, and others were told instead.
create table follow_up.notification (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  kind text not null,
  stage text not null default '',
  audience text not null check (audience in ('supplier', 'buyer', 'cooperative')),
  organisation_id uuid not null,
  membership_id uuid,
  person_id uuid,
  contact_email text,
  subject_kind text not null,
  subject_id uuid not null,
  obligation_id uuid,
  agreement_id uuid,
  supplier_id uuid,
  details jsonb not null default '{}',
  requester_text text,
  cadence text not null check (cadence in ('at-once', 'daily', 'weekly')),
  dedupe_key text not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'queued', 'superseded', 'not-wanted',
    'unreachable')),
  queued_at timestamptz,
  message_id uuid,
  requested_by uuid,
  primary key (cooperative_id, id),
  unique (cooperative_id, dedupe_key),
  check ((state = 'queued') = (message_id is not null) or state = 'unreachable')
);
create index notification_by_message on follow_up.notification (cooperative_id, message_id);
create index notification_by_obligation on follow_up.notification (cooperative_id, obligation_id);
create index notification_by_supplier on follow_up.notification (cooperative_id, supplier_id, created_at);
create index notification_due on follow_up.notification (cooperative_id, due_at) where state = 'waiting';
select platform.protect('follow_up.notification', supplier => 'organisation_id', buyer => 'organisation_id',
  writers => array['cooperative', 'system']);
select platform.erasable('follow_up.notification', array['contact_email', 'requester_text']);
select platform.moves_with_organisation('follow_up.notification', 'organisation_id', 'other');
select platform.moves_with_organisation('follow_up.notification', 'supplier_id', 'other');

-- How often a member wants to be told of a kind. Without a row the kind's own default counts.
create table follow_up.notification_preference (
  cooperative_id uuid not null default platform.cooperative(),
  membership_id uuid not null,
  organisation_id uuid not null default platform.organisation(),
  kind text not null,
  cadence text not null check (cadence in ('at-once', 'daily', 'weekly', 'never')),
  updated_at timestamptz not null,
  primary key (cooperative_id, membership_id, kind)
);
select platform.protect('follow_up.notification_preference', supplier => 'organisation_id', buyer => 'organisation_id');
alter policy auditors_add_nothing on follow_up.notification_preference with check (platform.role() <> 'auditor');
alter policy auditors_change_nothing on follow_up.notification_preference using (platform.role() <> 'auditor');
alter policy auditors_remove_nothing on follow_up.notification_preference using (platform.role() <> 'auditor');
create policy own_alone_adds on follow_up.notification_preference as restrictive for insert with check (membership_id
  = platform.membership());
create policy own_alone_changes on follow_up.notification_preference as restrictive for update using (membership_id
  = platform.membership() or platform.side() = 'system');
select platform.moves_with_organisation('follow_up.notification_preference', 'organisation_id', 'other');

-- A cooperative's own text of an e-mail, instead of the one that comes with the product.
create table follow_up.email_template (
  cooperative_id uuid not null default platform.cooperative(),
  kind text not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  subject text not null,
  body text not null,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (cooperative_id, kind, language)
);
select platform.protect('follow_up.email_template', writers => array['cooperative'],
  privileges => 'select, insert, update, delete');
select platform.erasable('follow_up.email_template', array['body', 'subject']);

-- Addresses that e-mails came back from. `cleared_at`: somebody says that it works again, or an e-mail got through.
create table follow_up.unreachable_address (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  organisation_id uuid not null,
  email text not null,
  reason text not null,
  message_id uuid not null,
  noticed_at timestamptz not null,
  cleared_at timestamptz,
  cleared_by uuid,
  primary key (cooperative_id, id)
);
create unique index unreachable_address_once on follow_up.unreachable_address (cooperative_id, email)
  where (cleared_at is null) and (email <> platform.erased_text());
select platform.protect('follow_up.unreachable_address', supplier => 'organisation_id', buyer => 'organisation_id',
  writers => array['cooperative', 'system']);
select platform.erasable('follow_up.unreachable_address', array['email']);
select platform.moves_with_organisation('follow_up.unreachable_address', 'organisation_id', 'other');

-- The days on which everything that is due was collected.
create table follow_up.notification_run (
  cooperative_id uuid not null default platform.cooperative(),
  ran_on date not null,
  notification_count int not null,
  ran_at timestamptz not null,
  primary key (cooperative_id, ran_on)
);
select platform.protect('follow_up.notification_run', writers => array['system'], privileges => 'select, insert');

-- A secret address at which a member's calendar program fetches their dates. Only a hash of the secret is stored; it
-- is shown once.
create table follow_up.calendar_feed (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  membership_id uuid not null,
  organisation_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  last_read_at timestamptz,
  revoked_at timestamptz,
  primary key (cooperative_id, id),
  unique (cooperative_id, token_hash)
);
create index calendar_feed_by_token on follow_up.calendar_feed (token_hash);
select platform.protect('follow_up.calendar_feed', supplier => 'organisation_id', buyer => 'organisation_id');
alter policy auditors_add_nothing on follow_up.calendar_feed with check (platform.role() <> 'auditor');
alter policy auditors_change_nothing on follow_up.calendar_feed using (platform.role() <> 'auditor');
alter policy auditors_remove_nothing on follow_up.calendar_feed using (platform.role() <> 'auditor');
create policy bearer on follow_up.calendar_feed for select using (token_hash
  = nullif(current_setting('app.token_hash', true), ''));
create policy own_alone_adds on follow_up.calendar_feed as restrictive for insert with check (membership_id
  = platform.membership());
create policy own_alone_changes on follow_up.calendar_feed as restrictive for update using (membership_id
  = platform.membership() or platform.side() = 'system');
select platform.moves_with_organisation('follow_up.calendar_feed', 'organisation_id', 'other');

-- What calendars were told of a date: its revision, which rises when the date moves or is cancelled (RFC 5545,
-- SEQUENCE).
create table follow_up.calendar_event (
  cooperative_id uuid not null default platform.cooperative(),
  key text not null,
  supplier_id uuid,
  agreement_id uuid,
  happens_on date not null,
  is_cancelled boolean not null,
  sequence int not null default 0,
  changed_at timestamptz not null,
  primary key (cooperative_id, key)
);
create index calendar_event_by_supplier on follow_up.calendar_event (cooperative_id, supplier_id, happens_on);
select platform.protect('follow_up.calendar_event', supplier => 'supplier_id', writers => array['system']);
select platform.moves_with_organisation('follow_up.calendar_event', 'supplier_id', 'other');

-- One matter with one supplier that is not in order, or one thing a supplier asks for. A supplier sees cases about it
-- that are shared; a buyer sees those it opened.
create table follow_up.supplier_case (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  number text not null,
  kind text not null check (kind in ('late', 'poor-data', 'overcharging', 'off-contract', 'missing-declaration',
    'dispute', 'report-correction', 'extension-request', 'exemption-request', 'stop-request',
    'data-correction-request', 'other')),
  title text not null default '',
  supplier_id uuid not null,
  buyer_id uuid,
  agreement_id uuid,
  origin text not null check (origin in ('rule', 'cooperative', 'supplier', 'buyer')),
  is_shared boolean not null,
  status text not null check (status in ('open', 'waiting-for-supplier', 'waiting-for-us', 'closed')),
  owner_id uuid,
  next_on date,
  request jsonb not null default '{}',
  outcome text check (outcome in ('resolved', 'approved', 'declined', 'withdrawn', 'no-action')),
  opened_at timestamptz not null,
  opened_by uuid,
  changed_at timestamptz not null,
  closed_at timestamptz,
  primary key (cooperative_id, id),
  unique (cooperative_id, number),
  check ((status = 'closed') = (closed_at is not null)),
  check ((closed_at is null) = (outcome is null))
);
create index supplier_case_by_owner on follow_up.supplier_case (cooperative_id, owner_id) where closed_at is null;
create index supplier_case_by_supplier on follow_up.supplier_case (cooperative_id, supplier_id);
-- A rule opens one case for a supplier and agreement at a time, and adds to it.
create unique index supplier_case_of_rule on follow_up.supplier_case (cooperative_id, supplier_id,
  agreement_id) where (origin = 'rule') and (kind = 'late') and (closed_at is null);
select platform.protect('follow_up.supplier_case', supplier => 'supplier_id', buyer => 'buyer_id');
create policy shared on follow_up.supplier_case as restrictive using (platform.side() <> 'supplier' or is_shared);
select platform.erasable('follow_up.supplier_case', array['title']);
select platform.moves_with_organisation('follow_up.supplier_case', 'supplier_id', 'cases', 'retained',
  'a.closed_at is not null', 'An open case of the same rule.');
select platform.moves_with_organisation('follow_up.supplier_case', 'buyer_id', 'cases');

-- The log of a case; nothing in it is changed. Internal entries are for the cooperative alone.
create table follow_up.case_entry (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  case_id uuid not null,
  supplier_id uuid not null,
  buyer_id uuid,
  kind text not null check (kind in ('opened', 'subject-added', 'note', 'phone-call', 'meeting', 'message',
    'status-changed', 'owner-changed', 'next-date-changed', 'due-date-extended', 'exempted', 'report-received',
    'correction-received', 'decided', 'closed', 'reopened')),
  is_internal boolean not null,
  author_side text not null check (author_side in ('cooperative', 'supplier', 'buyer', 'system')),
  author_id uuid,
  author_name text,
  body text,
  details jsonb not null default '{}',
  happened_on date,
  created_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, case_id) references follow_up.supplier_case(cooperative_id, id)
);
create index case_entry_by_case on follow_up.case_entry (cooperative_id, case_id, id);
select platform.protect('follow_up.case_entry', supplier => 'supplier_id', buyer => 'buyer_id',
  privileges => 'select, insert');
create policy in_case on follow_up.case_entry as restrictive using (exists ( select from follow_up.supplier_case c
  where c.cooperative_id = case_entry.cooperative_id and c.id = case_entry.case_id));
create policy shared on follow_up.case_entry as restrictive using ((platform.side() in ('cooperative', 'system'))
  or not is_internal);
select platform.erasable('follow_up.case_entry', array['author_name', 'body']);
select platform.moves_with_organisation('follow_up.case_entry', 'buyer_id', 'cases');
select platform.moves_with_organisation('follow_up.case_entry', 'supplier_id', 'cases');

-- Obligations, reports, lines and findings that a case or a message in it is about. `snapshot`: the line or finding
-- as it was read.
create table follow_up.case_subject (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  case_id uuid not null,
  entry_id uuid,
  supplier_id uuid not null,
  buyer_id uuid,
  kind text not null check (kind in ('obligation', 'report', 'line', 'finding')),
  obligation_id uuid,
  version_id uuid,
  line_no int,
  line_key text,
  finding_no int,
  snapshot jsonb not null default '{}',
  added_at timestamptz not null,
  resolved_at timestamptz,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, case_id) references follow_up.supplier_case(cooperative_id, id),
  foreign key (cooperative_id, entry_id) references follow_up.case_entry(cooperative_id, id)
);
create index case_subject_by_case on follow_up.case_subject (cooperative_id, case_id);
create index case_subject_by_obligation on follow_up.case_subject (cooperative_id, obligation_id)
  where obligation_id is not null;
create index case_subject_by_version on follow_up.case_subject (cooperative_id, version_id)
  where version_id is not null;
select platform.protect('follow_up.case_subject', supplier => 'supplier_id', buyer => 'buyer_id');
create policy in_case on follow_up.case_subject as restrictive using (exists ( select from follow_up.supplier_case c
  where c.cooperative_id = case_subject.cooperative_id and c.id = case_subject.case_id));
select platform.moves_with_organisation('follow_up.case_subject', 'buyer_id', 'cases');
select platform.moves_with_organisation('follow_up.case_subject', 'supplier_id', 'cases');

-- When a rule opens cases. One row for each cooperative that has changed it.
create table follow_up.case_rule (
  cooperative_id uuid primary key default platform.cooperative(),
  late_working_days int not null check (late_working_days between 1 and 60),
  is_enabled boolean not null,
  changed_at timestamptz not null,
  changed_by uuid
);
select platform.protect('follow_up.case_rule', writers => array['cooperative']);

-- Addresses that e-mail answers come in by, as hashes: each is one recipient of one case. Only the product itself
-- reads them.
create table follow_up.case_reply_address (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  case_id uuid not null,
  token_hash text not null,
  recipient_organisation_id uuid not null,
  recipient_person_id uuid,
  email text not null,
  created_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, token_hash),
  foreign key (cooperative_id, case_id) references follow_up.supplier_case(cooperative_id, id)
);
select platform.protect('follow_up.case_reply_address', writers => array['system'], privileges => 'select, insert');
create policy product_only on follow_up.case_reply_address as restrictive using (platform.side() = 'system');
select platform.erasable('follow_up.case_reply_address', array['email']);
select platform.moves_with_organisation('follow_up.case_reply_address', 'recipient_organisation_id', 'cases');

-- Periods that do not count in daily penalties, such as force majeure. A person enters and revokes them, with reasons.
create table follow_up.penalty_exclusion (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  -- null: of every agreement of the supplier
  agreement_id uuid,
  valid_from date not null,
  valid_to date not null,
  reason text not null,
  created_by uuid,
  created_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (cooperative_id, id),
  check (valid_to >= valid_from)
);
create index penalty_exclusion_by_supplier on follow_up.penalty_exclusion (cooperative_id, supplier_id, valid_from);
select platform.protect('follow_up.penalty_exclusion', supplier => 'supplier_id', writers => array['cooperative']);
select platform.erasable('follow_up.penalty_exclusion', array['reason']);
select platform.moves_with_organisation('follow_up.penalty_exclusion', 'supplier_id', 'decisions');

-- What a person decided on the lateness of one report. A later decision replaces an earlier one. `calculation`: what
-- the decision was based on.
create table follow_up.penalty_decision (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  number text not null,
  obligation_id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  decision text not null check (decision in ('waive', 'warn', 'claim')),
  amount numeric(18,2) not null,
  currency text not null,
  unit_count int not null,
  calculation jsonb not null,
  reason text not null,
  requires_second_approval boolean not null default false,
  decided_by uuid,
  decided_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  letter_language text,
  letter_subject text,
  letter_text text,
  primary key (cooperative_id, id),
  unique (cooperative_id, number)
);
create index penalty_decision_by_duty on follow_up.penalty_decision (cooperative_id, obligation_id, decided_at);
create index penalty_decision_by_supplier on follow_up.penalty_decision (cooperative_id, supplier_id, decided_at);
select platform.protect('follow_up.penalty_decision', writers => array['cooperative']);
create policy suppliers_see_decided on follow_up.penalty_decision for select using (cooperative_id
  = platform.cooperative() and platform.side() = 'supplier' and supplier_id = platform.organisation()
  and (decision in ('warn', 'claim')) and (not requires_second_approval or approved_at is not null));
select platform.erasable('follow_up.penalty_decision', array['letter_subject', 'letter_text', 'reason']);
select platform.moves_with_organisation('follow_up.penalty_decision', 'supplier_id', 'decisions');

-- Report versions whose prices were compared with the agreed ones. `price_key`: the agreed prices; another key means
-- that the version must be compared once more.
create table follow_up.compared_version (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  price_key text not null,
  compared_at timestamptz not null,
  primary key (cooperative_id, version_id)
);
select platform.protect('follow_up.compared_version', writers => array['system'],
  privileges => 'select, insert, delete');

-- Invoices are compared batch by batch, and once more for a supplier of an agreement whose prices changed: which
-- batches, and with which prices.
create table follow_up.compared_batch (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  compared_at timestamptz not null,
  primary key (cooperative_id, batch_id)
);
select platform.protect('follow_up.compared_batch', writers => array['system'], privileges => 'select, insert, delete');

create table follow_up.compared_prices (
  cooperative_id uuid not null default platform.cooperative(),
  agreement_id uuid not null,
  supplier_id uuid not null,
  price_key text not null,
  compared_at timestamptz not null,
  primary key (cooperative_id, agreement_id, supplier_id)
);
select platform.protect('follow_up.compared_prices', writers => array['system'],
  privileges => 'select, insert, delete');
select platform.moves_with_organisation('follow_up.compared_prices', 'supplier_id', 'figures', 'removed', 'true');

-- Sums of the compared lines of one document (report version or batch of invoices), supplier and agreement by month
-- and currency. `charged_amount` and `agreed_amount`: of the lines that could be compared. What could not is counted
-- by itself:
-- `unknown_*`: what is agreed cannot be known, `other_*`: the price differs for another reason, `currency_*`: in
-- another currency than the agreement's, `vat_*`: with VAT or
-- unknown VAT, `off_assortment_*`: not in the assortment.
create table follow_up.price_comparison_month (
  cooperative_id uuid not null default platform.cooperative(),
  basis text not null check (basis in ('reported', 'invoiced')),
  document_id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  month text not null,
  currency text not null,
  compared_count int not null,
  charged_amount numeric not null,
  agreed_amount numeric not null,
  unknown_count int not null,
  unknown_amount numeric not null,
  other_count int not null,
  other_amount numeric not null,
  currency_count int not null,
  currency_amount numeric not null,
  vat_unknown_count int not null,
  vat_unknown_amount numeric not null,
  off_assortment_count int not null,
  off_assortment_amount numeric not null,
  primary key (cooperative_id, basis, document_id, agreement_id, supplier_id, month, currency)
);
select platform.protect('follow_up.price_comparison_month', writers => array['system'],
  privileges => 'select, insert, delete');
select platform.moves_with_organisation('follow_up.price_comparison_month', 'supplier_id', 'figures', 'removed',
  'true');

-- Lines charged above the agreed price. `line_key` survives a new version of the report: what people decided on a
-- line follows it.
create table follow_up.price_deviation (
  cooperative_id uuid not null default platform.cooperative(),
  basis text not null,
  document_id uuid not null,
  line_no int not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  line_key text not null,
  buyer_id uuid,
  item_id uuid not null,
  charged_on date,
  month text not null,
  quantity numeric,
  unit text,
  price numeric not null,
  agreed_price numeric not null,
  agreed_from date not null,
  amount numeric(18,2) not null,
  currency text not null,
  primary key (cooperative_id, basis, document_id, line_no)
);
create index price_deviation_by_supplier on follow_up.price_deviation (cooperative_id, agreement_id, supplier_id,
  basis);
select platform.protect('follow_up.price_deviation', writers => array['system'],
  privileges => 'select, insert, delete');
select platform.moves_with_organisation('follow_up.price_deviation', 'buyer_id', 'figures');
select platform.moves_with_organisation('follow_up.price_deviation', 'supplier_id', 'figures');

-- Deviations whose reason a person of the cooperative accepted.
create table follow_up.accepted_deviation (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  basis text not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  line_key text not null,
  reason text not null,
  accepted_by uuid,
  accepted_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (cooperative_id, id)
);
create unique index accepted_deviation_once on follow_up.accepted_deviation (cooperative_id, basis, agreement_id,
  supplier_id, line_key) where revoked_at is null;
select platform.protect('follow_up.accepted_deviation', writers => array['cooperative']);
select platform.erasable('follow_up.accepted_deviation', array['reason']);
select platform.moves_with_organisation('follow_up.accepted_deviation', 'supplier_id', 'decisions');

-- A claim on a supplier for what it charged above the agreed prices. Its lines are frozen when it is drafted. The
-- supplier sees it once it is sent.
-- `approved_by`: who sent it, of a large claim a second person, independent of who drafted it.
create table follow_up.claim (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  number text not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  basis text not null check (basis in ('reported', 'invoiced')),
  state text not null check (state in ('draft', 'sent', 'agreed', 'partly-agreed', 'rejected', 'settled', 'withdrawn')),
  amount numeric(18,2) not null,
  currency text not null,
  line_count int not null,
  agreed_amount numeric(18,2),
  outcome_reason text,
  letter_language text not null,
  letter_subject text not null,
  letter_text text not null,
  created_by uuid,
  created_at timestamptz not null,
  approved_by uuid,
  sent_at timestamptz,
  closed_at timestamptz,
  primary key (cooperative_id, id),
  unique (cooperative_id, number),
  check ((state in ('draft', 'withdrawn')) or sent_at is not null)
);
create index claim_by_supplier on follow_up.claim (cooperative_id, supplier_id, created_at);
select platform.protect('follow_up.claim', supplier => 'supplier_id', writers => array['cooperative']);
create policy suppliers_see_sent on follow_up.claim as restrictive for select using (platform.side() <> 'supplier'
  or sent_at is not null);
select platform.erasable('follow_up.claim', array['letter_subject', 'letter_text', 'outcome_reason']);
select platform.moves_with_organisation('follow_up.claim', 'supplier_id', 'decisions');

-- The lines of a claim as they were when it was drafted.
create table follow_up.claim_line (
  cooperative_id uuid not null default platform.cooperative(),
  claim_id uuid not null,
  line_no int not null,
  supplier_id uuid not null,
  document_id uuid not null,
  document_line_no int not null,
  line_key text not null,
  document_name text,
  buyer_id uuid,
  item_id uuid not null,
  item_number text,
  item_name text,
  invoice_number text,
  charged_on date,
  quantity numeric,
  unit text,
  price numeric not null,
  agreed_price numeric not null,
  agreed_from date not null,
  amount numeric(18,2) not null,
  primary key (cooperative_id, claim_id, line_no),
  foreign key (cooperative_id, claim_id) references follow_up.claim(cooperative_id, id)
);
create index claim_line_by_line on follow_up.claim_line (cooperative_id, supplier_id, line_key);
select platform.protect('follow_up.claim_line', supplier => 'supplier_id', writers => array['cooperative'],
  privileges => 'select, insert');
create policy suppliers_see_sent on follow_up.claim_line as restrictive for select using (platform.side() <>
  'supplier' or (exists ( select from follow_up.claim c
  where c.cooperative_id = claim_line.cooperative_id and c.id = claim_line.claim_id)));
select platform.erasable('follow_up.claim_line', array['document_name']);
select platform.moves_with_organisation('follow_up.claim_line', 'buyer_id', 'decisions');
select platform.moves_with_organisation('follow_up.claim_line', 'supplier_id', 'decisions');

-- What supplier and cooperative did with a claim. Entries are only added.
create table follow_up.claim_event (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  claim_id uuid not null,
  supplier_id uuid not null,
  kind text not null check (kind in ('sent', 'accepted-by-supplier', 'disputed-by-supplier', 'agreed',
    'partly-agreed', 'rejected', 'settled', 'withdrawn', 'credited', 'credit-revoked')),
  amount numeric(18,2),
  text text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, claim_id) references follow_up.claim(cooperative_id, id)
);
create index claim_event_by_claim on follow_up.claim_event (cooperative_id, claim_id, recorded_at);
select platform.protect('follow_up.claim_event', supplier => 'supplier_id', writers => array['cooperative',
  'supplier'], privileges => 'select, insert');
create policy suppliers_respond on follow_up.claim_event as restrictive for insert with check (platform.side() <>
  'supplier' or (kind in ('accepted-by-supplier', 'disputed-by-supplier'))
  and (exists ( select from follow_up.claim c
  where c.cooperative_id = claim_event.cooperative_id and c.id = claim_event.claim_id)));
create policy suppliers_see_sent on follow_up.claim_event as restrictive for select using (platform.side() <>
  'supplier' or (exists ( select from follow_up.claim c
  where c.cooperative_id = claim_event.cooperative_id and c.id = claim_event.claim_id)));
select platform.erasable('follow_up.claim_event', array['text']);
select platform.moves_with_organisation('follow_up.claim_event', 'supplier_id', 'decisions');

-- Credit lines of later reports or invoices that a person confirmed as the credit of a claim. One line belongs to one
-- claim.
create table follow_up.claim_credit (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  claim_id uuid not null,
  supplier_id uuid not null,
  basis text not null check (basis in ('reported', 'invoiced')),
  document_id uuid not null,
  document_line_no int not null,
  line_key text not null,
  document_name text,
  item_number text,
  item_name text,
  invoice_number text,
  credited_on date,
  amount numeric(18,2) not null,
  confirmed_by uuid,
  confirmed_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, claim_id) references follow_up.claim(cooperative_id, id)
);
create index claim_credit_by_claim on follow_up.claim_credit (cooperative_id, claim_id);
create unique index claim_credit_once on follow_up.claim_credit (cooperative_id, basis, document_id,
  document_line_no) where revoked_at is null;
select platform.protect('follow_up.claim_credit', supplier => 'supplier_id', writers => array['cooperative']);
create policy suppliers_see_sent on follow_up.claim_credit as restrictive for select using (platform.side() <>
  'supplier' or (exists ( select from follow_up.claim c
  where c.cooperative_id = claim_credit.cooperative_id and c.id = claim_credit.claim_id)));
select platform.erasable('follow_up.claim_credit', array['document_name']);
select platform.moves_with_organisation('follow_up.claim_credit', 'supplier_id', 'decisions');

-- A decided performance statement of one supplier in one agreement and year. Every decision is a new revision; none
-- changes.
-- `figures`, `proposed`: the key figures and the ratings by rule that the person saw. `ratings`: the decided rating
-- of each key figure.
create table follow_up.performance_statement (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  number text not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  year int not null check (year between 2000 and 2100),
  revision int not null check (revision > 0),
  figures jsonb not null,
  proposed jsonb not null,
  ratings jsonb not null,
  overall_rating text not null check (overall_rating in ('good', 'approaching-target', 'requires-improvement',
    'inadequate', 'other')),
  reason text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, number)
);
create index performance_statement_by_supplier on follow_up.performance_statement (cooperative_id, supplier_id,
  agreement_id, year, revision);
select platform.protect('follow_up.performance_statement', supplier => 'supplier_id',
  writers => array['cooperative'], privileges => 'select, insert');
select platform.erasable('follow_up.performance_statement', array['reason']);
select platform.moves_with_organisation('follow_up.performance_statement', 'supplier_id', 'decisions');

-- Comments of the supplier on a statement.
create table follow_up.performance_statement_comment (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  statement_id uuid not null,
  supplier_id uuid not null,
  body text not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, statement_id) references follow_up.performance_statement(cooperative_id, id)
);
create index performance_statement_comment_by_statement on follow_up.performance_statement_comment (cooperative_id,
  statement_id);
select platform.protect('follow_up.performance_statement_comment', supplier => 'supplier_id',
  writers => array['supplier'], privileges => 'select, insert');
select platform.erasable('follow_up.performance_statement_comment', array['body']);
select platform.moves_with_organisation('follow_up.performance_statement_comment', 'supplier_id', 'decisions');
