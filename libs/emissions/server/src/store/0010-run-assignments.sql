-- Which factor held for what when a run was made: choices are retired and replaced, and a run must be made again as it was. Intervals of runs, as results are.
create table emissions.run_assignment (
  cooperative_id uuid not null default platform.cooperative(),
  kind text not null,
  target text not null,
  from_on date not null,
  until_on date not null,
  from_run int not null,
  until_run int,
  choice_id uuid,
  set_id text not null,
  factor_id text not null,
  direct_set_id text,
  direct_factor_id text,
  primary key (cooperative_id, kind, target, from_on, from_run)
);
select platform.protect('emissions.run_assignment', writers => array['system'], privileges => 'select, insert');
grant update (until_run) on emissions.run_assignment to tallgrunn_app;
