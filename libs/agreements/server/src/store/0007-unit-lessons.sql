-- What a unit means when one supplier writes it in reports of one agreement: another name of a unit, or so many of one.
-- A lesson that was undone stays to be seen, and no longer acts.
create table agreements.unit_lesson (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  agreement_id uuid not null,
  text text not null,
  unit text not null,
  factor numeric check (factor > 0),
  to_unit text,
  origin text not null check (origin in ('taught', 'imported', 'decided')),
  created_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id),
  check ((factor is null) = (to_unit is null))
);
create unique index unit_lesson_in_force on agreements.unit_lesson (cooperative_id, supplier_id, agreement_id, text) where undone_at is null;
select platform.protect('agreements.unit_lesson', supplier => 'supplier_id', writers => array['cooperative', 'system']);
