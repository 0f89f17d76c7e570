-- What rooms see of security events: the rows that the table's policies let through.
create view platform.door_security_event with (security_invoker) as
  select cooperative_id, id, occurred_at, recorded_at, event, outcome, organisation_id, person_id, via, address, occurrence_count, details
  from platform.security_event;
grant select on platform.door_security_event to tallgrunn_app;
