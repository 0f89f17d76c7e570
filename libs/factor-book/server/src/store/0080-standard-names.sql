-- Names after the words that people in the trade use.
select platform.rename_table('factor_book.rule_set', 'account_map');
select platform.rename_table('factor_book.account_rule', 'account_map_entry');
select platform.rename_table('factor_book.price_shares', 'price_margin_set');
select platform.rename_table('factor_book.price_share', 'price_margin');
select platform.rename_table('factor_book.standard_factor', 'default_factor');
select platform.rename_table('factor_book.choice', 'factor_assignment');
select platform.rename_table('factor_book.deputy', 'approval_delegation');

-- Names of columns.
select platform.rename_column('factor_book.account_map_entry', 'rule_set_id', 'account_map_id');
select platform.rename_column('factor_book.default_factor', 'standard_id', 'default_set_id');
select platform.rename_column('factor_book.default_factor', 'direct_set_id', 'combustion_set_id');
select platform.rename_column('factor_book.default_factor', 'direct_factor_id', 'combustion_factor_id');
select platform.rename_column('factor_book.factor_assignment', 'direct_set_id', 'combustion_set_id');
select platform.rename_column('factor_book.factor_assignment', 'direct_factor_id', 'combustion_factor_id');
select platform.rename_column('factor_book.factor_assignment', 'from_on', 'valid_from');
select platform.rename_column('factor_book.factor_assignment', 'until_on', 'valid_to');
select platform.rename_column('factor_book.factor_assignment', 'foreign_decision', 'foreign_factor_justification');
select platform.rename_column('factor_book.factor_assignment', 'approver_id', 'assigned_approver_id');
select platform.rename_column('factor_book.approval_delegation', 'deputy_id', 'delegate_id');
select platform.rename_column('factor_book.approval_delegation', 'from_on', 'valid_from');
select platform.rename_column('factor_book.approval_delegation', 'until_on', 'valid_to');
select platform.rename_column('factor_book.price_margin', 'shares_id', 'margin_set_id');
select platform.rename_column('factor_book.price_margin', 'trade_factor_id', 'margin_factor_id');

-- Functions whose text names a table.
create or replace function factor_book.guard_deputy() returns trigger language plpgsql as $$
begin
  if platform.person() is null then
    raise exception 'A deputy is named by persons: nobody acts here.' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    if new.decided_by <> platform.person() or new.delegate_id = platform.person() or new.ended_on is not null then
      raise exception 'Nobody makes themselves a deputy: two persons are needed.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if old.ended_on is not null or new.ended_by is null or new.ended_by <> platform.person() then
    raise exception 'A deputy is let go once, by whoever acts.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create or replace function factor_book.guard_choice() returns trigger language plpgsql as $$
begin
  if platform.person() is null then
    raise exception 'A factor is put in force by persons: nobody acts here.' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or new.created_by <> platform.person() then
      raise exception 'A choice begins as a draft of whoever acts.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if (new.kind, new.target, new.set_id, new.factor_id, new.valid_from, new.reason, new.created_by) is distinct from (old.kind, old.target, old.set_id, old.factor_id, old.valid_from, old.reason, old.created_by)
    or (new.combustion_set_id, new.combustion_factor_id, new.foreign_factor_justification) is distinct from (old.combustion_set_id, old.combustion_factor_id, old.foreign_factor_justification) then
    raise exception 'What was written in a choice is not changed: make a new one.' using errcode = 'insufficient_privilege';
  end if;
  if old.state <> 'draft' and (new.proposed_by, new.assigned_approver_id) is distinct from (old.proposed_by, old.assigned_approver_id) then
    raise exception 'Who proposed it and who is asked is not changed.' using errcode = 'insufficient_privilege';
  end if;
  if old.decided_by is not null and (new.decided_by, new.decided_at, new.decision_note) is distinct from (old.decided_by, old.decided_at, old.decision_note) then
    raise exception 'Who decided, and when, is not changed.' using errcode = 'insufficient_privilege';
  end if;
  if new.state <> 'retired' and (new.valid_to) is distinct from (old.valid_to) then
    raise exception 'Its last day is set when it is ended: what was written in a choice is not changed.' using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'draft' and new.state = 'proposed' and new.proposed_by = platform.person() and new.assigned_approver_id <> new.proposed_by then
    return new;
  end if;
  if old.state in ('draft', 'proposed') and new.state = 'withdrawn' and new.withdrawn_by = platform.person() and platform.person() in (old.created_by, old.proposed_by) then
    return new;
  end if;
  if old.state = 'proposed' and new.state in ('approved', 'rejected') and new.decided_by = platform.person() and platform.person() not in (old.proposed_by, old.created_by) then
    if platform.person() <> old.assigned_approver_id and not exists (
      select from factor_book.approval_delegation d where d.person_id = old.assigned_approver_id and d.delegate_id = platform.person()
        and new.decided_at::date between d.valid_from and d.valid_to and (d.ended_on is null or new.decided_at::date < d.ended_on)
        and new.decided_at::date >= old.proposed_at::date) then
      raise exception 'Only whoever was asked, or their deputy in these days, decides.' using errcode = 'insufficient_privilege';
    end if;
    if new.state = 'approved' and old.foreign_factor_justification is null and exists (
      select from factor_book.factor f where f.set_id = old.set_id and f.id = old.factor_id and f.kind = 'spend' and f.region <> 'NO') then
      raise exception 'A spend factor of another economy needs a named decision.' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.state = 'approved' and new.state = 'retired' and new.retired_by = platform.person() and new.valid_to is not null then
    if new.retired_at is null or new.valid_to < greatest(new.retired_at::date, old.valid_from) then
      raise exception 'What two persons decided is not undone back in time by one: two persons are needed.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  raise exception 'A choice does not go from % to % this way: two persons are needed.', old.state, new.state using errcode = 'insufficient_privilege';
end $$;

create or replace function factor_book.burn_by_burning() returns trigger language plpgsql as $$
begin
  if new.combustion_factor_id is not null and not exists (select from factor_book.factor f where f.set_id = new.combustion_set_id and f.id = new.combustion_factor_id and f.stage = 'direct') then
    raise exception 'What burning sets free is told by a factor of burning alone.' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- The reason for a factor of another economy may name a person too.
select platform.erasable('factor_book.factor_assignment', array['foreign_factor_justification']);
drop trigger guard_choice_change on factor_book.factor_assignment;
create trigger guard_choice_change before update on factor_book.factor_assignment for each row
  when (not platform.is_erasure(to_jsonb(old), to_jsonb(new), array['reason', 'decision_note', 'foreign_factor_justification']))
  execute function factor_book.guard_choice();
