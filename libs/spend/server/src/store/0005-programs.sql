-- What programs send again with the same Idempotency-Key is the batch of the first time.
alter table spend.batch add column caller_id uuid, add column idempotency_key text, add column request_sha256 text;
create unique index batch_by_key on spend.batch (cooperative_id, caller_id, idempotency_key) where idempotency_key is not null;
