-- A cooperative's own word on which factor a kind of goods, a category's kroner or an account takes: draft, proposed, approved by a second person,
-- in force from a day, retired. What was proposed is never changed; a correction is a new choice.
create table factor_book.choice (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  kind text not null check (kind in ('product', 'category', 'account')),
  target text not null,
  set_id text not null,
  factor_id text not null,
  direct_set_id text,
  direct_factor_id text,
  from_on date not null,
  until_on date,
  reason text not null check (btrim(reason) <> ''),
  -- Why a factor of another country's economy may stand in the official figure, in the words of whoever answers for it.
  foreign_decision text check (btrim(foreign_decision) <> ''),
  state text not null check (state in ('draft', 'proposed', 'approved', 'rejected', 'retired')),
  created_by uuid not null,
  created_at timestamptz not null,
  approver_id uuid,
  proposed_by uuid,
  proposed_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  retired_by uuid,
  retired_at timestamptz,
  primary key (cooperative_id, id),
  foreign key (set_id, factor_id) references factor_book.factor (set_id, id),
  foreign key (direct_set_id, direct_factor_id) references factor_book.factor (set_id, id),
  check (until_on is null or until_on >= from_on),
  check (state not in ('proposed', 'approved', 'retired') or (proposed_by is not null and approver_id is not null)),
  check (state not in ('approved', 'retired') or (decided_by is not null and decided_by <> proposed_by and decided_by <> created_by))
);
create index choice_by_target on factor_book.choice (cooperative_id, kind, target);
select platform.protect('factor_book.choice', writers => array['cooperative']);
create policy buyers_read on factor_book.choice for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- Who stands in for whom while they are away.
create table factor_book.deputy (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  person_id uuid not null,
  deputy_id uuid not null check (deputy_id <> person_id),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (cooperative_id, id)
);
select platform.protect('factor_book.deputy', writers => array['cooperative'], privileges => 'select, insert');

-- The last word on two persons is the database's, whatever door a statement came through: each step names the person who acts, and the second is another than the first.
create function factor_book.guard_choice() returns trigger language plpgsql as $$
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
  if (new.kind, new.target, new.set_id, new.factor_id, new.from_on, new.reason, new.created_by) is distinct from (old.kind, old.target, old.set_id, old.factor_id, old.from_on, old.reason, old.created_by)
    or (new.direct_set_id, new.direct_factor_id, new.foreign_decision) is distinct from (old.direct_set_id, old.direct_factor_id, old.foreign_decision) then
    raise exception 'What was written in a choice is not changed: make a new one.' using errcode = 'insufficient_privilege';
  end if;
  if old.state <> 'draft' and (new.proposed_by, new.approver_id) is distinct from (old.proposed_by, old.approver_id) then
    raise exception 'Who proposed it and who is asked is not changed.' using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'draft' and new.state = 'proposed' and new.proposed_by = platform.person() and new.approver_id <> new.proposed_by then
    return new;
  end if;
  if old.state = 'proposed' and new.state in ('approved', 'rejected') and new.decided_by = platform.person() and platform.person() not in (old.proposed_by, old.created_by) then
    if platform.person() <> old.approver_id and not exists (
      select from factor_book.deputy d where d.person_id = old.approver_id and d.deputy_id = platform.person() and new.decided_at::date between d.from_on and d.until_on) then
      raise exception 'Only whoever was asked, or their deputy in these days, decides.' using errcode = 'insufficient_privilege';
    end if;
    if new.state = 'approved' and old.foreign_decision is null and exists (
      select from factor_book.factor f where f.set_id = old.set_id and f.id = old.factor_id and f.kind = 'spend' and f.region <> 'NO') then
      raise exception 'A spend factor of another economy needs a named decision.' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.state = 'approved' and new.state = 'retired' and new.retired_by = platform.person() and new.until_on is not null then
    return new;
  end if;
  raise exception 'A choice does not go from % to % this way: two persons are needed.', old.state, new.state using errcode = 'insufficient_privilege';
end $$;
create trigger guard_choice before insert or update on factor_book.choice for each row execute function factor_book.guard_choice();
