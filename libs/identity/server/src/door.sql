-- Every organisation, those that were merged into another too: older figures and entries of the audit log name them.
create view identity.door_organisation with (security_invoker) as
  select o.cooperative_id, o.id, o.kind, o.name, e.org_number, o.municipality_number, m.into_id as merged_into_id
  from identity.organisation o
  left join identity.legal_entity e on e.id = o.legal_entity_id
  left join platform.door_merged_organisation m on m.cooperative_id = o.cooperative_id and m.id = o.id;

-- Organisations to list, to choose between and to recognise: not those that were merged into another.
create view identity.door_current_organisation with (security_invoker) as
  select o.cooperative_id, o.id, o.kind, o.name, o.org_number, o.municipality_number
  from identity.door_organisation o
  where o.merged_into_id is null;

-- Names and numbers from before a correction, by which older files know an organisation.
create view identity.door_organisation_history with (security_invoker) as
  select h.cooperative_id, h.id, h.organisation_id, o.kind, h.name, h.org_number, h.valid_from, h.valid_to
  from identity.organisation_history h
  join identity.organisation o on o.cooperative_id = h.cooperative_id and o.id = h.organisation_id;

-- Which organisation of a kind a number leads to: the one that has it, else the one that had it last.
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

-- Who corrected a name or number, and why; the cooperative alone sees it.
create view identity.door_organisation_correction with (security_invoker) as
  select c.cooperative_id, c.history_id, c.reason, c.corrected_by
  from identity.organisation_correction c;

create view identity.door_membership with (security_invoker) as
  select m.cooperative_id, m.id, m.person_id, m.organisation_id, m.role, m.ended_at, m.created_at, m.ends_at
  from identity.membership m;

-- What people are called, as far as one may know of their memberships.
create view identity.door_person with (security_invoker) as
  select distinct m.cooperative_id, p.id, p.name
  from identity.membership m
  join identity.person p on p.id = m.person_id;

-- The language that people chose.
create view identity.door_person_language with (security_invoker) as
  select distinct m.cooperative_id, p.id, p.language
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

-- What the cooperatives are called: one's own, and any for whoever acts for nobody and reads what is open to all.
create view identity.door_cooperative with (security_invoker) as
  select c.id as cooperative_id, c.name
  from identity.cooperative c
  where c.id = platform.cooperative() or platform.side() = '';

-- Who can be written to for an organisation, in which language: whoever sees the membership sees this.
create view identity.door_recipient with (security_invoker) as
  select m.cooperative_id, m.id as membership_id, m.organisation_id, o.kind, m.role, m.person_id, p.name, p.email, p.language, m.created_at, m.ends_at, m.ended_at
  from identity.membership m
  join identity.organisation o on o.cooperative_id = m.cooperative_id and o.id = m.organisation_id
  join identity.person p on p.id = m.person_id;
