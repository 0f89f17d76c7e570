-- Lines of a report that are typed on the page, as they stand until somebody sends them: one draft a duty. Each save counts the draft's revision up,
-- and a row says in which revision it was last changed, so that whoever writes beside somebody else can ask for what is new.
create table reporting.typed_draft (
  cooperative_id uuid not null default platform.cooperative(),
  duty_id uuid not null,
  supplier_id uuid not null,
  revision int not null default 0,
  saved_at timestamptz not null,
  saved_by uuid,
  -- The version it was last sent as, and the revision that was.
  sent_version_id uuid,
  sent_revision int,
  primary key (cooperative_id, duty_id),
  unique (cooperative_id, duty_id, supplier_id)
);
select platform.protect('reporting.typed_draft', supplier => 'supplier_id', writers => array['supplier', 'system']);

create table reporting.typed_row (
  cooperative_id uuid not null default platform.cooperative(),
  duty_id uuid not null,
  id uuid not null,
  supplier_id uuid not null,
  place int not null,
  -- What stands in each field of the terms, as written.
  cells jsonb not null,
  -- Taken out, and still there: it can be put back, and whoever writes beside is told.
  removed boolean not null default false,
  revision int not null,
  changed_by uuid,
  primary key (cooperative_id, duty_id, id),
  foreign key (cooperative_id, duty_id, supplier_id) references reporting.typed_draft (cooperative_id, duty_id, supplier_id) on delete cascade
);
select platform.protect('reporting.typed_row', supplier => 'supplier_id', writers => array['supplier', 'system']);

-- What has not been sent is the supplier's alone: the cooperative sees a report, not how it is written.
alter policy reads on reporting.typed_draft using (
  cooperative_id = platform.cooperative() and (platform.side() = 'system' or (platform.side() = 'supplier' and supplier_id = platform.organisation())));
alter policy reads on reporting.typed_row using (
  cooperative_id = platform.cooperative() and (platform.side() = 'system' or (platform.side() = 'supplier' and supplier_id = platform.organisation())));

-- Drafts that nobody has come back to go; the product itself takes them away, with their lines.
create policy removes on reporting.typed_draft for delete using (cooperative_id = platform.cooperative() and platform.side() = 'system');
create policy removes on reporting.typed_row for delete using (cooperative_id = platform.cooperative() and platform.side() = 'system');
grant delete on reporting.typed_draft, reporting.typed_row to tallgrunn_app;
