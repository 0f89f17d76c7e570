-- A row of a report that is the sum of all that the books have in a period: of a supplier and buyer, or of a place, account or item of theirs.
alter table matching.link drop constraint link_step_check;
alter table matching.link add constraint link_step_check check (step in (
  'decision', 'invoice-item', 'invoice-amount', 'invoice-sum', 'invoice-difference', 'order-item', 'order-sum', 'item-amount', 'period-item', 'period-sum', 'sum-of-lines', 'likely'
));
