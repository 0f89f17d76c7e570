-- What a supplier answered about a file and that holds for its next files of the agreement: a change to how something is read, why a question is right as it stands, or
-- whose a customer is, which is stored as a hash of the name. `subject` says what was asked: one answer to it is in force, and a newer takes its
-- place. What is taken back stays to be seen.
create table reporting.remembered_answer (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  agreement_id uuid not null,
  version_id uuid not null,
  kind text not null check (kind in ('change', 'question', 'customer')),
  subject text not null check (length(subject) between 1 and 300),
  answer jsonb not null,
  reason text,
  given_by uuid,
  given_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, version_id, supplier_id) references reporting.version (cooperative_id, id, supplier_id)
);
create unique index remembered_answer_in_force on reporting.remembered_answer (cooperative_id, supplier_id, agreement_id, kind, subject) where revoked_at is null;
select platform.protect('reporting.remembered_answer', supplier => 'supplier_id', writers => array['supplier', 'system']);
select platform.erasable('reporting.remembered_answer', array['reason']);
-- Where both have answered, what the one that stays has answered holds.
select platform.moves_with_organisation('reporting.remembered_answer', 'supplier_id', 'other', 'removed', 'true');
