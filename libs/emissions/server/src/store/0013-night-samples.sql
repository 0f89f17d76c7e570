-- A night tries everything where that is soon done, and a sample of buyers where it is not: drawn by a seed, so that the draw can be made again.
alter table emissions.night_proof
  add column lines_tried int,
  add column buyers int,
  add column buyers_tried int,
  -- Null where everything was tried.
  add column seed text,
  add check ((seed is null) = (buyers_tried is null) and (seed is null) = (buyers is null));
update emissions.night_proof set lines_tried = lines;
alter table emissions.night_proof alter column lines_tried set not null;
