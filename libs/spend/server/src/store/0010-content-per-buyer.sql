-- The same bytes are known to the buyer they were loaded for, and to nobody else: a buyer's file neither collides with another's nor tells of it. No buyer: the cooperative's own.
drop index spend.batch_by_content;
create unique index batch_by_content on spend.batch (cooperative_id, file_sha256, buyer_id) nulls not distinct where state <> 'refused' and reverses is null and reversed_by is null;
