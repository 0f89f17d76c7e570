-- A claim on a supplier for what it charged above the agreed prices. Its lines are frozen when it is drafted. The supplier sees it once it is sent.
-- `approved_by`: who sent it, of a large claim a second person, independent of who drafted it.
create table follow_up.claim (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  number text not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  basis text not null check (basis in ('reported', 'invoiced')),
  state text not null check (state in ('draft', 'sent', 'agreed', 'partly-agreed', 'rejected', 'settled', 'withdrawn')),
  amount numeric(18, 2) not null,
  currency text not null,
  line_count int not null,
  agreed_amount numeric(18, 2),
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
  check (state in ('draft', 'withdrawn') or sent_at is not null)
);
create index claim_by_supplier on follow_up.claim (cooperative_id, supplier_id, created_at);
select platform.protect('follow_up.claim', supplier => 'supplier_id', writers => array['cooperative']);
create policy suppliers_see_sent on follow_up.claim as restrictive for select using (platform.side() <> 'supplier' or sent_at is not null);
select platform.erasable('follow_up.claim', array['outcome_reason', 'letter_subject', 'letter_text']);
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
  amount numeric(18, 2) not null,
  primary key (cooperative_id, claim_id, line_no),
  foreign key (cooperative_id, claim_id) references follow_up.claim (cooperative_id, id)
);
create index claim_line_by_line on follow_up.claim_line (cooperative_id, supplier_id, line_key);
select platform.protect('follow_up.claim_line', supplier => 'supplier_id', writers => array['cooperative'], privileges => 'select, insert');
create policy suppliers_see_sent on follow_up.claim_line as restrictive for select using (
  platform.side() <> 'supplier' or exists (select from follow_up.claim c where c.cooperative_id = claim_line.cooperative_id and c.id = claim_line.claim_id));
select platform.erasable('follow_up.claim_line', array['document_name']);
select platform.moves_with_organisation('follow_up.claim_line', 'supplier_id', 'decisions');
select platform.moves_with_organisation('follow_up.claim_line', 'buyer_id', 'decisions');

-- What supplier and cooperative did with a claim. Entries are only added.
create table follow_up.claim_event (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  claim_id uuid not null,
  supplier_id uuid not null,
  kind text not null check (kind in ('sent', 'accepted-by-supplier', 'disputed-by-supplier', 'agreed', 'partly-agreed', 'rejected', 'settled', 'withdrawn', 'credited', 'credit-revoked')),
  amount numeric(18, 2),
  text text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, claim_id) references follow_up.claim (cooperative_id, id)
);
create index claim_event_by_claim on follow_up.claim_event (cooperative_id, claim_id, recorded_at);
select platform.protect('follow_up.claim_event', supplier => 'supplier_id', writers => array['cooperative', 'supplier'], privileges => 'select, insert');
create policy suppliers_see_sent on follow_up.claim_event as restrictive for select using (
  platform.side() <> 'supplier' or exists (select from follow_up.claim c where c.cooperative_id = claim_event.cooperative_id and c.id = claim_event.claim_id));
create policy suppliers_respond on follow_up.claim_event as restrictive for insert with check (
  platform.side() <> 'supplier' or (kind in ('accepted-by-supplier', 'disputed-by-supplier')
    and exists (select from follow_up.claim c where c.cooperative_id = claim_event.cooperative_id and c.id = claim_event.claim_id)));
select platform.erasable('follow_up.claim_event', array['text']);
select platform.moves_with_organisation('follow_up.claim_event', 'supplier_id', 'decisions');

-- Credit lines of later reports or invoices that a person confirmed as the credit of a claim. One line belongs to one claim.
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
  amount numeric(18, 2) not null,
  confirmed_by uuid,
  confirmed_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, claim_id) references follow_up.claim (cooperative_id, id)
);
create unique index claim_credit_once on follow_up.claim_credit (cooperative_id, basis, document_id, document_line_no) where revoked_at is null;
create index claim_credit_by_claim on follow_up.claim_credit (cooperative_id, claim_id);
select platform.protect('follow_up.claim_credit', supplier => 'supplier_id', writers => array['cooperative']);
create policy suppliers_see_sent on follow_up.claim_credit as restrictive for select using (
  platform.side() <> 'supplier' or exists (select from follow_up.claim c where c.cooperative_id = claim_credit.cooperative_id and c.id = claim_credit.claim_id));
select platform.erasable('follow_up.claim_credit', array['document_name']);
select platform.moves_with_organisation('follow_up.claim_credit', 'supplier_id', 'decisions');
