-- The machine key an act came with; whoever made the key stands in person_id.
alter table platform.audit_entry add column api_key_id uuid;
create or replace view platform.door_audit_entry with (security_invoker) as
  select cooperative_id, id, at, person_id, organisation_id, side, via, act, subject_kind, subject_id, details, api_key_id from platform.audit_entry;
