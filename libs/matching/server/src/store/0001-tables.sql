-- A match run: what was open when it ended is what run n says. It lists what it read.
create table matching.run (
  cooperative_id uuid not null default platform.cooperative(),
  number int not null,
  engine text not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  read jsonb not null,
  opened int not null,
  closed int not null,
  primary key (cooperative_id, number)
);
select platform.protect('matching.run', everyone => true, writers => array['system'], privileges => 'select, insert');

-- A report line and a spend line that are the same purchase, seen from two sides. Holds from a run until a run.
create table matching.link (
  cooperative_id uuid not null default platform.cooperative(),
  from_run int not null,
  until_run int,
  supplier_id uuid not null,
  buyer_id uuid not null,
  version_id uuid not null,
  report_line_no int not null,
  report_line_key text not null,
  batch_id uuid not null,
  spend_line_no int not null,
  spend_line_key text not null,
  step text not null check (step in ('decision', 'invoice-item', 'invoice-amount', 'invoice-sum', 'invoice-difference', 'period-item')),
  amount numeric(18, 2) not null,
  evidence jsonb not null,
  primary key (cooperative_id, version_id, report_line_no, batch_id, spend_line_no, from_run)
);
create index link_open_by_spend on matching.link (cooperative_id, batch_id, spend_line_no) where until_run is null;
create index link_open_by_report on matching.link (cooperative_id, version_id, report_line_no) where until_run is null;
select platform.protect('matching.link', buyer => 'buyer_id', writers => array['system']);

-- What a person decided about two lines. The newest decision on a pair holds; it survives new versions and batches through the line keys.
create table matching.decision (
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
  primary key (cooperative_id, id)
);
create index decision_by_pair on matching.decision (cooperative_id, report_line_key, spend_line_key, id desc);
select platform.protect('matching.decision', buyer => 'buyer_id', writers => array['cooperative', 'buyer'], privileges => 'select, insert');
