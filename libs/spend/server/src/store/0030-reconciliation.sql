-- Rows of a ledger file that are not counted, summed by reason, account and month. The rows themselves are not kept: they may be about persons.
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
  unread_count int not null check (unread_count between 0 and row_count),
  amount numeric not null,
  sheet text not null,
  first_row int not null,
  last_row int not null,
  primary key (cooperative_id, batch_id, sequence_no),
  foreign key (cooperative_id, batch_id) references spend.batch (cooperative_id, id)
);
create index set_aside_by_buyer on spend.set_aside (cooperative_id, buyer_id, period);
select platform.protect('spend.set_aside', buyer => 'buyer_id', writers => array['system'], privileges => 'select, insert');
select platform.moves_with_organisation('spend.set_aside', 'buyer_id', 'other');

-- What a ledger says itself that an account moved by over some months, debit less credit. Of several of the same account and months the newest counts.
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
  foreign key (cooperative_id, batch_id) references spend.batch (cooperative_id, id),
  check (from_period <= to_period)
);
create index ledger_total_by_account on spend.ledger_total (cooperative_id, buyer_id, account_system, account_code, from_period, to_period, id desc);
select platform.protect('spend.ledger_total', buyer => 'buyer_id', writers => array['buyer', 'cooperative', 'system'], privileges => 'select, insert');
select platform.erasable('spend.ledger_total', array['source']);
select platform.moves_with_organisation('spend.ledger_total', 'buyer_id', 'other');
