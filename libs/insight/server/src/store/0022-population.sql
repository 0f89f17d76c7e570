-- How many live in a municipality in a year, as somebody has stated it with its source. The newest statement of a year counts; none is changed.
create table insight.population (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  buyer_id uuid not null,
  year int not null check (year between 1900 and 2100),
  inhabitants int not null check (inhabitants > 0),
  source text not null,
  stated_by uuid,
  stated_at timestamptz not null,
  primary key (cooperative_id, id)
);
create index population_by_year on insight.population (cooperative_id, buyer_id, year, id desc);
select platform.protect('insight.population', buyer => 'buyer_id', writers => array['cooperative', 'system'], privileges => 'select, insert');
select platform.erasable('insight.population', array['source']);
select platform.moves_with_organisation('insight.population', 'buyer_id', 'other');
