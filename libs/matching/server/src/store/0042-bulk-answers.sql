-- Pairs of lines that were decided on in one act have it in common, as lines that were answered at once have: it is confirmed as one, and taken back as one.
alter table matching.decision add column given_id uuid;
create index decision_by_given on matching.decision (cooperative_id, given_id) where given_id is not null;
