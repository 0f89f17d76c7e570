-- What a match run says of every line is kept, so that nothing is worked out while somebody waits.

-- Numbers as both sides mean them: without punctuation, spaces and leading zeros, which one of them may have dropped.
create function matching.plain(written text) returns text language sql immutable parallel safe
  return nullif(ltrim(translate(lower(written), ' -./\_:;,#*()''"', ''), '0'), '');

-- Months are counted, so that they are quick to compare: twelve times the year, and 0 for January. A quarter is a third of it.
create function matching.month_of(day date) returns int language sql immutable parallel safe
  return (date_part('year', day) * 12 + date_part('month', day) - 1)::int;
create function matching.month_text(month int) returns text language sql immutable parallel safe
  return lpad((month / 12)::text, 4, '0') || '-' || lpad((month % 12 + 1)::text, 2, '0');

-- Reports and spend batches as the runs read them: run n read what was open at n.
create table matching.source (
  cooperative_id uuid not null default platform.cooperative(),
  side text not null check (side in ('reported', 'booked')),
  document_id uuid not null,
  from_run int not null,
  until_run int,
  primary key (cooperative_id, side, document_id, from_run)
);
select platform.protect('matching.source', writers => array['system']);

-- Every report line in force, with the keys it is matched by and what is known of it. Keys are hashes: of the invoice, the item, the row
-- of the invoice; and of what it shares with others of the same delivery: order, site and days, site and day, site and month.
create table matching.report_line (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  line_no int not null,
  line_key text not null,
  supplier_id uuid not null,
  buyer_id uuid,
  books_id uuid,
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
  amount numeric(18, 2) not null,
  nature text,
  listed boolean not null,
  again boolean not null,
  state text not null check (state in ('matched', 'reported-not-booked', 'books-not-loaded')),
  cause text,
  also text[] not null default '{}',
  linked numeric(18, 2) not null default 0,
  primary key (cooperative_id, version_id, line_no)
);
create index report_line_by_pair on matching.report_line (cooperative_id, supplier_id, books_id, day);
create index report_line_open on matching.report_line (cooperative_id, cause) where state <> 'matched';
select platform.protect('matching.report_line', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert, update, delete');

create table matching.spend_line (
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
  amount numeric(18, 2) not null,
  nature text,
  payee boolean not null,
  state text not null check (state in ('matched', 'booked-not-reported', 'outside-agreements')),
  cause text,
  also text[] not null default '{}',
  linked numeric(18, 2) not null default 0,
  primary key (cooperative_id, batch_id, line_no)
);
create index spend_line_by_pair on matching.spend_line (cooperative_id, supplier_id, buyer_id, day);
create index spend_line_open on matching.spend_line (cooperative_id, cause) where state <> 'matched';
select platform.protect('matching.spend_line', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert, update, delete');

-- What a person said of a line that nothing explains: its cause, or the agreement it belongs to. The newest on a line holds; one that names neither takes the answer back.
create table matching.answer (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  side text not null check (side in ('reported', 'booked')),
  line_key text not null,
  supplier_id uuid,
  buyer_id uuid not null,
  cause text,
  agreement_id uuid,
  reason text not null,
  amount numeric(18, 2) not null,
  needs_second boolean not null,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (cooperative_id, id)
);
create index answer_by_line on matching.answer (cooperative_id, side, line_key, id desc);
select platform.protect('matching.answer', buyer => 'buyer_id', writers => array['cooperative', 'buyer'], privileges => 'select, insert');

-- Where much money is decided a second person says so too; until then the decision does not hold.
alter table matching.decision add column needs_second boolean not null default false;
create table matching.confirmation (
  cooperative_id uuid not null default platform.cooperative(),
  decision_id uuid not null,
  id uuid not null,
  buyer_id uuid not null,
  confirmed_by uuid,
  confirmed_at timestamptz not null,
  primary key (cooperative_id, decision_id)
);
select platform.protect('matching.confirmation', buyer => 'buyer_id', writers => array['cooperative', 'buyer'], privileges => 'select, insert');

-- What the last whole run learned of where goods are usually booked; a run of a part of the lines uses it too.
create table matching.usual_place (
  cooperative_id uuid not null default platform.cooperative(),
  site bigint not null,
  cost_centre bigint not null,
  primary key (cooperative_id, site, cost_centre)
);
select platform.protect('matching.usual_place', writers => array['system'], privileges => 'select, insert, delete');

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

create table matching.agreement_account (
  cooperative_id uuid not null default platform.cooperative(),
  agreement_id uuid not null,
  account text not null,
  primary key (cooperative_id, agreement_id, account)
);
select platform.protect('matching.agreement_account', writers => array['system'], privileges => 'select, insert, delete');

-- Sums of the lines of one side by supplier, buyer, month, agreement, state and cause. `linked`: kroner of the other side that are tied to them.
create table matching.cell (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null default gen_random_uuid(),
  side text not null check (side in ('reported', 'booked')),
  supplier_id uuid,
  buyer_id uuid,
  month text,
  agreement_id uuid,
  state text not null,
  cause text,
  lines int not null,
  amount numeric(18, 2) not null,
  linked numeric(18, 2) not null,
  primary key (cooperative_id, id)
);
create index cell_by_pair on matching.cell (cooperative_id, supplier_id, buyer_id);
select platform.protect('matching.cell', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert, delete');

alter table matching.run add column lines_read int not null default 0;
alter table matching.link add column score real not null default 1;
alter table matching.link drop constraint link_step_check;
alter table matching.link add constraint link_step_check check (step in (
  'decision', 'invoice-item', 'invoice-amount', 'invoice-sum', 'invoice-difference', 'order-item', 'order-sum', 'item-amount', 'period-item', 'sum-of-lines', 'likely'
));
