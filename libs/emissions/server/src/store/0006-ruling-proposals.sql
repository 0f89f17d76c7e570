-- What counts in a category is said by two persons: one proposes, another decides. A ruling comes of a proposal that was approved, in the same transaction.
create table emissions.ruling_proposal (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  category_code text not null,
  from_on date not null,
  methods text[] not null check (
    cardinality(methods) > 0
    and methods <@ array['declared-verified', 'declared-unverified', 'invoice-co2e', 'physical-average', 'spend-category', 'spend-account']),
  reason text not null check (btrim(reason) <> ''),
  state text not null check (state in ('proposed', 'approved', 'rejected', 'withdrawn')),
  approver_id uuid not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  primary key (cooperative_id, id),
  check (approver_id <> proposed_by),
  check ((state = 'proposed') = (decided_by is null)),
  check (state not in ('approved', 'rejected') or decided_by <> proposed_by)
);
create index ruling_proposal_waiting on emissions.ruling_proposal (cooperative_id, state, id desc);
select platform.protect('emissions.ruling_proposal', writers => array['cooperative']);
create policy buyers_read on emissions.ruling_proposal for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- Rulings from before this step have none.
alter table emissions.ruling add column proposal_id uuid, add foreign key (cooperative_id, proposal_id) references emissions.ruling_proposal (cooperative_id, id);
create unique index ruling_of_proposal on emissions.ruling (cooperative_id, proposal_id);

-- The last word on two persons is the database's, whatever door a statement came through. A deputy whose days are over decides nothing that was
-- proposed since, whatever day the statement gives.
create function emissions.guard_ruling_proposal() returns trigger language plpgsql as $$
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
create trigger guard_ruling_proposal before insert or update on emissions.ruling_proposal for each row execute function emissions.guard_ruling_proposal();

create function emissions.guard_ruling() returns trigger language plpgsql as $$
begin
  if not exists (
    select from emissions.ruling_proposal p
    where p.cooperative_id = new.cooperative_id and p.id = new.proposal_id and p.state = 'approved' and p.decided_by = platform.person() and new.decided_by = p.decided_by
      and (p.category_code, p.from_on, p.methods, p.reason) = (new.category_code, new.from_on, new.methods, new.reason)) then
    raise exception 'A rule comes of a proposal that another person approved: two persons are needed.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_ruling before insert on emissions.ruling for each row execute function emissions.guard_ruling();
