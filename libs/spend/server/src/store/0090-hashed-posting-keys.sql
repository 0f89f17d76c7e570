-- Keys of postings are only looked up one by one. Their hashes take less than the keys in order.
drop index spend.posting_by_key;
create index posting_by_key on spend.posting using hash (line_key);
