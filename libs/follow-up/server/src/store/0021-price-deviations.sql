-- Report versions whose prices were compared with the agreed ones. `price_key`: the agreed prices; another key means that the version must be compared once more.
create table follow_up.compared_version (
  cooperative_id uuid not null default platform.cooperative(),
  version_id uuid not null,
  price_key text not null,
  compared_at timestamptz not null,
  primary key (cooperative_id, version_id)
);
select platform.protect('follow_up.compared_version', writers => array['system'], privileges => 'select, insert, delete');

-- Invoices are compared batch by batch, and once more for a supplier of an agreement whose prices changed: which batches, and with which prices.
create table follow_up.compared_batch (
  cooperative_id uuid not null default platform.cooperative(),
  batch_id uuid not null,
  compared_at timestamptz not null,
  primary key (cooperative_id, batch_id)
);
select platform.protect('follow_up.compared_batch', writers => array['system'], privileges => 'select, insert, delete');

create table follow_up.compared_prices (
  cooperative_id uuid not null default platform.cooperative(),
  agreement_id uuid not null,
  supplier_id uuid not null,
  price_key text not null,
  compared_at timestamptz not null,
  primary key (cooperative_id, agreement_id, supplier_id)
);
select platform.protect('follow_up.compared_prices', writers => array['system'], privileges => 'select, insert, delete');
select platform.moves_with_organisation('follow_up.compared_prices', 'supplier_id', 'figures', 'removed', 'true');

-- Sums of the compared lines of one document (report version or batch of invoices), supplier and agreement by month and currency. `charged_amount` and `agreed_amount`: of the lines that could be compared. What could not is counted by itself:
-- `unknown_*`: what is agreed cannot be known, `other_*`: the price differs for another reason, `currency_*`: in another currency than the agreement's, `vat_*`: with VAT or
-- unknown VAT, `off_assortment_*`: not in the assortment.
create table follow_up.price_comparison_month (
  cooperative_id uuid not null default platform.cooperative(),
  basis text not null check (basis in ('reported', 'invoiced')),
  document_id uuid not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  month text not null,
  currency text not null,
  compared_count int not null,
  charged_amount numeric not null,
  agreed_amount numeric not null,
  unknown_count int not null,
  unknown_amount numeric not null,
  other_count int not null,
  other_amount numeric not null,
  currency_count int not null,
  currency_amount numeric not null,
  vat_unknown_count int not null,
  vat_unknown_amount numeric not null,
  off_assortment_count int not null,
  off_assortment_amount numeric not null,
  primary key (cooperative_id, basis, document_id, agreement_id, supplier_id, month, currency)
);
select platform.protect('follow_up.price_comparison_month', writers => array['system'], privileges => 'select, insert, delete');
select platform.moves_with_organisation('follow_up.price_comparison_month', 'supplier_id', 'figures', 'removed', 'true');

-- Lines charged above the agreed price. `line_key` survives a new version of the report: what people decided on a line follows it.
create table follow_up.price_deviation (
  cooperative_id uuid not null default platform.cooperative(),
  basis text not null,
  document_id uuid not null,
  line_no int not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  line_key text not null,
  buyer_id uuid,
  item_id uuid not null,
  charged_on date,
  month text not null,
  quantity numeric,
  unit text,
  price numeric not null,
  agreed_price numeric not null,
  agreed_from date not null,
  amount numeric(18, 2) not null,
  currency text not null,
  primary key (cooperative_id, basis, document_id, line_no)
);
create index price_deviation_by_supplier on follow_up.price_deviation (cooperative_id, agreement_id, supplier_id, basis);
select platform.protect('follow_up.price_deviation', writers => array['system'], privileges => 'select, insert, delete');
select platform.moves_with_organisation('follow_up.price_deviation', 'supplier_id', 'figures');
select platform.moves_with_organisation('follow_up.price_deviation', 'buyer_id', 'figures');

-- Deviations whose reason a person of the cooperative accepted.
create table follow_up.accepted_deviation (
  cooperative_id uuid not null default platform.cooperative(),
  id uuid not null,
  basis text not null,
  agreement_id uuid not null,
  supplier_id uuid not null,
  line_key text not null,
  reason text not null,
  accepted_by uuid,
  accepted_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (cooperative_id, id)
);
create unique index accepted_deviation_once on follow_up.accepted_deviation (cooperative_id, basis, agreement_id, supplier_id, line_key) where revoked_at is null;
select platform.protect('follow_up.accepted_deviation', writers => array['cooperative']);
select platform.erasable('follow_up.accepted_deviation', array['reason']);
select platform.moves_with_organisation('follow_up.accepted_deviation', 'supplier_id', 'decisions');
