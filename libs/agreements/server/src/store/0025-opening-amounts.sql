-- What a supplier had sold on an agreement, or on a lot of it, before a month: what was called off before the books here begin. Of several of the same supplier and lot the newest counts.
create table agreements.opening_amount (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  lot_id uuid,
  before_month text not null check (before_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  -- Without VAT, in the currency of the agreement.
  amount numeric not null check (amount >= 0),
  source text not null,
  source_on date not null,
  stated_by uuid,
  stated_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id),
  foreign key (cooperative_id, lot_id) references agreements.lot (cooperative_id, id)
);
create index opening_amount_by_agreement on agreements.opening_amount (cooperative_id, agreement_id, supplier_id, lot_id, id desc);
select platform.protect('agreements.opening_amount', writers => array['cooperative'], privileges => 'select, insert');
select platform.erasable('agreements.opening_amount', array['source']);
select platform.moves_with_organisation('agreements.opening_amount', 'supplier_id', 'agreements');
