-- What is booked without its VAT being known: as the ledger has it, in none of the sums.
alter table matching.cell add column outside numeric not null default 0;
