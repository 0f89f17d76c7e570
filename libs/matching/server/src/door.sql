-- `evidence`: what the link saw. Where it is the two lines alone, that is the invoice that the report names.
create view matching.door_link with (security_invoker) as
  select l.cooperative_id, l.version_id, l.report_line_no, l.batch_id, l.spend_line_no, l.supplier_id, l.buyer_id, l.step, l.amount,
    coalesce(l.evidence, case when l.plain then jsonb_strip_nulls(jsonb_build_object('invoice', l.report_invoice_number)) end,
      (select jsonb_strip_nulls(jsonb_build_object('invoice', r.invoice_number)) from matching.report_line_apart r where r.cooperative_id = l.cooperative_id and r.version_id = l.version_id and r.line_no = l.report_line_no), '{}') as evidence,
    l.from_run, l.score
  from matching.link l
  where l.until_run is null;

-- Each reported line with what the last run said of it: in the books, not in them, or the books are not here yet. `cause`: why it is tied to
-- nothing; `also`: what else is true of it; `why`: what says which lot it belongs to. A line that came after the run is not in the books yet.
create view matching.door_report_state with (security_invoker) as
  select r.*, coalesce(m.state, p.state, 'reported-not-booked') as state, m.cause, coalesce(m.also, p.also, '{}') as also, coalesce(m.linked, p.linked, 0) as linked, coalesce(m.why, p.why) as why, coalesce(m.lot_id, p.lot_id) as said_lot_id, coalesce(m.month, p.month) as month
  from reporting.door_line r
  left join matching.report_line_apart m on m.cooperative_id = r.cooperative_id and m.version_id = r.version_id and m.line_no = r.line_no
  left join matching.report_line_plain p on p.cooperative_id = r.cooperative_id and p.version_id = r.version_id and p.line_no = r.line_no;

-- Each spend line with what the last run said of it: reported, not reported by one of our suppliers, or bought outside the agreements.
create view matching.door_spend_state with (security_invoker) as
  select s.*, coalesce(m.state, p.state, case when s.supplier_id is null then 'outside-agreements' else 'booked-not-reported' end) as state, m.cause, coalesce(m.also, p.also, '{}') as also,
    coalesce(m.linked, p.linked, 0) as linked, coalesce(m.why, p.why) as why, coalesce(m.agreement_id, p.agreement_id) as agreement_id, coalesce(m.lot_id, p.lot_id) as lot_id, coalesce(m.month, p.month) as month
  from spend.door_line s
  left join matching.spend_line_apart m on m.cooperative_id = s.cooperative_id and m.batch_id = s.batch_id and m.line_no = s.line_no
  left join matching.spend_line_plain p on p.cooperative_id = s.cooperative_id and p.batch_id = s.batch_id and p.line_no = s.line_no;

-- Why a line of either side is tied to nothing, or what is said beside its ties, as the last run left it: of lines that stand apart; the others have no cause.
create view matching.door_cause with (security_invoker) as
  select l.cooperative_id, 'reported' as side, l.version_id as document_id, l.line_no, l.cause from matching.report_line_apart l where l.cause is not null
  union all
  select l.cooperative_id, 'booked', l.batch_id, l.line_no, l.cause from matching.spend_line_apart l where l.cause is not null;

-- Sums of both sides by supplier, buyer, month, agreement, state and cause, as the last run left them.
create view matching.door_cell with (security_invoker) as
  select c.cooperative_id, c.side, c.supplier_id, c.buyer_id, c.month, c.agreement_id, c.state, c.cause, c.lines, c.amount, c.linked, c.outside
  from matching.cell c;

-- The runs; whether each lists what it changed, and whether it read books that had come or went. And which reports and batches a run found new or gone.
create view matching.door_run with (security_invoker) as
  select r.cooperative_id, r.number, coalesce((r.read ->> 'lists')::boolean, false) as lists_changes, (r.read ->> 'batches')::int > 0 as read_batches from matching.run r;

create view matching.door_run_change with (security_invoker) as
  select c.cooperative_id, c.run_number, c.side, c.document_id, c.line_no from matching.run_change c;

create view matching.door_source with (security_invoker) as
  select s.cooperative_id, s.side, s.document_id, s.from_run, s.until_run from matching.source s;
