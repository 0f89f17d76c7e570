-- A duty is one report of one supplier (or of one branch of a chain) for one period, or for the part of a period in which the
-- same terms and the same agreement hold: parts of a period share its key, and each has its own range.
alter table agreements.duty
  add column report text not null default 'deliveries',
  add column part_of uuid,
  add column run_off boolean not null default false,
  add column exempt_at timestamptz,
  add column exempt_by uuid,
  add column exempt_reason text,
  add foreign key (cooperative_id, part_of) references agreements.supplier_unit (cooperative_id, id),
  add check ((exempt_at is null) = (exempt_reason is null));
alter table agreements.duty drop constraint duty_cooperative_id_agreement_id_supplier_id_period_key_key;
alter table agreements.duty add constraint duty_once unique nulls not distinct (cooperative_id, agreement_id, supplier_id, report, part_of, period_key, period_start);
