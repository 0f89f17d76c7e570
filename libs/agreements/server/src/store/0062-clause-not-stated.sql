-- A clause that nobody has stated the status of is not in the contract: it is not known.
alter table agreements.agreement_supplier drop constraint agreement_supplier_clause_status_check;
alter table agreements.agreement_supplier
  add constraint agreement_supplier_clause_status_check check (clause_status in ('not-stated', 'in-contract', 'amendment-drafted', 'sent', 'signed', 'missing'));
alter table agreements.agreement_supplier alter column clause_status set default 'not-stated';
update agreements.agreement_supplier set clause_status = 'not-stated' where clause_status = 'in-contract' and clause_noted_on is null;
