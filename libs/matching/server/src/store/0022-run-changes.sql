-- Which lines a run of a part left otherwise than they were: new or gone, tied otherwise, or in another state. For rooms that follow; the last hundred runs are kept.
-- A run that reads everything lists nothing: who follows reads everything too.
create table matching.run_change (
  cooperative_id uuid not null default platform.cooperative(),
  run_number int not null,
  side text not null check (side in ('reported', 'booked')),
  document_id uuid not null,
  line_no int not null,
  primary key (cooperative_id, run_number, side, document_id, line_no)
);
select platform.protect('matching.run_change', writers => array['system'], privileges => 'select, insert, delete');
