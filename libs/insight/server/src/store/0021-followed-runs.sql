-- How far the combined table has followed the runs of matching and emissions; `ground`: of what is agreed and who is who, as far as rows are made by it. Where that is otherwise, or something
-- changed that no run lists, every row is made anew.
create table insight.followed_run (
  cooperative_id uuid not null default platform.cooperative(),
  match_run int not null,
  emission_run int not null,
  ground text not null,
  primary key (cooperative_id)
);
select platform.protect('insight.followed_run', writers => array['system'], privileges => 'select, insert, update');
