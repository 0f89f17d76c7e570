-- What becomes an official figure is said by two persons: one proposes what is published, or which figures of earlier years are sealed, another approves it.
create table emissions.figure_proposal (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  kind text not null check (kind in ('publication', 'sealed-figures')),
  -- What the act takes once it is approved.
  document jsonb not null,
  state text not null check (state in ('proposed', 'approved', 'rejected', 'withdrawn')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  primary key (cooperative_id, id),
  check ((state = 'proposed') = (decided_by is null)),
  check (state not in ('approved', 'rejected') or decided_by <> proposed_by)
);
create index figure_proposal_waiting on emissions.figure_proposal (cooperative_id, state, id desc);
select platform.protect('emissions.figure_proposal', writers => array['cooperative']);

create function emissions.guard_figure_proposal() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' or new.proposed_by is distinct from platform.person() then
      raise exception 'A figure begins as a proposal of whoever acts.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if (new.kind, new.document, new.proposed_by, new.proposed_at) is distinct from (old.kind, old.document, old.proposed_by, old.proposed_at) then
    raise exception 'What was proposed is not changed: propose anew.' using errcode = 'insufficient_privilege';
  end if;
  if old.state <> 'proposed' or new.decided_by is distinct from platform.person()
    or (new.state = 'withdrawn') <> (platform.person() = old.proposed_by) then
    raise exception 'A proposal does not go from % to % this way: two persons are needed.', old.state, new.state using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_figure_proposal before insert on emissions.figure_proposal for each row execute function emissions.guard_figure_proposal();
-- The guard lets the erasure of a note through, and nothing else.
create trigger guard_figure_proposal_change before update on emissions.figure_proposal for each row
  when (not platform.is_erasure(to_jsonb(old), to_jsonb(new), array['decision_note'])) execute function emissions.guard_figure_proposal();
select platform.erasable('emissions.figure_proposal', array['decision_note']);

-- What was published or sealed before this step has no proposal, and nobody who approved it.
alter table emissions.publication add column proposal_id uuid, add column approved_by uuid,
  add foreign key (cooperative_id, proposal_id) references emissions.figure_proposal (cooperative_id, id);
create unique index publication_of_proposal on emissions.publication (cooperative_id, proposal_id);
alter table emissions.sealed_figure add column proposal_id uuid, add column approved_by uuid,
  add foreign key (cooperative_id, proposal_id) references emissions.figure_proposal (cooperative_id, id);

create function emissions.guard_official_figure() returns trigger language plpgsql as $$
begin
  if not exists (
    select from emissions.figure_proposal p
    where p.cooperative_id = new.cooperative_id and p.id = new.proposal_id and p.kind = tg_argv[0] and p.state = 'approved'
      and p.decided_by = platform.person() and new.approved_by = p.decided_by) then
    raise exception 'An official figure comes of a proposal that another person approved: two persons are needed.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_official_figure before insert on emissions.publication for each row execute function emissions.guard_official_figure('publication');
create trigger guard_official_figure before insert on emissions.sealed_figure for each row execute function emissions.guard_official_figure('sealed-figures');
