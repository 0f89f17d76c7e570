-- How a supplier's reports write the invoice numbers that the books write otherwise, as the last run of everything learned it: what stands before and after the number on
-- either side, and how many pairs of numbers bear it out.
create table matching.number_form (
  cooperative_id uuid not null default platform.cooperative(),
  supplier_id uuid not null,
  place int not null,
  form jsonb not null,
  seen int not null,
  primary key (cooperative_id, supplier_id, place)
);
select platform.protect('matching.number_form', writers => array['system'], privileges => 'select, insert, delete');
select platform.moves_with_organisation('matching.number_form', 'supplier_id', 'other', 'removed', 'true');
