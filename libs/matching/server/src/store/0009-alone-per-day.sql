-- What a person decides alone counts together per buyer and day, pairs of lines too: each decision says how much it is about.
alter table matching.decision add column amount numeric(18, 2) not null default 0;
create index decision_by_day on matching.decision (cooperative_id, buyer_id, decided_at);
create index answer_by_day on matching.answer (cooperative_id, buyer_id, decided_at);

-- Nobody confirms their own decision, whatever door a statement comes through.
create function matching.guard_confirmation() returns trigger language plpgsql as $$
begin
  if new.confirmed_by is not null and exists (
    select from matching.decision d where d.id = new.decision_id and d.decided_by = new.confirmed_by
    union all
    select from matching.answer a where a.id = new.decision_id and a.decided_by = new.confirmed_by
  ) then
    raise exception 'A decision is confirmed by another person than the one who made it.';
  end if;
  return new;
end $$;
create trigger guard_confirmation before insert on matching.confirmation for each row execute function matching.guard_confirmation();
