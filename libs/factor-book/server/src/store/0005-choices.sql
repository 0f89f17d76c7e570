-- A cooperative's own word on which factor a kind of goods, a category's kroner or an account takes: draft, proposed, approved by a second person,
-- in force from a day, retired. What was proposed is never changed; a correction is a new choice.
create table factor_book.choice (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  kind text not null check (kind in ('product', 'category', 'account')),
  target text not null,
  set_id text not null,
  factor_id text not null,
  direct_set_id text,
  direct_factor_id text,
  from_on date not null,
  until_on date,
  reason text not null check (btrim(reason) <> ''),
  -- Why a factor of another country's economy may stand in the official figure, in the words of whoever answers for it.
  foreign_decision text check (btrim(foreign_decision) <> ''),
  state text not null check (state in ('draft', 'proposed', 'approved', 'rejected', 'retired')),
  created_by uuid not null,
  created_at timestamptz not null,
  approver_id uuid,
  proposed_by uuid,
  proposed_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  retired_by uuid,
  retired_at timestamptz,
  primary key (cooperative_id, id),
  foreign key (set_id, factor_id) references factor_book.factor (set_id, id),
  foreign key (direct_set_id, direct_factor_id) references factor_book.factor (set_id, id),
  check (until_on is null or until_on >= from_on),
  check (state not in ('proposed', 'approved', 'retired') or (proposed_by is not null and approver_id is not null)),
  check (state not in ('approved', 'retired') or (decided_by is not null and decided_by <> proposed_by and decided_by <> created_by))
);
create index choice_by_target on factor_book.choice (cooperative_id, kind, target);
select platform.protect('factor_book.choice', writers => array['cooperative']);
create policy buyers_read on factor_book.choice for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- Who stands in for whom while they are away.
create table factor_book.deputy (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  person_id uuid not null,
  deputy_id uuid not null check (deputy_id <> person_id),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (cooperative_id, id)
);
select platform.protect('factor_book.deputy', writers => array['cooperative'], privileges => 'select, insert');
