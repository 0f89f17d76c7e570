-- Nil returns that purchases booked later may contradict. `amount` is without VAT, of the buyers whose sum exceeds what the nil return explained.
-- `closed_at`: the purchases are gone again. `reason`: the supplier's explanation, which answers the question up to `reason_amount`.
create table reporting.nil_question (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  supplier_id uuid not null,
  amount numeric not null,
  invoices integer not null,
  noticed_at timestamptz not null,
  closed_at timestamptz,
  reason text,
  reason_amount numeric,
  given_by uuid,
  given_at timestamptz,
  primary key (cooperative_id, version_id),
  foreign key (cooperative_id, version_id, supplier_id) references reporting.version (cooperative_id, id, supplier_id)
);
select platform.protect('reporting.nil_question', supplier => 'supplier_id', writers => array['supplier', 'system']);
create policy opened_by_system on reporting.nil_question as restrictive for insert with check (platform.side() = 'system');
select platform.erasable('reporting.nil_question', array['reason']);
