-- Cases and their subjects, for lists of what needs attention.
create view follow_up.door_case with (security_invoker) as
  select c.cooperative_id, c.id, c.number, c.kind, c.title, c.supplier_id, c.buyer_id, c.agreement_id, c.status, c.owner_id, c.next_on, c.opened_at, c.closed_at
  from follow_up.supplier_case c;
