-- What a heading stands for where one supplier writes it in reports of one agreement ('name'), that the field of that heading is written on the
-- first row of a group and holds for the rows below ('fill-down'), or which sign is its decimal sign ('decimal-char') or which of day and month comes
-- first in it ('date-order') where a file does not tell. A lesson that was undone stays to be seen, and no longer acts.
create table agreements.column_lesson (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  supplier_id uuid not null,
  agreement_id uuid not null,
  kind text not null check (kind in ('name', 'fill-down', 'decimal-char', 'date-order')),
  heading text not null check (length(heading) between 1 and 200),
  field text not null,
  value text check (value in (',', '.', 'day-first', 'month-first')),
  origin text not null check (origin in ('taught', 'imported', 'decided')),
  created_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  check ((value is not null) = (kind in ('decimal-char', 'date-order'))),
  primary key (cooperative_id, id),
  foreign key (cooperative_id, agreement_id) references agreements.agreement (cooperative_id, id)
);
create unique index column_lesson_in_force on agreements.column_lesson (cooperative_id, supplier_id, agreement_id, kind, lower(heading)) where undone_at is null;
select platform.protect('agreements.column_lesson', supplier => 'supplier_id', writers => array['cooperative', 'system']);
