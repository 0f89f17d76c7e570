-- A deputy decides in their days and no others, whatever day a statement gives.
create trigger decide_now before update on factor_book.choice for each row
  when (old.state = 'proposed' and new.state in ('approved', 'rejected')) execute function platform.decide_now();
