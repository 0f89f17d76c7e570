-- Days from a supplier's reported lines to the books, where they are nearly the same for all, as the last run of everything learned them from so many lines.
create table matching.day_shift (
  cooperative_id uuid not null default platform.cooperative(),
  supplier_id uuid not null,
  days int not null,
  seen int not null,
  primary key (cooperative_id, supplier_id)
);
select platform.protect('matching.day_shift', writers => array['system'], privileges => 'select, insert, delete');
select platform.moves_with_organisation('matching.day_shift', 'supplier_id', 'other', 'removed', 'true');
