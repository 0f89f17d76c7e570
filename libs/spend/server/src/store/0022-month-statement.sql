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
select platform.protect('spend.month_statement', buyer => 'buyer_id', writers => array['buyer', 'cooperative'], privileges => 'select, insert');
select platform.erasable('spend.month_statement', array['reason']);
select platform.moves_with_organisation('spend.month_statement', 'buyer_id', 'other');
