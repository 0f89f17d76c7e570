-- A deputy whose days are over decides nothing that was proposed since, whatever day the statement gives.
create or replace function emissions.guard_ruling_proposal() returns trigger language plpgsql as $$
begin
  if platform.person() is null then
    raise exception 'What counts is decided by persons: nobody acts here.' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' or new.proposed_by <> platform.person() then
      raise exception 'A rule begins as a proposal of whoever acts.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if (new.category_code, new.from_on, new.methods, new.reason, new.approver_id, new.proposed_by, new.proposed_at)
    is distinct from (old.category_code, old.from_on, old.methods, old.reason, old.approver_id, old.proposed_by, old.proposed_at) then
    raise exception 'What was proposed is not changed: propose anew.' using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'proposed' and new.state = 'withdrawn' and new.decided_by = platform.person() and platform.person() = old.proposed_by then
    return new;
  end if;
  if old.state = 'proposed' and new.state in ('approved', 'rejected') and new.decided_by = platform.person() and platform.person() <> old.proposed_by then
    if platform.person() <> old.approver_id and not exists (
      select from factor_book.door_deputy d where d.person_id = old.approver_id and d.deputy_id = platform.person() and new.decided_at::date between d.from_on and d.until_on
        and new.decided_at::date >= old.proposed_at::date) then
      raise exception 'Only whoever was asked, or their deputy in these days, decides.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  raise exception 'A proposal does not go from % to % this way: two persons are needed.', old.state, new.state using errcode = 'insufficient_privilege';
end $$;
