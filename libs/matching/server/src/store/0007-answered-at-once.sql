-- Lines that were answered at once have it in common: what they come to together tells whether a second person must say the same, and that is said once of all.
alter table matching.answer add column given_id uuid;
create index answer_by_given on matching.answer (cooperative_id, given_id) where given_id is not null;
