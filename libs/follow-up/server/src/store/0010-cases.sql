-- One matter with one supplier that is not in order, or one thing a supplier asks for. A supplier sees cases about it that are shared; a buyer sees those it opened.
create table follow_up.supplier_case (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  number text not null,
  kind text not null check (kind in ('late', 'poor-data', 'overcharging', 'off-contract', 'missing-declaration', 'dispute', 'report-correction',
    'extension-request', 'exemption-request', 'stop-request', 'data-correction-request', 'other')),
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
create index supplier_case_by_supplier on follow_up.supplier_case (cooperative_id, supplier_id);
create index supplier_case_by_owner on follow_up.supplier_case (cooperative_id, owner_id) where closed_at is null;
-- A rule opens one case for a supplier and agreement at a time, and adds to it.
create unique index supplier_case_of_rule on follow_up.supplier_case (cooperative_id, supplier_id, agreement_id) where origin = 'rule' and kind = 'late' and closed_at is null;
select platform.protect('follow_up.supplier_case', supplier => 'supplier_id', buyer => 'buyer_id');
create policy shared on follow_up.supplier_case as restrictive using (platform.side() <> 'supplier' or is_shared);
select platform.erasable('follow_up.supplier_case', array['title']);
select platform.moves_with_organisation('follow_up.supplier_case', 'supplier_id', 'cases', 'retained', 'a.closed_at is not null', 'An open case of the same rule.');
select platform.moves_with_organisation('follow_up.supplier_case', 'buyer_id', 'cases');

-- The log of a case; nothing in it is changed. Internal entries are for the cooperative alone.
create table follow_up.case_entry (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  case_id uuid not null,
  supplier_id uuid not null,
  buyer_id uuid,
  kind text not null check (kind in ('opened', 'subject-added', 'note', 'phone-call', 'meeting', 'message', 'status-changed', 'owner-changed', 'next-date-changed', 'due-date-extended',
    'exempted', 'report-received', 'correction-received', 'decided', 'closed', 'reopened')),
  is_internal boolean not null,
  author_side text not null check (author_side in ('cooperative', 'supplier', 'buyer', 'system')),
  author_id uuid,
  author_name text,
  body text,
  details jsonb not null default '{}',
  happened_on date,
  created_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, case_id) references follow_up.supplier_case (cooperative_id, id)
);
create index case_entry_by_case on follow_up.case_entry (cooperative_id, case_id, id);
select platform.protect('follow_up.case_entry', supplier => 'supplier_id', buyer => 'buyer_id', privileges => 'select, insert');
create policy shared on follow_up.case_entry as restrictive using (platform.side() in ('cooperative', 'system') or not is_internal);
create policy in_case on follow_up.case_entry as restrictive using (exists (
  select from follow_up.supplier_case c where c.cooperative_id = case_entry.cooperative_id and c.id = case_entry.case_id));
select platform.erasable('follow_up.case_entry', array['body', 'author_name']);
select platform.moves_with_organisation('follow_up.case_entry', 'supplier_id', 'cases');
select platform.moves_with_organisation('follow_up.case_entry', 'buyer_id', 'cases');

-- Obligations, reports, lines and findings that a case or a message in it is about. `snapshot`: the line or finding as it was read.
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
  line_no integer,
  line_key text,
  finding_no integer,
  snapshot jsonb not null default '{}',
  added_at timestamptz not null,
  resolved_at timestamptz,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, case_id) references follow_up.supplier_case (cooperative_id, id),
  foreign key (cooperative_id, entry_id) references follow_up.case_entry (cooperative_id, id)
);
create index case_subject_by_case on follow_up.case_subject (cooperative_id, case_id);
create index case_subject_by_obligation on follow_up.case_subject (cooperative_id, obligation_id) where obligation_id is not null;
create index case_subject_by_version on follow_up.case_subject (cooperative_id, version_id) where version_id is not null;
select platform.protect('follow_up.case_subject', supplier => 'supplier_id', buyer => 'buyer_id');
create policy in_case on follow_up.case_subject as restrictive using (exists (
  select from follow_up.supplier_case c where c.cooperative_id = case_subject.cooperative_id and c.id = case_subject.case_id));
select platform.moves_with_organisation('follow_up.case_subject', 'supplier_id', 'cases');
select platform.moves_with_organisation('follow_up.case_subject', 'buyer_id', 'cases');

-- When a rule opens cases. One row for each cooperative that has changed it.
create table follow_up.case_rule (
  cooperative_id uuid not null default platform.cooperative(),
  late_working_days integer not null check (late_working_days between 1 and 60),
  is_enabled boolean not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (cooperative_id)
);
select platform.protect('follow_up.case_rule', writers => array['cooperative']);

-- Addresses that e-mail answers come in by, as hashes: each is one recipient of one case. Only the product itself reads them.
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
  foreign key (cooperative_id, case_id) references follow_up.supplier_case (cooperative_id, id)
);
select platform.protect('follow_up.case_reply_address', writers => array['system'], privileges => 'select, insert');
create policy product_only on follow_up.case_reply_address as restrictive using (platform.side() = 'system');
select platform.erasable('follow_up.case_reply_address', array['email']);
select platform.moves_with_organisation('follow_up.case_reply_address', 'recipient_organisation_id', 'cases');
