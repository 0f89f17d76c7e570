-- A sign-in belongs to no cooperative. Who administers an organisation reads the events of its people, as far as their memberships are seen.
create policy reads_of_people on platform.security_event for select using (
  cooperative_id = platform.installation()
  and platform.side() in ('cooperative', 'buyer', 'supplier')
  and platform.role() <> 'auditor'
  and person_id in (select m.person_id from identity.membership m where m.cooperative_id = platform.cooperative())
);
