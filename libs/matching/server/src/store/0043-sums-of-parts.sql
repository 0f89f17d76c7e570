-- Two rules get names of their own: a sum whose parts are found by trying combinations, and a row that is linked to the only line with its amount.
alter table matching.link drop constraint link_step_check;
alter table matching.link add constraint link_step_check check (step in (
  'decision', 'invoice-item', 'invoice-amount', 'invoice-sum', 'invoice-difference', 'order-item', 'order-sum', 'item-amount', 'period-item', 'period-sum', 'sum-of-lines', 'sum-of-parts', 'unique-amount', 'likely'
));
