-- Current links. `evidence`: evidence of the link; without further evidence, the report's invoice number.
create view matching.door_link with (security_invoker) as
  select l.cooperative_id, l.version_id, l.report_line_no, l.batch_id, l.spend_line_no, l.supplier_id, l.buyer_id, l.step, l.amount,
    coalesce(l.evidence, case when l.plain then jsonb_strip_nulls(jsonb_build_object('invoice', l.report_invoice_number)) end,
      (select jsonb_strip_nulls(jsonb_build_object('invoice', r.invoice_number)) from matching.standalone_report_line r where r.cooperative_id = l.cooperative_id and r.version_id = l.version_id and r.line_no = l.report_line_no), '{}') as evidence,
    l.opened_by_run, l.score
  from matching.link l
  where l.closed_by_run is null;

-- Each reported line with its state after the last run: matched, not booked, or ledger not loaded. `cause`: why it is unmatched;
-- `also`: further facts; `why`: the basis of its lot. A line added after the run is not booked.
create view matching.door_report_state with (security_invoker) as
  select r.*, coalesce(m.state, p.state, 'reported-not-booked') as state, m.cause, coalesce(m.also, p.also, '{}') as also, coalesce(m.linked, p.linked, 0) as linked, coalesce(m.why, p.why) as why, coalesce(m.lot_id, p.lot_id) as said_lot_id, coalesce(m.month, p.month) as month
  from reporting.door_report_line r
  left join matching.standalone_report_line m on m.cooperative_id = r.cooperative_id and m.version_id = r.version_id and m.line_no = r.line_no
  left join matching.inline_report_line p on p.cooperative_id = r.cooperative_id and p.version_id = r.version_id and p.line_no = r.line_no;

-- Each spend line with its state after the last run: matched, not reported by an agreement supplier, or bought outside the agreements.
create view matching.door_spend_state with (security_invoker) as
  select s.*, coalesce(m.state, p.state, case when s.supplier_id is null then 'outside-agreements' else 'booked-not-reported' end) as state, m.cause, coalesce(m.also, p.also, '{}') as also,
    coalesce(m.linked, p.linked, 0) as linked, coalesce(m.why, p.why) as why, coalesce(m.agreement_id, p.agreement_id) as agreement_id, coalesce(m.lot_id, p.lot_id) as lot_id, coalesce(m.month, p.month) as month
  from spend.door_spend_line s
  left join matching.standalone_spend_line m on m.cooperative_id = s.cooperative_id and m.batch_id = s.batch_id and m.line_no = s.line_no
  left join matching.inline_spend_line p on p.cooperative_id = s.cooperative_id and p.batch_id = s.batch_id and p.line_no = s.line_no;

-- Cause of each standalone line after the last run: why it is unmatched, or differs from its links. Other lines have no cause.
create view matching.door_cause with (security_invoker) as
  select l.cooperative_id, 'reported' as side, l.version_id as document_id, l.line_no, l.cause from matching.standalone_report_line l where l.cause is not null
  union all
  select l.cooperative_id, 'booked', l.batch_id, l.line_no, l.cause from matching.standalone_spend_line l where l.cause is not null;

-- Sums of both sides by supplier, buyer, month, agreement, state and cause, after the last run.
create view matching.door_matching_total with (security_invoker) as
  select c.cooperative_id, c.side, c.supplier_id, c.buyer_id, c.month, c.agreement_id, c.state, c.cause, c.lines, c.amount, c.linked, c.outside
  from matching.matching_total c;

-- The runs: whether each lists its changes, and whether it read new ledger batches. Below: the changed lines of a run, and the reports
-- and batches it read.
create view matching.door_run with (security_invoker) as
  select r.cooperative_id, r.number, coalesce((r.read ->> 'lists')::boolean, false) as lists_changes, (r.read ->> 'batches')::int > 0 as read_batches from matching.run r;

create view matching.door_run_change with (security_invoker) as
  select c.cooperative_id, c.run_number, c.side, c.document_id, c.line_no from matching.run_change c;

create view matching.door_run_input with (security_invoker) as
  select s.cooperative_id, s.side, s.document_id, s.opened_by_run, s.closed_by_run from matching.run_input s;
