-- An inviter is remembered as an id that outlives the person's row: an invitation of an erased person is never taken for one of the operator's.
alter table identity.invitation drop constraint invitation_invited_by_fkey;

-- The person who accepted an invitation: bound to whoever acts, so that the graph of who let in whom does not depend on addresses.
alter table identity.invitation add column accepted_by uuid references identity.person (id) on delete set null;
create function identity.bind_acceptor() returns trigger language plpgsql as $$
begin
  if platform.person() is null then
    raise exception 'An invitation is accepted by a person who acts.';
  end if;
  new.accepted_by := platform.person();
  return new;
end $$;

-- One row per person and organisation: who let the person in when they first got a role that decides. admitted_by null: the operator.
-- Rows are added, never changed, and have no foreign key to a person: erasing somebody in the middle of a chain must not cut it.
create table identity.admission (
  cooperative_id uuid not null default platform.cooperative(),
  organisation_id uuid not null,
  person_id uuid not null,
  admitted_by uuid,
  admitted_at timestamptz not null,
  primary key (cooperative_id, organisation_id, person_id),
  foreign key (cooperative_id, organisation_id) references identity.organisation (cooperative_id, id),
  constraint nobody_admits_themselves check (admitted_by <> person_id)
);
select platform.protect('identity.admission', supplier => 'organisation_id', buyer => 'organisation_id', privileges => 'select, insert');

-- A second, independent administrator's statement that the person is a person of their own. vouched_by null: the operator.
create table identity.vouch (
  cooperative_id uuid not null default platform.cooperative(),
  organisation_id uuid not null,
  person_id uuid not null,
  vouched_by uuid,
  vouched_at timestamptz not null,
  primary key (cooperative_id, organisation_id, person_id),
  foreign key (cooperative_id, organisation_id, person_id) references identity.admission (cooperative_id, organisation_id, person_id)
);
select platform.protect('identity.vouch', supplier => 'organisation_id', buyer => 'organisation_id', privileges => 'select, insert');

-- The owner sees all tenants' rows only while row-level security is not forced on it.
alter table identity.invitation no force row level security;
alter table identity.membership no force row level security;
alter table identity.admission no force row level security;
update identity.invitation i set accepted_by = p.id from identity.person p where lower(p.email) = lower(i.email) and i.accepted_at is not null;
insert into identity.admission (cooperative_id, organisation_id, person_id, admitted_by, admitted_at)
select m.cooperative_id, m.organisation_id, m.person_id, first.invited_by, min(m.created_at)
from identity.membership m
left join lateral (
  select i.invited_by from identity.invitation i
  where i.cooperative_id = m.cooperative_id and i.organisation_id = m.organisation_id and i.accepted_by = m.person_id and i.role <> 'auditor'
    and i.invited_by is distinct from m.person_id
    -- Somebody who could decide before they accepted was set up by the operator.
    and not exists (
      select from identity.membership e
      where e.cooperative_id = m.cooperative_id and e.organisation_id = m.organisation_id and e.person_id = m.person_id and e.role <> 'auditor' and e.created_at < i.accepted_at)
  order by i.accepted_at limit 1
) first on true
where m.role <> 'auditor'
group by m.cooperative_id, m.organisation_id, m.person_id, first.invited_by;
alter table identity.invitation force row level security;
alter table identity.membership force row level security;
alter table identity.admission force row level security;

create trigger bind_acceptor before update of accepted_at on identity.invitation
  for each row when (new.accepted_at is not null and old.accepted_at is null) execute function identity.bind_acceptor();

-- Writes who let a new member in: the operator where the system acts, else the sender of the invitation that was just accepted.
create function identity.admit_member() returns trigger language plpgsql as $$
declare
  inviter uuid;
begin
  if platform.side() <> 'system' then
    select i.invited_by into inviter from identity.invitation i
    where i.cooperative_id = new.cooperative_id and i.organisation_id = new.organisation_id and i.role = new.role and i.accepted_by = new.person_id
    order by i.accepted_at desc limit 1;
    if not found then
      raise exception 'A membership begins with an accepted invitation.';
    end if;
  end if;
  insert into identity.admission (cooperative_id, organisation_id, person_id, admitted_by, admitted_at)
  values (new.cooperative_id, new.organisation_id, new.person_id, inviter, new.created_at)
  on conflict do nothing;
  return null;
end $$;
create trigger admit_member after insert on identity.membership
  for each row when (new.role <> 'auditor') execute function identity.admit_member();

-- The person at whom the chain of who let in whom ends: one whom the operator set up, or for whom somebody independent vouched. Null for a chain that does not end.
create function identity.origin_of(organisation_id uuid, person_id uuid) returns uuid language sql stable parallel safe as $$
  with recursive chain (person_id, admitted_by) as (
    select $2, (
      select a.admitted_by from identity.admission a where a.organisation_id = $1 and a.person_id = $2
        and not exists (select from identity.vouch v where v.organisation_id = $1 and v.person_id = $2))
    union
    select c.admitted_by, (
      select a.admitted_by from identity.admission a where a.organisation_id = $1 and a.person_id = c.admitted_by
        and not exists (select from identity.vouch v where v.organisation_id = $1 and v.person_id = c.admitted_by))
    from chain c where c.admitted_by is not null
  )
  select c.person_id from chain c where c.admitted_by is null
$$;

-- Nobody vouches in another's name, for themselves, or for somebody who came in by the same chain as they did.
create function identity.guard_vouch() returns trigger language plpgsql as $$
begin
  if platform.side() = 'system' then
    return new;
  end if;
  if new.vouched_by is distinct from platform.person() or new.organisation_id is distinct from platform.organisation() then
    raise exception 'A person vouches in their own name, in the organisation they act for.';
  end if;
  if identity.origin_of(new.organisation_id, new.person_id) is not distinct from identity.origin_of(new.organisation_id, new.vouched_by) then
    raise exception 'Only somebody independent of a person vouches for them.';
  end if;
  return new;
end $$;
create trigger guard_vouch before insert on identity.vouch for each row execute function identity.guard_vouch();
