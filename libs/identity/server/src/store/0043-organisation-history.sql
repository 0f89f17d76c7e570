-- What organisations were called and numbered before a correction. Every side reads it: older files name organisations so.
create table identity.organisation_history (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  org_number text check (org_number ~ '^[0-9]{9}$'),
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, organisation_id) references identity.organisation (cooperative_id, id)
);
create index organisation_history_by_organisation on identity.organisation_history (cooperative_id, organisation_id);
select platform.protect('identity.organisation_history', everyone => true, writers => array['cooperative', 'system'], privileges => 'select, insert');

-- Who ended a name or number, and why: for the cooperative alone.
create table identity.organisation_correction (
  cooperative_id uuid not null default platform.cooperative(),
  history_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  corrected_by uuid references identity.person (id) on delete set null,
  primary key (cooperative_id, history_id),
  foreign key (cooperative_id, history_id) references identity.organisation_history (cooperative_id, id)
);
select platform.protect('identity.organisation_correction', writers => array['cooperative', 'system'], privileges => 'select, insert');
select platform.erasable('identity.organisation_correction', array['reason']);
