-- Free texts in which a person may be named: erased where somebody is.
select platform.erasable('emissions.ruling', array['reason']);
select platform.erasable('emissions.ruling_proposal', array['reason', 'decision_note']);

-- What guards a proposal lets the erasure of its texts through, and nothing else.
drop trigger guard_ruling_proposal on emissions.ruling_proposal;
create trigger guard_ruling_proposal before insert on emissions.ruling_proposal for each row execute function emissions.guard_ruling_proposal();
create trigger guard_ruling_proposal_change before update on emissions.ruling_proposal for each row
  when (not platform.is_erasure(to_jsonb(old), to_jsonb(new), array['reason', 'decision_note'])) execute function emissions.guard_ruling_proposal();
