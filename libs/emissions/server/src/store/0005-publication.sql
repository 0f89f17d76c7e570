-- A run that is published: its figures are used outside, and can be asked for by the case they were decided in. Rows are added and never changed.
create table emissions.publication (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  run_number int not null,
  -- The case in the cooperative's archive.
  case_number text not null check (btrim(case_number) <> ''),
  -- What of the run is published, in words: which buyers, months and categories.
  scope text not null check (btrim(scope) <> ''),
  kg numeric(24, 6) not null,
  published_by uuid not null,
  published_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, run_number) references emissions.run (cooperative_id, number)
);
select platform.protect('emissions.publication', writers => array['cooperative'], privileges => 'select, insert');
create policy buyers_read on emissions.publication for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');
