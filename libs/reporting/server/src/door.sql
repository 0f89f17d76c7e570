create view reporting.door_report_version with (security_invoker) as
  select v.cooperative_id, v.id, v.obligation_id, v.agreement_id, v.supplier_id, v.terms_version_id, v.period_key, v.period_start, v.period_end,
    v.kind, v.state, v.sequence, v.number, v.line_count, v.amount, v.currency, v.requires_review,
    v.received_at, v.submitted_at, v.accepted_at, v.returned_at, v.return_reason, v.superseded_at, v.file_name, v.file_sha256
  from reporting.report_version v;

-- Every submission of a report, with its decision. `is_complete`: false when rows are quarantined and the terms state
-- that such a report is not delivered. `is_delivered`: counts as delivered under its terms, which may include a
-- returned report.
create view reporting.door_submission with (security_invoker) as
  select s.*, s.is_complete and (not s.is_returned or s.returned_counts) as is_delivered
  from (
    select w.cooperative_id, w.obligation_id, w.supplier_id, w.id as version_id, w.sequence, w.number, w.submitted_at, coalesce(w.returned_at, w.accepted_at) as decided_at,
      w.returned_at is not null as is_returned,
      not (coalesce(c.quarantined_count, 0) > 0 and coalesce(t.document ->> 'partlyAccepted', '') = 'not-delivered') as is_complete,
      coalesce(t.document #>> '{sanction,returnedReport}', '') = 'delivered' as returned_counts
    from reporting.report_version w
    left join reporting.check_result c on c.cooperative_id = w.cooperative_id and c.version_id = w.id
    left join agreements.door_terms_version t on t.cooperative_id = w.cooperative_id and t.id = w.terms_version_id
    where w.sequence is not null and w.submitted_at is not null
  ) s;

-- Lines of the versions in force: accepted and not superseded. `told_on`: the date on the line itself (delivery,
-- invoice or order). `counts_on`: the date used for months and years: `told_on`, or the first day of the report's
-- period.
create view reporting.door_report_line with (security_invoker) as
  select l.cooperative_id, l.version_id, l.line_no, l.line_key, v.agreement_id, v.obligation_id, l.supplier_id, l.buyer_id, l.lot_id, l.item_id,
    l.item_number, l.gtin, l.item_name, l.kind, l.quantity, l.unit, l.unit_price, l.amount, l.currency, l.vat,
    l.delivered_on, l.ordered_on, l.invoiced_on, l.invoice_number, l.invoice_line, l.order_number,
    v.period_key, v.period_start, v.file_name, l.sheet, l.row_no, l.site_as_written,
    coalesce(l.delivered_on, l.invoiced_on, l.ordered_on) as told_on, coalesce(l.delivered_on, l.invoiced_on, l.ordered_on, v.period_start) as counts_on
  from reporting.report_version v
  join reporting.report_line l on l.cooperative_id = v.cooperative_id and l.version_id = v.id
  where v.state = 'accepted';

-- Texts of a line by version and line number, for many look-ups of places known from `door_report_line`.
create view reporting.door_report_line_words with (security_invoker) as
  select l.cooperative_id, l.version_id, l.line_no, l.item_name, l.invoice_number from reporting.report_line l;

-- Sums of the lines of versions in force. A buyer sees sums of its own lines; others see sums of all buyers. `month`:
-- of `counts_on`. `item_id`: set for lines without a lot. `amount`: null when no line has one.
create view reporting.door_report_line_sum with (security_invoker) as
  select s.cooperative_id, s.version_id, s.agreement_id, s.supplier_id, s.lot_id, s.item_id, s.month, s.currency, s.vat, s.line_count, s.amount
  from reporting.report_line_sum s
  where s.level = 'version' and platform.side() <> 'buyer'
  union all
  select s.cooperative_id, s.version_id, s.agreement_id, s.supplier_id, s.lot_id, s.item_id, s.month, s.currency, s.vat, s.line_count, s.amount
  from reporting.report_line_sum s
  where s.level = 'buyer' and platform.side() = 'buyer';

-- Findings of every version, as stored by the check.
create view reporting.door_finding with (security_invoker) as
  select f.cooperative_id, f.version_id, f.finding_no, f.supplier_id, v.agreement_id, v.period_key, v.period_start, v.state as version_state, v.file_name,
    f.code, f.class, f.severity, f.cause, f.sheet, f.row_no, f.column_name, f.cell, f.found, f.expected, f.amount, f.params, f.fix
  from reporting.finding f
  join reporting.report_version v on v.cooperative_id = f.cooperative_id and v.id = f.version_id;

-- Responses of suppliers to findings, by check and cause.
create view reporting.door_finding_response with (security_invoker) as
  select f.cooperative_id, f.version_id, f.supplier_id, f.code, f.cause, f.reason, f.given_at
  from reporting.finding_response f;

-- Report lines of every version as read, including superseded ones: each cell as written, by field, and the sheet
-- column of each field.
create view reporting.door_source_row with (security_invoker) as
  select l.cooperative_id, l.supplier_id, l.buyer_id, l.version_id, l.line_no, v.number, v.state, v.file_name, v.file_sha256, l.sheet, l.row_no, l.raw, c.columns
  from reporting.report_line l
  join reporting.report_version v on v.cooperative_id = l.cooperative_id and v.id = l.version_id
  left join reporting.check_result c on c.cooperative_id = l.cooperative_id and c.version_id = l.version_id;

-- Lines in force with every field of the terms as written, for attributes without a column of their own.
create view reporting.door_report_line_field with (security_invoker) as
  select l.cooperative_id, l.version_id, l.line_no, v.agreement_id, l.supplier_id, l.lot_id, l.item_id, l.kind, l.amount, l.currency, l.vat, l.raw,
    l.delivered_on, l.ordered_on, l.invoiced_on, v.period_start, coalesce(l.delivered_on, l.invoiced_on, l.ordered_on, v.period_start) as counts_on
  from reporting.report_version v
  join reporting.report_line l on l.cooperative_id = v.cooperative_id and l.version_id = v.id
  where v.state = 'accepted';

-- Outcome of the findings of each check in submitted, accepted and returned versions: overridden as no error,
-- corrected, or left out. `found` counts all of them.
create view reporting.door_overridden_check with (security_invoker) as
  select v.cooperative_id, v.id as version_id, v.agreement_id, v.supplier_id, v.submitted_at, v.currency, g.each ->> 'code' as code,
    (g.each ->> 'count')::bigint as found,
    case when f.code is null then 0 else (g.each ->> 'count')::bigint end as overridden,
    case when f.code is null then 0 else coalesce((g.each ->> 'kroner')::numeric, 0) end as amount
  from reporting.report_version v
  join reporting.check_result c on c.cooperative_id = v.cooperative_id and c.version_id = v.id
  cross join lateral jsonb_array_elements(c.groups) as g (each)
  left join reporting.finding_response f on f.cooperative_id = v.cooperative_id and f.version_id = v.id and f.code = g.each ->> 'code' and f.cause = coalesce(g.each #>> '{example,cause}', '')
  where v.state in ('submitted', 'accepted', 'returned') and g.each ->> 'severity' in ('confirm', 'blocksRow')
  union all
  select v.cooperative_id, v.id, v.agreement_id, v.supplier_id, v.submitted_at, v.currency, s.each ->> 'code', (s.each ->> 'count')::bigint, 0, 0
  from reporting.report_version v
  cross join lateral jsonb_array_elements(coalesce(v.answers -> 'settled', '[]')) as s (each)
  where v.state in ('submitted', 'accepted', 'returned');
