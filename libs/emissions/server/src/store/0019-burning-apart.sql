-- What a run goes by keeps making goods and burning them apart too, whoever writes it. Lines are too many for a look at each: the proof of a run counts those that mix the two, and such a run is not published.
create function emissions.keep_burning_apart() returns trigger language plpgsql as $$
begin
  if exists (select from factor_book.door_factor f where f.set_id = new.set_id and f.id = new.factor_id and f.stage = 'direct' and f.boundary = 'combustion' and f.per not in ('km', 'tkm')) then
    raise exception 'A factor of burning is scope 1 and is never added to what making goods sets free.' using errcode = 'check_violation';
  end if;
  if new.direct_factor_id is not null and not exists (select from factor_book.door_factor f where f.set_id = new.direct_set_id and f.id = new.direct_factor_id and f.stage = 'direct') then
    raise exception 'What burning sets free is told by a factor of burning alone.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_burning_apart before insert on emissions.run_assignment for each row execute function emissions.keep_burning_apart();
