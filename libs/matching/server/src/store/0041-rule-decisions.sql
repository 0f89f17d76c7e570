-- Some of the pairs of numbers that a form was learned from: what a person judges it by.
alter table matching.number_form add column examples jsonb not null default '[]';

-- How many times what is booked a supplier reports, where it is always as many, as the last run of everything learned it from so many items and invoices.
create table matching.amount_scale (
  cooperative_id uuid not null default platform.cooperative(),
  supplier_id uuid not null,
  scale numeric not null,
  seen int not null,
  primary key (cooperative_id, supplier_id)
);
select platform.protect('matching.amount_scale', writers => array['system'], privileges => 'select, insert, delete');
select platform.moves_with_organisation('matching.amount_scale', 'supplier_id', 'other', 'removed', 'true');

-- What persons say of rules that are learned of suppliers: the newest on a rule holds. A rule that is set aside is not gone by, however often it is learned again.
-- It is kept here as it was then, for one that is set aside is kept nowhere else. Of days and of amounts there is one rule of a supplier, whatever their number.
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
  primary key (cooperative_id, id),
  check ((kind = 'number-form') = (form is not null) and (kind = 'day-shift') = (days is not null) and (kind = 'amount-scale') = (scale is not null))
);
create index rule_decision_by_rule on matching.rule_decision (cooperative_id, supplier_id, kind, id desc);
select platform.protect('matching.rule_decision', writers => array['cooperative'], privileges => 'select, insert');
select platform.moves_with_organisation('matching.rule_decision', 'supplier_id', 'decisions');
select platform.erasable('matching.rule_decision', array['reason']);
