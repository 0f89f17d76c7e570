-- For a supplier whose lag differs from line to line: days before and after the usual lag in which a line of the ledger may be, and months from row to
-- line where they are always as many. Null where the lag is nearly constant.
alter table matching.day_shift add column reach int, add column months int;
alter table matching.rule_decision add column reach int;
