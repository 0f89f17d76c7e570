-- Tolerance limits: how large a variance of price and of quantity of a linked line may be without follow-up. Each row is a version, in force from
-- its day until the next of the same scope: the cooperative (no agreement), or one agreement, which takes precedence over the cooperative. Rows are
-- added, never changed; of two from the same day the newest is in force. A kind without a limit has no tolerance.
create table matching.tolerance (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  agreement_id uuid,
  valid_from date not null,
  -- From this day the limits of the cooperative are those of the agreement.
  is_inherited boolean not null default false,
  price_percent numeric(9, 6) check (price_percent >= 0),
  price_amount numeric(18, 2) check (price_amount >= 0),
  quantity_percent numeric(9, 6) check (quantity_percent >= 0),
  quantity_amount numeric(18, 2) check (quantity_amount >= 0),
  reason text not null check (btrim(reason) <> ''),
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (cooperative_id, id),
  check (not is_inherited or (agreement_id is not null and num_nonnulls(price_percent, price_amount, quantity_percent, quantity_amount) = 0))
);
create index tolerance_by_scope on matching.tolerance (cooperative_id, agreement_id, valid_from, id desc);
select platform.protect('matching.tolerance', writers => array['cooperative'], privileges => 'select, insert');
-- Buyers see which of their lines are within tolerance; suppliers do not see the limits.
create policy buyers_read on matching.tolerance for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');
select platform.erasable('matching.tolerance', array['reason']);
