-- A line is weighed by its amount without VAT (`amount`), as the spend room tells it (`net_basis`). Where that is not known it has none: what the ledger says of
-- it is `outside_amount`, in no sum. `vat_status` and a rate above zero are of runs from before.
alter table emissions.result
  alter column amount drop not null,
  alter column vat_status drop not null,
  add column net_basis text,
  add column outside_amount numeric,
  drop constraint result_method_check,
  drop constraint result_reason_check,
  drop constraint result_check;
alter table emissions.result
  add check (method in ('declared-verified', 'declared-unverified', 'invoice-co2e', 'physical-average', 'spend-category', 'spend-account', 'ask', 'no-factor', 'not-spend', 'not-converted', 'vat-unknown')),
  add check (reason in ('rule', 'no-account', 'no-rule', 'currency', 'ruling', 'vat')),
  add check ((method in ('ask', 'no-factor', 'not-spend', 'not-converted', 'vat-unknown')) = (kg is null)),
  add check ((amount is null) = (outside_amount is not null)),
  add check (amount is not null or own_amount is null);
