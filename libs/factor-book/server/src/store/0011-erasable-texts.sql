-- Free texts in which a person may be named: erased where somebody is.
select platform.erasable('factor_book.choice', array['reason', 'decision_note']);

-- What guards a choice lets the erasure of its texts through, and nothing else.
drop trigger guard_choice on factor_book.choice;
create trigger guard_choice before insert on factor_book.choice for each row execute function factor_book.guard_choice();
create trigger guard_choice_change before update on factor_book.choice for each row
  when (not platform.is_erasure(to_jsonb(old), to_jsonb(new), array['reason', 'decision_note'])) execute function factor_book.guard_choice();
