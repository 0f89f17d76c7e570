-- A matching run. Its links are those opened at or before it and not closed by then. It lists its inputs.
create table matching.run (
  cooperative_id uuid not null default platform.cooperative(),
  number int not null,
  engine text not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  read jsonb not null,
  opened int not null,
  closed int not null,
  lines_read int not null default 0,
  primary key (cooperative_id, number)
);
select platform.protect('matching.run', everyone => true, writers => array['system'], privileges => 'select, insert');

-- A report line and a booked line of one purchase, as an interval of runs.
create table matching.link (
  cooperative_id uuid not null default platform.cooperative(),
  opened_by_run int not null,
  closed_by_run int,
  supplier_id uuid not null,
  buyer_id uuid not null,
  version_id uuid not null,
  report_line_no int not null,
  batch_id uuid not null,
  spend_line_no int not null,
  step text not null check (step in ('decision', 'invoice-item', 'invoice-amount', 'invoice-sum',
    'invoice-difference', 'order-item', 'order-sum', 'item-amount', 'period-item', 'period-sum', 'sum-of-lines',
    'sum-of-parts', 'unique-amount', 'likely')),
  amount numeric(18,2) not null,
  evidence jsonb,
  score real not null default 1,
  plain boolean not null default false,
  report_line_key text,
  report_agreement_id uuid,
  report_lot_id uuid,
  report_why text,
  report_day date,
  report_month int,
  report_invoice_number text,
  report_invoice bigint,
  report_item bigint,
  report_mark bigint,
  report_site bigint,
  report_ordered bigint,
  report_same_order bigint,
  report_same_trip bigint,
  report_same_day bigint,
  report_same_month bigint,
  report_quantity numeric,
  report_nature text,
  report_listed boolean,
  report_again boolean,
  report_also text[],
  spend_line_key text,
  spend_agreement_id uuid,
  spend_lot_id uuid,
  spend_why text,
  spend_day date,
  spend_month int,
  spend_invoice bigint,
  spend_item bigint,
  spend_mark bigint,
  spend_cost_centre bigint,
  spend_ordered bigint,
  spend_account text,
  spend_quantity numeric,
  spend_nature text,
  spend_payee boolean,
  spend_also text[],
  spend_read_agreement_id uuid,
  spend_read_lot_id uuid,
  spend_read_why text,
  primary key (cooperative_id, version_id, report_line_no, batch_id, spend_line_no, opened_by_run)
);
create index link_open_by_spend on matching.link (batch_id, spend_line_no) where closed_by_run is null;
create index link_plain_by_pair on matching.link (cooperative_id, supplier_id, buyer_id, report_day)
  where plain and (closed_by_run is null);
select platform.protect('matching.link', buyer => 'buyer_id', writers => array['system']);
alter policy adds on matching.link with check (cooperative_id = platform.cooperative()
  and (((( select platform.side() as side)) in ('cooperative', 'system'))
  or (( select platform.side() as side)) = 'buyer'
  and buyer_id = (( select platform.organisation() as organisation)))
  and ((( select platform.side() as side)) = 'system'));
alter policy auditors_add_nothing on matching.link with check ((( select platform.role() as role)) not in ('auditor',
  'reader'));
select platform.moves_with_organisation('matching.link', 'buyer_id', 'matches');
select platform.moves_with_organisation('matching.link', 'supplier_id', 'matches');

-- A person's decision on a pair of lines. The newest on a pair applies. It is stored by line keys, so that it
-- survives new versions and batches.
create table matching.pair_decision (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  buyer_id uuid not null,
  report_line_key text not null,
  spend_line_key text not null,
  verdict text not null check (verdict in ('same', 'not-same', 'undecided')),
  reason text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  -- Above a limit the decision needs a second person, and has no effect until then.
  requires_second_approval boolean not null default false,
  -- The amount concerned. What one person decides alone is added up by buyer and day.
  amount numeric(18,2) not null default 0,
  -- Shared by decisions made in one action. They are approved and revoked together.
  bulk_id uuid,
  primary key (cooperative_id, id)
);
create index pair_decision_by_day on matching.pair_decision (cooperative_id, buyer_id, decided_at);
create index pair_decision_by_given on matching.pair_decision (cooperative_id, bulk_id) where bulk_id is not null;
create index pair_decision_by_pair on matching.pair_decision (cooperative_id, report_line_key, spend_line_key, id desc);
select platform.protect('matching.pair_decision', buyer => 'buyer_id', writers => array['cooperative', 'buyer'],
  privileges => 'select, insert');
select platform.erasable('matching.pair_decision', array['reason']);
select platform.moves_with_organisation('matching.pair_decision', 'buyer_id', 'decisions');
select platform.moves_with_organisation('matching.pair_decision', 'supplier_id', 'decisions');

-- Most numbers need no change.
create function matching.normalise_number(written text) returns text language sql immutable parallel safe
  return case when written ~ '^[1-9][0-9]*$' then written else nullif(ltrim(translate(lower(written),
    ' -./\_:;,#*()''"', ''), '0'), '') end;

-- Months since year 0: 12 × year + month − 1. Integers compare fast, and a quarter is a third of it.
create function matching.month_index(day date) returns int language sql immutable parallel safe
  return (date_part('year', day) * 12 + date_part('month', day) - 1)::int;

create function matching.month_text(month int) returns text language sql immutable parallel safe
  return lpad((month / 12)::text, 4, '0') || '-' || lpad((month % 12 + 1)::text, 2, '0');

-- Report versions and batches that runs have read, as intervals of runs.
create table matching.run_input (
  cooperative_id uuid not null default platform.cooperative(),
  side text not null check (side in ('reported', 'booked')),
  document_id uuid not null,
  opened_by_run int not null,
  closed_by_run int,
  primary key (cooperative_id, side, document_id, opened_by_run)
);
select platform.protect('matching.run_input', writers => array['system']);

-- Report lines in force with their matching keys. Keys are hashes: of the invoice, the item, the row of the invoice,
-- and of what lines of one delivery share: order, site and days, site and day, site and month.
create table matching.standalone_report_line (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  line_no int not null,
  line_key text not null,
  supplier_id uuid not null,
  buyer_id uuid,
  ledger_buyer_id uuid,
  agreement_id uuid,
  lot_id uuid,
  why text not null,
  day date,
  month int,
  invoice_number text,
  invoice bigint,
  item bigint,
  mark bigint,
  site bigint,
  ordered bigint,
  same_order bigint,
  same_trip bigint,
  same_day bigint,
  same_month bigint,
  quantity numeric,
  amount numeric(18,2) not null,
  nature text,
  listed boolean not null,
  again boolean not null,
  state text not null check (state in ('matched', 'reported-not-booked', 'books-not-loaded')),
  cause text,
  also text[] not null default '{}',
  linked numeric(18,2) not null default 0,
  primary key (cooperative_id, version_id, line_no)
);
create index report_line_by_pair on matching.standalone_report_line (cooperative_id, supplier_id, ledger_buyer_id, day);
create index report_line_open on matching.standalone_report_line (cooperative_id, cause) where state <> 'matched';
select platform.protect('matching.standalone_report_line', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert, update, delete');
alter policy adds on matching.standalone_report_line with check (cooperative_id = platform.cooperative()
  and (((( select platform.side() as side)) in ('cooperative', 'system'))
  or (( select platform.side() as side)) = 'buyer'
  and buyer_id = (( select platform.organisation() as organisation)))
  and ((( select platform.side() as side)) = 'system'));
alter policy auditors_add_nothing on matching.standalone_report_line with check ((( select platform.role() as role))
  not in ('auditor', 'reader'));
select platform.moves_with_organisation('matching.standalone_report_line', 'buyer_id', 'other');
select platform.moves_with_organisation('matching.standalone_report_line', 'ledger_buyer_id', 'other');
select platform.moves_with_organisation('matching.standalone_report_line', 'supplier_id', 'other');

create table matching.standalone_spend_line (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  line_no int not null,
  line_key text not null,
  supplier_id uuid,
  buyer_id uuid,
  agreement_id uuid,
  lot_id uuid,
  why text not null,
  day date,
  month int,
  invoice bigint,
  item bigint,
  mark bigint,
  cost_centre bigint,
  ordered bigint,
  account text,
  quantity numeric,
  amount numeric(18,2) not null,
  nature text,
  payee boolean not null,
  state text not null check (state in ('matched', 'booked-not-reported', 'outside-agreements')),
  cause text,
  also text[] not null default '{}',
  linked numeric(18,2) not null default 0,
  -- The agreement that the booked line names itself. The agreement of the last run, which may depend on a link or an
  -- answer that is gone in the next, is another column.
  read_agreement_id uuid,
  read_lot_id uuid,
  read_why text,
  primary key (cooperative_id, batch_id, line_no)
);
create index spend_line_by_pair on matching.standalone_spend_line (cooperative_id, supplier_id, buyer_id, day);
create index spend_line_open on matching.standalone_spend_line (cooperative_id, cause) where state <> 'matched';
select platform.protect('matching.standalone_spend_line', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert, update, delete');
alter policy adds on matching.standalone_spend_line with check (cooperative_id = platform.cooperative()
  and (((( select platform.side() as side)) in ('cooperative', 'system'))
  or (( select platform.side() as side)) = 'buyer'
  and buyer_id = (( select platform.organisation() as organisation)))
  and ((( select platform.side() as side)) = 'system'));
alter policy auditors_add_nothing on matching.standalone_spend_line with check ((( select platform.role() as role))
  not in ('auditor', 'reader'));
select platform.moves_with_organisation('matching.standalone_spend_line', 'buyer_id', 'other');
select platform.moves_with_organisation('matching.standalone_spend_line', 'supplier_id', 'other');

-- A person's answer for an unexplained line: its cause, or its agreement. The newest of a line applies. An answer
-- without either revokes the earlier one.
create table matching.line_resolution (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  side text not null check (side in ('reported', 'booked')),
  line_key text not null,
  supplier_id uuid,
  buyer_id uuid not null,
  cause text,
  agreement_id uuid,
  reason text not null,
  amount numeric(18,2) not null,
  requires_second_approval boolean not null,
  decided_by uuid,
  decided_at timestamptz not null,
  -- The supplier's response that the reviewer accepted as the answer.
  statement_id uuid,
  -- Shared by lines that were answered in one action. Their sum decides whether a second person must approve, once
  -- for all of them.
  bulk_id uuid,
  primary key (cooperative_id, id)
);
create index line_resolution_by_day on matching.line_resolution (cooperative_id, buyer_id, decided_at);
create index line_resolution_by_given on matching.line_resolution (cooperative_id, bulk_id) where bulk_id is not null;
create index line_resolution_by_line on matching.line_resolution (cooperative_id, side, line_key, id desc);
create index line_resolution_by_statement on matching.line_resolution (cooperative_id, statement_id)
  where statement_id is not null;
select platform.protect('matching.line_resolution', buyer => 'buyer_id', writers => array['cooperative', 'buyer'],
  privileges => 'select, insert');
select platform.erasable('matching.line_resolution', array['reason']);
select platform.moves_with_organisation('matching.line_resolution', 'buyer_id', 'decisions');
select platform.moves_with_organisation('matching.line_resolution', 'supplier_id', 'decisions');

create table matching.second_approval (
  cooperative_id uuid not null default platform.cooperative(),
  decision_id uuid not null,
  id uuid not null,
  buyer_id uuid not null,
  confirmed_by uuid,
  confirmed_at timestamptz not null,
  primary key (cooperative_id, decision_id)
);
select platform.protect('matching.second_approval', buyer => 'buyer_id', writers => array['cooperative', 'buyer'],
  privileges => 'select, insert');
select platform.moves_with_organisation('matching.second_approval', 'buyer_id', 'decisions');

-- Usual cost centres, learned by the last run of everything. Runs of some lines use them too.
create table matching.usual_cost_centre (
  cooperative_id uuid not null default platform.cooperative(),
  site bigint not null,
  cost_centre bigint not null,
  primary key (cooperative_id, site, cost_centre)
);
select platform.protect('matching.usual_cost_centre', writers => array['system'],
  privileges => 'select, insert, delete');

create table matching.usual_account (
  cooperative_id uuid not null default platform.cooperative(),
  supplier_id uuid not null,
  item bigint not null,
  account text not null,
  lines int not null,
  all_lines int not null,
  primary key (cooperative_id, supplier_id, item)
);
select platform.protect('matching.usual_account', writers => array['system'], privileges => 'select, insert, delete');
select platform.moves_with_organisation('matching.usual_account', 'supplier_id', 'other', 'removed', 'true');

create table matching.agreement_account (
  cooperative_id uuid not null default platform.cooperative(),
  agreement_id uuid not null,
  account text not null,
  primary key (cooperative_id, agreement_id, account)
);
select platform.protect('matching.agreement_account', writers => array['system'],
  privileges => 'select, insert, delete');

-- Sums of one side's lines by supplier, buyer, month, agreement, state and cause. `linked`: the amount of the other
-- side that is linked to them.
create table matching.matching_total (
  cooperative_id uuid not null default platform.cooperative(),
  side text not null check (side in ('reported', 'booked')),
  supplier_id uuid,
  buyer_id uuid,
  month text,
  agreement_id uuid,
  state text not null,
  cause text,
  lines int not null,
  amount numeric(18,2) not null,
  linked numeric(18,2) not null,
  id bigint generated always as identity,
  -- Amounts whose VAT is not known, as in the ledger. They are in no other sum.
  outside numeric not null default 0,
  primary key (cooperative_id, id)
);
create index matching_total_by_pair on matching.matching_total (cooperative_id, supplier_id, buyer_id);
select platform.protect('matching.matching_total', buyer => 'buyer_id', writers => array['system'],
  privileges => 'select, insert, delete');
alter policy adds on matching.matching_total with check (cooperative_id = platform.cooperative()
  and (((( select platform.side() as side)) in ('cooperative', 'system'))
  or (( select platform.side() as side)) = 'buyer'
  and buyer_id = (( select platform.organisation() as organisation)))
  and ((( select platform.side() as side)) = 'system'));
alter policy auditors_add_nothing on matching.matching_total with check ((( select platform.role() as role)) not in
  ('auditor', 'reader'));
select platform.moves_with_organisation('matching.matching_total', 'buyer_id', 'other');
select platform.moves_with_organisation('matching.matching_total', 'supplier_id', 'other');

-- A supplier's response about a booked line that no report contains. It links and explains nothing until a reviewer
-- accepts it as an answer. It is stored by line key and never changed: the newest of a line applies. A response
-- without a kind revokes the earlier one.
create table matching.supplier_response (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  -- Shared by lines that were answered in one action.
  bulk_id uuid not null,
  obligation_id uuid not null,
  supplier_id uuid not null,
  buyer_id uuid not null,
  line_key text not null,
  invoice_number text,
  kind text check (kind in ('next-report', 'in-report', 'left-out', 'other-agreement', 'other-seller', 'other')),
  reason text not null,
  amount numeric(18,2) not null,
  said_by uuid,
  said_at timestamptz not null,
  primary key (cooperative_id, id)
);
create index supplier_response_by_line on matching.supplier_response (cooperative_id, supplier_id, line_key, id desc);
select platform.protect('matching.supplier_response', supplier => 'supplier_id', buyer => 'buyer_id',
  writers => array['supplier'], privileges => 'select, insert');
select platform.erasable('matching.supplier_response', array['reason']);
select platform.moves_with_organisation('matching.supplier_response', 'buyer_id', 'decisions');
select platform.moves_with_organisation('matching.supplier_response', 'supplier_id', 'decisions');

-- Lines of links from one line to one line, with the columns of the tables of standalone lines.
create view matching.inline_report_line with (security_invoker) as
  select cooperative_id, version_id, report_line_no as line_no, report_line_key as line_key, supplier_id, buyer_id,
    buyer_id as ledger_buyer_id, report_agreement_id as agreement_id, report_lot_id as lot_id, report_why as why,
    report_day as day, report_month as month, report_invoice_number as invoice_number, report_invoice as invoice,
      report_item as item, report_mark as mark, report_site as site, report_ordered as ordered,
    report_same_order as same_order, report_same_trip as same_trip, report_same_day as same_day,
      report_same_month as same_month, report_quantity as quantity, amount, report_nature as nature,
      report_listed as listed,
    report_again as again, 'matched'::text as state, null::text as cause, report_also as also, amount as linked
  from matching.link
  where plain and closed_by_run is null;
grant select on matching.inline_report_line to tallgrunn_app;

create view matching.inline_spend_line with (security_invoker) as
  select cooperative_id, batch_id, spend_line_no as line_no, spend_line_key as line_key, supplier_id, buyer_id,
    spend_agreement_id as agreement_id, spend_lot_id as lot_id, spend_why as why,
    spend_day as day, spend_month as month, spend_invoice as invoice, spend_item as item, spend_mark as mark,
      spend_cost_centre as cost_centre, spend_ordered as ordered, spend_account as account,
    spend_quantity as quantity, amount, spend_nature as nature, spend_payee as payee, 'matched'::text as state,
      null::text as cause, spend_also as also, amount as linked,
    spend_read_agreement_id as read_agreement_id, spend_read_lot_id as read_lot_id, spend_read_why as read_why
  from matching.link
  where plain and closed_by_run is null;
grant select on matching.inline_spend_line to tallgrunn_app;

-- All lines that runs have read. For queries by columns of the lines: PostgreSQL cannot use an index for rows joined
-- to a union.
create view matching.report_line with (security_invoker) as
  select cooperative_id, version_id, line_no, line_key, supplier_id, buyer_id, ledger_buyer_id, agreement_id,
    lot_id, why, day, month, invoice_number, invoice, item, mark,
    site, ordered, same_order, same_trip, same_day, same_month, quantity, amount, nature, listed, again, state,
      cause, also, linked
  from matching.standalone_report_line
  union all
  select * from matching.inline_report_line;
grant select on matching.report_line to tallgrunn_app;

create view matching.spend_line with (security_invoker) as
  select cooperative_id, batch_id, line_no, line_key, supplier_id, buyer_id, agreement_id, lot_id, why, day, month,
    invoice, item, mark,
    cost_centre, ordered, account, quantity, amount, nature, payee, state, cause, also, linked, read_agreement_id,
      read_lot_id, read_why
  from matching.standalone_spend_line
  union all
  select * from matching.inline_spend_line;
grant select on matching.spend_line to tallgrunn_app;

create function matching.guard_second_approval() returns trigger language plpgsql as $$
begin
  if new.confirmed_by is not null and exists (
    select from matching.pair_decision d where d.id = new.decision_id and d.decided_by = new.confirmed_by
    union all
    select from matching.line_resolution a where a.id = new.decision_id and a.decided_by = new.confirmed_by
  ) then
    raise exception 'A decision is confirmed by another person than the one who made it.';
  end if;
  return new;
end $$;

-- A running matching would write lines of the organisation that is merged away, so that the merge waits for it.
create function matching.prepare_merge(from_id uuid, into_id uuid) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('matching.run' || platform.cooperative(), 0));
end $$;

-- Lines that a run of some lines changed: new, gone, linked to others, or in another state. Rooms that follow runs
-- read them; the last hundred runs are kept. A run of everything lists nothing, and those rooms read everything.
create table matching.run_change (
  cooperative_id uuid not null default platform.cooperative(),
  run_number int not null,
  side text not null check (side in ('reported', 'booked')),
  document_id uuid not null,
  line_no int not null,
  primary key (cooperative_id, run_number, side, document_id, line_no)
);
select platform.protect('matching.run_change', writers => array['system'], privileges => 'select, insert, delete');

-- Forms of invoice numbers, learned by the last run of everything: prefix and suffix of the number in reports and in
-- ledgers, and the number of pairs that support the form.
create table matching.number_form (
  cooperative_id uuid not null default platform.cooperative(),
  supplier_id uuid not null,
  place int not null,
  form jsonb not null,
  seen int not null,
  -- Examples of pairs, by which a person can judge the form.
  examples jsonb not null default '[]',
  primary key (cooperative_id, supplier_id, place)
);
select platform.protect('matching.number_form', writers => array['system'], privileges => 'select, insert, delete');
select platform.moves_with_organisation('matching.number_form', 'supplier_id', 'other', 'removed', 'true');

-- Lag in days from reported lines to booked lines of a supplier, learned by the last run of everything, with the
-- number of lines it was learned from.
create table matching.day_shift (
  cooperative_id uuid not null default platform.cooperative(),
  supplier_id uuid not null,
  days int not null,
  seen int not null,
  -- If the lag varies: the reach in days before and after the usual lag, and the constant difference in months, if
  -- any. Null if the lag is nearly constant.
  reach int,
  months int,
  primary key (cooperative_id, supplier_id)
);
select platform.protect('matching.day_shift', writers => array['system'], privileges => 'select, insert, delete');
select platform.moves_with_organisation('matching.day_shift', 'supplier_id', 'other', 'removed', 'true');

-- Constant ratio of reported to booked amounts of a supplier, learned by the last run of everything, with the number
-- of items and invoices it was learned from.
create table matching.amount_scale (
  cooperative_id uuid not null default platform.cooperative(),
  supplier_id uuid not null,
  scale numeric not null,
  seen int not null,
  primary key (cooperative_id, supplier_id)
);
select platform.protect('matching.amount_scale', writers => array['system'], privileges => 'select, insert, delete');
select platform.moves_with_organisation('matching.amount_scale', 'supplier_id', 'other', 'removed', 'true');

-- Decisions of people on learned rules. The newest of a rule applies. A rejected rule is not used, however often it
-- is learned again, and is stored here as it was then. Rules of days and of amounts exist once for a supplier,
-- whatever their number.
create table matching.rule_decision (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  kind text not null check (kind in ('number-form', 'day-shift', 'amount-scale')),
  form jsonb,
  days int,
  scale numeric,
  seen int not null,
  examples jsonb not null default '[]',
  in_use boolean not null,
  reason text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  reach int,
  primary key (cooperative_id, id),
  check ((kind = 'number-form') = (form is not null) and (kind = 'day-shift') = (days is not null)
    and (kind = 'amount-scale') = (scale is not null))
);
create index rule_decision_by_rule on matching.rule_decision (cooperative_id, supplier_id, kind, id desc);
select platform.protect('matching.rule_decision', writers => array['cooperative'], privileges => 'select, insert');
select platform.erasable('matching.rule_decision', array['reason']);
select platform.moves_with_organisation('matching.rule_decision', 'supplier_id', 'decisions');

-- Tolerance limits: variances of price and quantity of a linked line that need no follow-up. A row is a version, in
-- force from its day until the next of the same scope: the cooperative (no agreement) or one agreement, which takes
-- precedence. Rows are only added; of two from one day the newest applies. Without a limit there is no tolerance.
create table matching.tolerance (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid,
  valid_from date not null,
  -- From this day the limits of the cooperative apply to the agreement.
  is_inherited boolean not null default false,
  price_percent numeric(9,6) check (price_percent >= 0::numeric),
  price_amount numeric(18,2) check (price_amount >= 0::numeric),
  quantity_percent numeric(9,6) check (quantity_percent >= 0::numeric),
  quantity_amount numeric(18,2) check (quantity_amount >= 0::numeric),
  reason text not null check (btrim(reason) <> ''),
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (cooperative_id, id),
  check (not is_inherited or agreement_id is not null
    and num_nonnulls(price_percent, price_amount, quantity_percent, quantity_amount) = 0)
);
create index tolerance_by_scope on matching.tolerance (cooperative_id, agreement_id, valid_from, id desc);
select platform.protect('matching.tolerance', writers => array['cooperative'], privileges => 'select, insert');
create policy buyers_read on matching.tolerance for select using (cooperative_id = platform.cooperative()
  and platform.side() = 'buyer');
select platform.erasable('matching.tolerance', array['reason']);

create trigger guard_second_approval before insert on matching.second_approval
  for each row
  execute function matching.guard_second_approval();
select platform.takes_part_in_merges('matching.prepare_merge', 'prepare');
