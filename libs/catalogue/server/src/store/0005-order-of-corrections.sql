-- The order in which corrections were made, whatever a clock says: a demo's goes back when it is started again.
alter table catalogue.correction add column place bigint generated always as identity;
alter table catalogue.mapping_decision add column place bigint generated always as identity;
drop index catalogue.mapping_decision_newest;
create index mapping_decision_newest on catalogue.mapping_decision (cooperative_id, system, code, place desc);
