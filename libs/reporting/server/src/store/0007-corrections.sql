-- A version that corrects another: which, how, why, and what it comes to.
create table reporting.correction (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  supplier_id uuid not null,
  base_version_id uuid not null,
  -- replaces: the file holds the whole report. amends: its lines take the place of those with the same key, and the others are kept.
  way text not null check (way in ('replaces', 'amends')),
  -- Known when the version has been checked. The effect is in the currency of the terms.
  added_count int,
  removed_count int,
  changed_count int,
  effect numeric,
  -- Said when it is submitted.
  reason_code text,
  reason text,
  asks_manager text[] not null default '{}',
  primary key (cooperative_id, version_id),
  foreign key (cooperative_id, version_id, supplier_id) references reporting.version (cooperative_id, id, supplier_id),
  foreign key (cooperative_id, base_version_id, supplier_id) references reporting.version (cooperative_id, id, supplier_id)
);
select platform.protect('reporting.correction', supplier => 'supplier_id');

-- A version that the cooperative handed in for a supplier: who, whence, when and why, and what the supplier says of it.
create table reporting.on_behalf (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  supplier_id uuid not null,
  handed_in_by uuid not null,
  handed_in_at timestamptz not null,
  received_from text not null,
  received_on date not null,
  reason text not null,
  answer text check (answer in ('agreed', 'disagreed')),
  answer_text text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (cooperative_id, version_id),
  foreign key (cooperative_id, version_id, supplier_id) references reporting.version (cooperative_id, id, supplier_id)
);
select platform.protect('reporting.on_behalf', supplier => 'supplier_id');

create policy removes on reporting.correction for delete using (
  cooperative_id = platform.cooperative() and platform.side() = 'system'
  and version_id in (select v.id from reporting.version v where v.state in ('received', 'checked') and v.number is null));
grant delete on reporting.correction to tallgrunn_app;
create policy removes on reporting.on_behalf for delete using (
  cooperative_id = platform.cooperative() and platform.side() = 'system'
  and version_id in (select v.id from reporting.version v where v.state in ('received', 'checked') and v.number is null));
grant delete on reporting.on_behalf to tallgrunn_app;

-- Of a line that an amendment kept: the version whose file it stands in.
alter table reporting.line add column from_version_id uuid;

-- What a program says of why it corrects.
alter table reporting.sending add column correction jsonb;
