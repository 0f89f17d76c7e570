-- Every organisation, including merged ones, because older figures and audit entries name them.
create view identity.door_organisation with (security_invoker) as
  select o.cooperative_id, o.id, o.kind, o.name, e.org_number, o.municipality_number, m.into_id as merged_into_id
  from identity.organisation o
  left join identity.legal_entity e on e.id = o.legal_entity_id
  left join platform.door_merged_organisation m on m.cooperative_id = o.cooperative_id and m.id = o.id;

-- Organisations for lists, choices and recognition; excludes merged ones.
create view identity.door_current_organisation with (security_invoker) as
  select o.cooperative_id, o.id, o.kind, o.name, o.org_number, o.municipality_number
  from identity.door_organisation o
  where o.merged_into_id is null;

-- Former names and numbers from before a correction, by which older files are recognised.
create view identity.door_organisation_history with (security_invoker) as
  select h.cooperative_id, h.id, h.organisation_id, o.kind, h.name, h.org_number, h.valid_from, h.valid_to
  from identity.organisation_history h
  join identity.organisation o on o.cooperative_id = h.cooperative_id and o.id = h.organisation_id;

-- The organisation of a kind that has a number; if none has it now, the one that had it last.
create view identity.door_organisation_number with (security_invoker) as
  select o.cooperative_id, o.id, o.kind, e.org_number, true as is_current
  from identity.organisation o
  join identity.legal_entity e on e.id = o.legal_entity_id
  union all
  select h.cooperative_id, h.organisation_id, o.kind, h.org_number, false
  from identity.organisation_history h
  join identity.organisation o on o.cooperative_id = h.cooperative_id and o.id = h.organisation_id
  where h.org_number is not null
    and not exists (
      select from identity.organisation c join identity.legal_entity e on e.id = c.legal_entity_id
      where c.cooperative_id = h.cooperative_id and c.kind = o.kind and e.org_number = h.org_number)
    and not exists (
      select from identity.organisation_history n join identity.organisation c on c.cooperative_id = n.cooperative_id and c.id = n.organisation_id
      where n.cooperative_id = h.cooperative_id and c.kind = o.kind and n.org_number = h.org_number and (n.valid_to, n.id) > (h.valid_to, h.id));

-- Who corrected a name or number, and why; visible to the cooperative only.
create view identity.door_organisation_correction with (security_invoker) as
  select c.cooperative_id, c.history_id, c.reason, c.corrected_by
  from identity.organisation_correction c;

create view identity.door_membership with (security_invoker) as
  select m.cooperative_id, m.id, m.person_id, m.organisation_id, m.role, m.ended_at, m.created_at, m.ends_at
  from identity.membership m;

-- Names of the people whose memberships the actor may see.
create view identity.door_person with (security_invoker) as
  select distinct m.cooperative_id, p.id, p.name
  from identity.membership m
  join identity.person p on p.id = m.person_id;

-- Language chosen by each person.
create view identity.door_person_language with (security_invoker) as
  select distinct m.cooperative_id, p.id, p.language
  from identity.membership m
  join identity.person p on p.id = m.person_id;

-- Invitations with when they were sent, opened and accepted.
create view identity.door_invitation with (security_invoker) as
  select i.cooperative_id, i.id, i.organisation_id, i.email, i.created_at, i.opened_at, i.accepted_at, i.expires_at, i.withdrawn_at
  from identity.invitation i;

-- Dependent persons of the actor's organisation, who count as one in four-eyes decisions. One admitted the other, or
-- the same person admitted both, directly or through others.
create view identity.door_inviter_relation with (security_invoker) as
  select a.cooperative_id, a.person_id, r.person_id as related_person_id, identity.origin_of(a.organisation_id, a.person_id) as origin_id
  from identity.admission a
  join identity.admission r on r.cooperative_id = a.cooperative_id and r.organisation_id = a.organisation_id and r.person_id <> a.person_id
  where a.organisation_id = platform.organisation()
    -- A circular chain (no origin) makes a person dependent on everyone.
    and coalesce(identity.origin_of(a.organisation_id, a.person_id) = identity.origin_of(r.organisation_id, r.person_id), true);

-- Names of cooperatives: the actor's own; all of them for a unit without an actor, which reads public data.
create view identity.door_cooperative with (security_invoker) as
  select c.id as cooperative_id, c.name
  from identity.cooperative c
  where c.id = platform.cooperative() or platform.side() = '';

-- Recipients of e-mails for an organisation, with their language; visible to whoever sees the membership.
create view identity.door_recipient with (security_invoker) as
  select m.cooperative_id, m.id as membership_id, m.organisation_id, o.kind, m.role, m.person_id, p.name, p.email, p.language, m.created_at, m.ends_at, m.ended_at
  from identity.membership m
  join identity.organisation o on o.cooperative_id = m.cooperative_id and o.id = m.organisation_id
  join identity.person p on p.id = m.person_id;
