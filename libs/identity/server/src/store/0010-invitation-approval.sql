-- What an invitation says beyond its link, who took it, and the approval it may need: an invitation into another side's organisation
-- gives access only after an administrator of that organisation approves it.
alter table identity.invitation
  add column inviter_organisation_id uuid,
  add column is_registered_contact boolean not null default false,
  add column language text check (language in ('nb', 'nn', 'en')),
  add column message text check (length(message) <= 1000),
  add column membership_id uuid,
  add column requires_approval boolean not null default false,
  add column approved_at timestamptz,
  add column approved_by uuid references identity.person (id) on delete set null,
  add column rejected_at timestamptz,
  add column rejected_by uuid references identity.person (id) on delete set null,
  add constraint invitation_decided_once check (approved_at is null or rejected_at is null);

-- Older invitations: the inviter's organisation is the one they were a member of, the inviting organisation first; the membership is that of the invited address.
alter table identity.invitation no force row level security;
alter table identity.membership no force row level security;
update identity.invitation i set inviter_organisation_id = (
  select m.organisation_id from identity.membership m
  where m.cooperative_id = i.cooperative_id and m.person_id = i.invited_by
  order by m.organisation_id = i.organisation_id desc, m.created_at limit 1
)
where i.invited_by is not null;
update identity.invitation i set membership_id = (
  select m.id from identity.membership m
  where m.cooperative_id = i.cooperative_id and m.person_id = p.id and m.organisation_id = i.organisation_id and m.role = i.role
)
from identity.person p where i.accepted_at is not null and lower(p.email) = lower(i.email);
alter table identity.membership force row level security;
alter table identity.invitation force row level security;

create index invitation_by_inviter on identity.invitation (cooperative_id, inviter_organisation_id, created_at);

-- Whoever holds a link sees which organisation invites as well.
drop policy holder on identity.organisation;
create policy holder on identity.organisation for select using (
  exists (
    select from identity.invitation i
    where i.token_hash = identity.token() and i.cooperative_id = organisation.cooperative_id and organisation.id in (i.organisation_id, i.inviter_organisation_id)
  )
);

-- Why a membership was ended, where somebody outside the organisation ended it.
alter table identity.membership add column end_reason text check (length(end_reason) <= 500);

-- The cooperative proposes to end the access of an organisation's last administrator; a second person decides.
create table identity.membership_ending (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  membership_id uuid not null,
  organisation_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  proposed_by uuid references identity.person (id) on delete set null,
  proposed_at timestamptz not null,
  decision text check (decision in ('approved', 'rejected')),
  decided_by uuid references identity.person (id) on delete set null,
  decided_at timestamptz,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, membership_id) references identity.membership (cooperative_id, id) on delete cascade,
  foreign key (cooperative_id, organisation_id) references identity.organisation (cooperative_id, id)
);
create unique index membership_ending_open on identity.membership_ending (cooperative_id, membership_id) where decision is null;
select platform.protect('identity.membership_ending', writers => array['cooperative', 'system']);
