-- A letter that opens nothing any more: taken back, or followed by a newer one to the same person for the same role.
alter table identity.invitation add column withdrawn_at timestamptz,
  add column withdrawn_by uuid references identity.person (id) on delete set null;

-- The owner sees all tenants' rows only while the walls do not stand for it.
alter table identity.invitation no force row level security;
update identity.invitation i set withdrawn_at = now()
where i.accepted_at is null and exists (
  select from identity.invitation n
  where n.cooperative_id = i.cooperative_id and n.organisation_id = i.organisation_id and n.role = i.role and lower(n.email) = lower(i.email) and n.id > i.id
);
alter table identity.invitation force row level security;
create index invitation_by_address on identity.invitation (cooperative_id, organisation_id, lower(email));

alter table identity.membership add column ended_by uuid references identity.person (id) on delete set null;
