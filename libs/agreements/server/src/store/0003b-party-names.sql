-- What a buyer was called before it took another name, and what it took.
alter table agreements.party_event add column former_name text, add column new_name text;

-- A supplier without a Norwegian number is registered somewhere else: its number there, as text.
alter table agreements.supplier_unit drop constraint supplier_unit_kind_check;
alter table agreements.supplier_unit add constraint supplier_unit_kind_check check (kind in ('branch', 'franchisee', 'factoring-payee', 'predecessor', 'registration-abroad'));

-- A buyer's books name branches and payees: it must find the supplier behind them as the cooperative does. Other suppliers may not look.
create policy buyers_read on agreements.supplier_unit for select using (cooperative_id = platform.cooperative() and platform.side() = 'buyer');

-- A member that left stays with its last day.
revoke delete on agreements.body_member from tallgrunn_app;
drop policy if exists removes on agreements.body_member;
