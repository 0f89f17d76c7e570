-- Burning a fuel (tank to wheel) is scope 1, making it (well to tank) is category 3: the factor of one never stands in the place of the other, whoever writes. A factor per kilometre
-- or tonne kilometre is of driving that is bought, and weighs as the service it is.
create function factor_book.keep_burning_apart() returns trigger language plpgsql as $$
begin
  if exists (select from factor_book.factor f where f.set_id = new.set_id and f.id = new.factor_id and f.stage = 'direct' and f.boundary = 'combustion' and f.per not in ('km', 'tkm')) then
    raise exception 'A factor of burning is scope 1 and is never added to what making goods sets free.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create function factor_book.burn_by_burning() returns trigger language plpgsql as $$
begin
  if new.direct_factor_id is not null and not exists (select from factor_book.factor f where f.set_id = new.direct_set_id and f.id = new.direct_factor_id and f.stage = 'direct') then
    raise exception 'What burning sets free is told by a factor of burning alone.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_burning_apart before insert or update on factor_book.choice for each row execute function factor_book.keep_burning_apart();
create trigger burn_by_burning before insert or update on factor_book.choice for each row execute function factor_book.burn_by_burning();
create trigger keep_burning_apart before insert or update on factor_book.standard_factor for each row execute function factor_book.keep_burning_apart();
create trigger burn_by_burning before insert or update on factor_book.standard_factor for each row execute function factor_book.burn_by_burning();
create trigger keep_burning_apart before insert or update on factor_book.account_rule for each row execute function factor_book.keep_burning_apart();
