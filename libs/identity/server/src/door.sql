create view identity.door_organisation with (security_invoker) as
  select o.cooperative_id, o.id, o.kind, o.name, e.org_number, o.municipality_number
  from identity.organisation o
  left join identity.legal_entity e on e.id = o.legal_entity_id;

create view identity.door_membership with (security_invoker) as
  select m.cooperative_id, m.id, m.person_id, m.organisation_id, m.role, m.ended_at, m.created_at, m.ends_at
  from identity.membership m;

-- What people are called, as far as one may know of their memberships.
create view identity.door_person with (security_invoker) as
  select distinct m.cooperative_id, p.id, p.name
  from identity.membership m
  join identity.person p on p.id = m.person_id;

-- Letters that let somebody into an organisation: sent, followed, answered.
create view identity.door_invitation with (security_invoker) as
  select i.cooperative_id, i.id, i.organisation_id, i.email, i.created_at, i.opened_at, i.accepted_at, i.expires_at, i.withdrawn_at
  from identity.invitation i;

-- Two persons of the cooperative of whom one let the other in, each way round. The two are no two persons where a decision needs them.
create view identity.door_let_in with (security_invoker) as
  select i.cooperative_id, pair.person_id, pair.other_id, i.invited_by as inviter_id
  from identity.invitation i
  join identity.organisation o on o.cooperative_id = i.cooperative_id and o.id = i.organisation_id and o.kind = 'cooperative'
  join identity.person p on lower(p.email) = lower(i.email) and p.id <> i.invited_by
  cross join lateral (values (p.id, i.invited_by), (i.invited_by, p.id)) pair (person_id, other_id)
  where i.accepted_at is not null and i.role <> 'auditor';
