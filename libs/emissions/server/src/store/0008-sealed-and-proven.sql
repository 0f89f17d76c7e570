-- Figures that were made elsewhere, in years before the product: sealed, shown beside, never reckoned again. Rows are added and never changed; the newest on a
-- year, buyer and category holds. No buyer: all of them together; no category: all purchases.
create table emissions.sealed_figure (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  year int not null check (year between 1990 and 2100),
  buyer_id uuid,
  category_code text,
  kg numeric(24, 6) not null,
  made_by text not null check (btrim(made_by) <> ''),
  method text not null check (btrim(method) <> ''),
  -- The document or case that it stands in.
  source text not null check (btrim(source) <> ''),
  sealed_by uuid not null,
  sealed_at timestamptz not null,
  primary key (cooperative_id, id)
);
select platform.protect('emissions.sealed_figure', buyer => 'buyer_id', writers => array['cooperative'], privileges => 'select, insert');
create policy buyers_read_common on emissions.sealed_figure for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer' and buyer_id is null);

-- What came of weighing everything anew at night: run after run weighs only what changed, and must come to the same.
create table emissions.night_proof (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  -- The run that was tried.
  run_number int not null,
  lines int not null,
  -- Lines that came out otherwise; they are put right by the run `made_run`.
  differing int not null,
  made_run int,
  -- Something came in after the run and before the trial: nothing is proven of it.
  overtaken boolean not null,
  proven_at timestamptz not null,
  primary key (cooperative_id, id),
  foreign key (cooperative_id, run_number) references emissions.run (cooperative_id, number)
);
select platform.protect('emissions.night_proof', writers => array['system'], privileges => 'select, insert');
create policy buyers_read on emissions.night_proof for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');
