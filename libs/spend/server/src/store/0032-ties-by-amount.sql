-- What tells that an invoice is a posting's: the number that both give, or only amount and days. The latter are made anew when more of the seller and buyer comes.
alter table spend.tie add column told_by text not null default 'number' check (told_by in ('number', 'amount'));
