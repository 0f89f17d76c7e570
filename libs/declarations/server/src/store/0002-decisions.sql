-- EPDs beside PACT.
alter table declarations.declaration drop constraint declaration_format_check;
alter table declarations.declaration add constraint declaration_format_check check (format in ('pact', 'ilcd-epd'));

-- What a person of the cooperative says of a footprint: it counts only once somebody has accepted it. Rows are added; the newest on a footprint holds.
create table declarations.decision (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  footprint_id uuid not null,
  supplier_id uuid not null,
  verdict text not null check (verdict in ('accepted', 'accepted-with-reservation', 'to-clarify', 'rejected')),
  -- What the checks said when it was decided, so that one can see later what was known.
  advice text not null check (advice in ('accepted', 'accepted-with-reservation', 'to-clarify', 'rejected')),
  reason text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, footprint_id) references declarations.footprint (cooperative_id, id)
);
create index decision_newest on declarations.decision (cooperative_id, footprint_id, id desc);
select platform.protect('declarations.decision', supplier => 'supplier_id', writers => array['cooperative', 'system'], privileges => 'select, insert');
create policy buyers_read on declarations.decision for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- Documents beside a declaration, such as the EPD as a PDF: kept as they came, never read.
create table declarations.evidence (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  declaration_id uuid not null,
  supplier_id uuid not null,
  file_name text not null,
  file_sha256 text not null,
  size_bytes bigint not null,
  added_by uuid,
  added_at timestamptz not null,
  primary key (cooperative_id, id),
  unique (cooperative_id, declaration_id, file_sha256),
  foreign key (cooperative_id, declaration_id) references declarations.declaration (cooperative_id, id)
);
select platform.protect('declarations.evidence', supplier => 'supplier_id', writers => array['cooperative', 'supplier', 'system'], privileges => 'select, insert');
create policy buyers_read on declarations.evidence for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');
