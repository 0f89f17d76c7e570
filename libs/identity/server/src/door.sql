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

-- Persons of the organisation one acts for who count as one where a decision needs two: one let the other in, or the same person let both in, directly or through others.
create view identity.door_inviter_relation with (security_invoker) as
  select a.cooperative_id, a.person_id, r.person_id as related_person_id, identity.origin_of(a.organisation_id, a.person_id) as origin_id
  from identity.admission a
  join identity.admission r on r.cooperative_id = a.cooperative_id and r.organisation_id = a.organisation_id and r.person_id <> a.person_id
  where a.organisation_id = platform.organisation()
    -- A chain that does not end makes nobody independent of anybody.
    and coalesce(identity.origin_of(a.organisation_id, a.person_id) = identity.origin_of(r.organisation_id, r.person_id), true);
