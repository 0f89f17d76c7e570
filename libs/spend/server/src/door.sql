-- Supplier by seller number and day: a supplier's own number, or that of a unit belonging to it. A number identifies
-- one supplier on one day, or none. A payee of several suppliers does not identify the supplier of the goods. A
-- supplier with a successor keeps its number until the succession. A corrected number remains the supplier's, unless it
-- now belongs to a supplier as another unit.
create view spend.door_seller_identifier with (security_invoker) as
  with unit as (
    select u.cooperative_id, u.id, u.supplier_id, u.kind, regexp_replace(u.number, '[^0-9A-Za-z]', '', 'g') as number,
      coalesce(u.valid_from, '-infinity') as valid_from, coalesce(u.valid_to, 'infinity') as valid_to, u.valid_from is not null as dated
    from agreements.door_related_entity u
    where u.number is not null
  ), main as (
    select o.cooperative_id, o.id as supplier_id, o.org_number as number,
      coalesce((select min(u.valid_from) - 1 from unit u where u.cooperative_id = o.cooperative_id and u.number = o.org_number and u.dated and u.supplier_id <> o.id and u.kind <> 'factoring-payee'), 'infinity') as valid_to
    from identity.door_organisation_number o
    where o.kind = 'supplier'
      and (o.is_current or not exists (select 1 from unit u where u.cooperative_id = o.cooperative_id and u.number = o.org_number and u.kind <> 'factoring-payee'))
  )
  select m.cooperative_id, m.number, m.supplier_id, 'own' as kind, '-infinity'::date as valid_from, m.valid_to from main m
  union all
  select u.cooperative_id, u.number, u.supplier_id, u.kind, u.valid_from, u.valid_to
  from unit u
  where not exists (select 1 from main m where m.cooperative_id = u.cooperative_id and m.number = u.number and m.valid_to >= u.valid_from)
    and not exists (
      select 1 from unit o
      where o.cooperative_id = u.cooperative_id and o.number = u.number and o.id <> u.id and o.valid_from <= u.valid_to and o.valid_to >= u.valid_from
        and (o.supplier_id <> u.supplier_id or o.id < u.id));

-- Each krone once. A posting is one row until an invoice is matched to it; then the invoice lines replace it, with its
-- account, and a remainder completes the posting's amount. A buyer sees its own lines of a batch with several buyers,
-- but not the batch. An unmatched invoice counts only when the buyer has no ledger for its month. `booked_on`: date on
-- which the row counts, within the accounting period; for an invoice without a ledger, the issue date. `account_class`:
-- operating or investment, from the ledger; null when unknown, for example for an invoice without a ledger.
-- `net_amount`: amount excl. VAT, the only amount used in totals and emissions; null when unknown (`net_basis`
-- unknown), and then in no total. `ledger_amount`: amount as in the ledger or document, for comparison with the ledger
-- and for reporting what is not included. `compared_amount`: amount for comparison with reports: excl. VAT, or as in
-- the ledger when that is unknown. Never use it in a total.
create view spend.door_spend_line with (security_invoker) as
  select p.cooperative_id, case when t.batch_id is null then 'posting' else 'remainder' end as source,
    p.batch_id, p.line_no, p.line_key, p.buyer_id, s.supplier_id, p.seller_org_number, p.seller_name,
    p.account_system, p.account_code, p.account_class, p.account_name, p.function_code, p.cost_centre, p.voucher_number,
    p.invoice_number, null::text as invoice_line, null::text as contract_reference, null::text as order_number,
    p.text, null::text as item_number, null::text as gtin, null::text as item_name, null::text as cpv, null::text as unspsc,
    null::numeric as quantity, null::text as unit, null::numeric as unit_price,
    case when t.batch_id is null then p.net_amount else t.net_amount - t.detailed end as net_amount, coalesce(t.net_basis, p.net_basis) as net_basis, case when t.net_basis is distinct from 'on-invoice' then p.vat_rate end as vat_rate,
    p.amount - coalesce(t.detailed, 0) as ledger_amount, coalesce(case when t.batch_id is null then p.net_amount else t.net_amount - t.detailed end, p.amount - coalesce(t.detailed, 0)) as compared_amount,
    p.currency, null::numeric as kg_co2e_per_unit,
    null::date as delivered_on, p.invoiced_on, spend.accounting_day(p.voucher_date, p.period) as booked_on, case when p.closing then left(p.period, 5) || '13' else p.period end as booked_period,
    coalesce(p.invoiced_on, p.voucher_date, to_date(p.period, 'YYYY-MM')) as purchased_on,
    b.file_name, b.file_sha256, p.sheet, p.row_no
  from spend.posting p
  join spend.batch b on b.cooperative_id = p.cooperative_id and b.id = p.batch_id
  left join spend.matched_posting t on t.cooperative_id = p.cooperative_id and t.batch_id = p.batch_id and t.line_no = p.line_no
  left join spend.door_seller_identifier s on s.cooperative_id = p.cooperative_id and s.number = p.seller_org_number and coalesce(p.invoiced_on, p.voucher_date, to_date(p.period, 'YYYY-MM'), 'infinity') between s.valid_from and s.valid_to
  where not p.repeated and (t.batch_id is null or p.amount <> t.detailed or t.net_amount is distinct from t.detailed)
  union all
  select l.cooperative_id, 'invoice-line', l.batch_id, l.line_no, l.line_key, l.buyer_id, s.supplier_id, i.seller_org_number, i.seller_name,
    p.account_system, p.account_code, p.account_class, p.account_name, p.function_code, p.cost_centre, p.voucher_number,
    i.number, l.line_id, i.contract_reference, i.order_reference,
    p.text, l.item_number, l.gtin, l.item_name, l.cpv, l.unspsc, l.quantity, l.unit, l.unit_price,
    l.amount, 'on-invoice', null, l.amount, l.amount, l.currency, l.kg_co2e_per_unit,
    coalesce(l.delivered_on, i.delivered_on, d.delivered_on), i.issued_on, spend.accounting_day(p.voucher_date, p.period), case when p.closing then left(p.period, 5) || '13' else p.period end,
    coalesce(l.delivered_on, i.delivered_on, d.delivered_on, i.issued_on, p.voucher_date),
    nullif(concat_ws('/', b.file_name, nullif(i.name, '')), ''), b.file_sha256, '', l.position
  from spend.matched_invoice_line t
  join spend.invoice_line l on l.cooperative_id = t.cooperative_id and l.batch_id = t.invoice_batch_id and l.line_no = t.invoice_line_no
  join spend.invoice i on i.cooperative_id = l.cooperative_id and i.batch_id = l.batch_id and i.document_no = l.document_no
  left join spend.batch b on b.cooperative_id = l.cooperative_id and b.id = l.batch_id
  left join spend.invoice_line_delivery d on d.cooperative_id = l.cooperative_id and d.invoice_batch_id = l.batch_id and d.invoice_line_no = l.line_no
  join spend.posting p on p.cooperative_id = t.cooperative_id and p.batch_id = t.posting_batch_id and p.line_no = t.posting_line_no
  left join spend.door_seller_identifier s on s.cooperative_id = l.cooperative_id and s.number = coalesce(i.seller_org_number, regexp_replace(split_part(i.seller_key, ':', 2), '[^0-9A-Za-z]', '', 'g')) and coalesce(l.delivered_on, i.delivered_on, d.delivered_on, i.issued_on, p.voucher_date, 'infinity') between s.valid_from and s.valid_to
  union all
  select l.cooperative_id, 'invoice-line', l.batch_id, l.line_no, l.line_key, l.buyer_id, s.supplier_id, i.seller_org_number, i.seller_name,
    null, null, null, null, null, null, null,
    i.number, l.line_id, i.contract_reference, i.order_reference,
    null, l.item_number, l.gtin, l.item_name, l.cpv, l.unspsc, l.quantity, l.unit, l.unit_price,
    l.amount, 'on-invoice', null, l.amount, l.amount, l.currency, l.kg_co2e_per_unit,
    coalesce(l.delivered_on, i.delivered_on, d.delivered_on), i.issued_on, i.issued_on, null,
    coalesce(l.delivered_on, i.delivered_on, d.delivered_on, i.issued_on),
    nullif(concat_ws('/', b.file_name, nullif(i.name, '')), ''), b.file_sha256, '', l.position
  from spend.invoice_line l
  join spend.invoice i on i.cooperative_id = l.cooperative_id and i.batch_id = l.batch_id and i.document_no = l.document_no
  left join spend.batch b on b.cooperative_id = l.cooperative_id and b.id = l.batch_id
  left join spend.invoice_line_delivery d on d.cooperative_id = l.cooperative_id and d.invoice_batch_id = l.batch_id and d.invoice_line_no = l.line_no
  left join spend.door_seller_identifier s on s.cooperative_id = l.cooperative_id and s.number = coalesce(i.seller_org_number, regexp_replace(split_part(i.seller_key, ':', 2), '[^0-9A-Za-z]', '', 'g')) and coalesce(l.delivered_on, i.delivered_on, d.delivered_on, i.issued_on, 'infinity') between s.valid_from and s.valid_to
  where not i.repeated and l.amount is not null
    and not exists (select 1 from spend.invoice_match t where t.cooperative_id = i.cooperative_id and t.invoice_batch_id = i.batch_id and t.document_no = i.document_no)
    and not exists (select 1 from spend.ledger_coverage c where c.cooperative_id = i.cooperative_id and c.buyer_id = i.buyer_id and c.month = to_char(i.issued_on, 'YYYY-MM'));

-- Texts of a line as in the file, by batch and line number. For callers that have these from `door_spend_line` and look up
-- many lines. Each branch reads one table, so that a lookup reads one row.
create view spend.door_spend_line_words with (security_invoker) as
  select p.cooperative_id, p.batch_id, p.line_no, null::text as item_name, p.invoice_number from spend.posting p
  union all
  select l.cooperative_id, l.batch_id, l.line_no, l.item_name, (select i.number from spend.invoice i where i.cooperative_id = l.cooperative_id and i.batch_id = l.batch_id and i.document_no = l.document_no)
  from spend.invoice_line l;

-- Months for which a buyer's ledger is loaded.
create view spend.door_ledger_coverage with (security_invoker) as
  select c.cooperative_id, c.buyer_id, c.month, sum(c.postings)::int as postings
  from spend.ledger_coverage c
  group by c.cooperative_id, c.buyer_id, c.month;

-- Loaded months of a buyer's ledger, by accounting period. A month is complete when a person has stated so, or when the
-- ledger of a later month is loaded. A statement that it is incomplete overrides the latter. A month with less than a
-- fifth of the buyer's median posting count is `is_partial`: it completes neither itself nor earlier months.
create view spend.door_ledger_month with (security_invoker) as
  with counted as (
    select c.cooperative_id, c.buyer_id, c.month, sum(c.postings)::int as posting_count, min(b.posted_at) as first_loaded_at, max(b.posted_at) as last_loaded_at
    from spend.ledger_coverage c
    left join spend.batch b on b.cooperative_id = c.cooperative_id and b.id = c.batch_id
    group by c.cooperative_id, c.buyer_id, c.month
  ), usual as (
    select cooperative_id, buyer_id, percentile_cont(0.5) within group (order by posting_count) as posting_count from counted group by cooperative_id, buyer_id
  ), known as (
    select c.*, c.posting_count * 5 < u.posting_count as is_partial,
      max(c.month) filter (where c.posting_count * 5 >= u.posting_count) over (partition by c.cooperative_id, c.buyer_id) as last_whole_month
    from counted c join usual u using (cooperative_id, buyer_id)
  )
  select k.cooperative_id, k.buyer_id, k.month, k.posting_count, k.first_loaded_at, k.last_loaded_at, k.is_partial,
    coalesce(s.is_complete, not k.is_partial and k.month < k.last_whole_month) as is_complete,
    s.is_complete as stated_complete, s.reason as statement_reason, s.stated_by, s.stated_at
  from known k
  left join lateral (
    select m.is_complete, m.reason, m.stated_by, m.stated_at from spend.month_statement m
    where m.cooperative_id = k.cooperative_id and m.buyer_id = k.buyer_id and m.month = k.month order by m.id desc limit 1
  ) s on true;

-- Deliveries according to despatch advices: quantities without amounts, for comparison with reports and invoices.
create view spend.door_despatch_advice with (security_invoker) as
  select l.cooperative_id, l.batch_id, l.line_no, l.buyer_id, s.supplier_id, v.seller_org_number, v.seller_name, v.number, l.order_number, l.order_line, v.contract_reference,
    l.item_number, l.gtin, l.item_name, l.quantity, l.unit, l.outstanding, l.delivered_on, v.delivery_date_basis, v.issued_on
  from spend.despatch_line l
  join spend.despatch_advice v on v.cooperative_id = l.cooperative_id and v.batch_id = l.batch_id and v.document_no = l.document_no
  left join spend.door_seller_identifier s on s.cooperative_id = v.cooperative_id and s.number = v.seller_org_number and coalesce(l.delivered_on, v.issued_on, 'infinity') between s.valid_from and s.valid_to
  where not v.repeated;

-- Postings and invoice lines as read, counted or not: each cell as written, by field, and the field's heading in the
-- file. For showing the origin of a line, never for totals.
create view spend.door_source_row with (security_invoker) as
  select p.cooperative_id, p.buyer_id, p.batch_id, p.line_no, 'posting' as kind, b.number as batch_number, b.file_name, b.file_sha256, p.sheet, p.row_no, p.raw, b.profile -> 'columns' as headings
  from spend.posting p
  left join spend.batch b on b.cooperative_id = p.cooperative_id and b.id = p.batch_id
  union all
  select l.cooperative_id, l.buyer_id, l.batch_id, l.line_no, 'invoice-line', b.number, nullif(concat_ws('/', b.file_name, nullif(i.name, '')), ''), b.file_sha256, '', l.position,
    jsonb_strip_nulls(jsonb_build_object('invoiceNumber', i.number, 'line', l.line_id, 'itemNumber', l.item_number, 'itemName', l.item_name, 'quantity', trim_scale(l.quantity)::text, 'unit', l.unit,
      'unitPrice', trim_scale(l.unit_price)::text, 'amount', trim_scale(l.amount)::text, 'currency', l.currency, 'co2ePerUnit', trim_scale(l.kg_co2e_per_unit)::text)), null
  from spend.invoice_line l
  join spend.invoice i on i.cooperative_id = l.cooperative_id and i.batch_id = l.batch_id and i.document_no = l.document_no
  left join spend.batch b on b.cooperative_id = l.cooperative_id and b.id = l.batch_id;

-- `reverses`: the batch that a reversal batch reverses.
create view spend.door_batch with (security_invoker) as
  select b.cooperative_id, b.id, b.reverses, b.number, b.kind, b.state, b.buyer_id, b.file_name, b.file_sha256, b.documents, b.lines, b.received_at, b.posted_at
  from spend.batch b;

-- Postings and invoices as read, counted or not. For looking up a figure, never for totals.
create view spend.door_posting with (security_invoker) as
  select p.cooperative_id, p.batch_id, p.line_no, p.buyer_id, p.sheet, p.row_no, p.voucher_number, p.voucher_date, p.period, p.seller_org_number, p.seller_name,
    p.account_system, p.account_code, p.amount as ledger_amount, p.net_amount, p.net_basis, p.currency, p.invoice_number, p.invoice_key, p.invoiced_on, p.text, p.repeated
  from spend.posting p;

create view spend.door_invoice with (security_invoker) as
  select i.cooperative_id, i.batch_id, i.document_no, i.name, i.buyer_id, i.buyer_org_number, i.seller_org_number, i.seller_name, i.type, i.number, i.invoice_key, i.currency,
    i.issued_on, i.line_sum, i.net_amount, i.gross_amount, i.line_count, i.repeated,
    exists (select 1 from spend.invoice_match t where t.cooperative_id = i.cooperative_id and t.invoice_batch_id = i.batch_id and t.document_no = i.document_no) as tied
  from spend.invoice i;

-- Number of invoices issued per buyer and month, without duplicates.
create view spend.door_invoice_month with (security_invoker) as
  select m.cooperative_id, m.buyer_id, m.month, sum(m.invoice_count)::int as invoice_count
  from spend.invoice_month m
  group by m.cooperative_id, m.buyer_id, m.month;
