-- Whether a posting is of the operating accounts (account class 1) or the investment accounts (0), as its ledger tells it; null where that is not known. Postings that are here
-- already were read without it: they stay unknown until their file is taken back and loaded again.
alter table spend.posting add column account_class text check (account_class in ('operating', 'investment'));
select platform.loadable('spend.posting', array['account_class']);
