-- A supplier sees decisions to warn it or to claim a penalty, once they need no second person. It never sees a waiver. The API shows it neither reason nor letter.
create policy suppliers_see_decided on follow_up.penalty_decision for select using (
  cooperative_id = platform.cooperative() and platform.side() = 'supplier' and supplier_id = platform.organisation()
  and decision in ('warn', 'claim') and (not requires_second_approval or approved_at is not null)
);
