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

-- What a person decided on the lateness of one report. A later decision replaces an earlier one. `calculation`: what the decision was based on.
create table follow_up.penalty_decision (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  number text not null,
  duty_id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  decision text not null check (decision in ('waive', 'warn', 'claim')),
  amount numeric(18, 2) not null,
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
create index penalty_decision_by_duty on follow_up.penalty_decision (cooperative_id, duty_id, decided_at);
create index penalty_decision_by_supplier on follow_up.penalty_decision (cooperative_id, supplier_id, decided_at);
select platform.protect('follow_up.penalty_decision', writers => array['cooperative']);
select platform.erasable('follow_up.penalty_decision', array['reason', 'letter_subject', 'letter_text']);
select platform.moves_with_organisation('follow_up.penalty_decision', 'supplier_id', 'decisions');
