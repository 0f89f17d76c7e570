create view matching.door_link with (security_invoker) as
  select l.cooperative_id, l.version_id, l.report_line_no, l.report_line_key, l.batch_id, l.spend_line_no, l.spend_line_key,
    l.supplier_id, l.buyer_id, l.step, l.amount, l.evidence, l.from_run
  from matching.link l
  where l.until_run is null;

-- Each reported line with what is known of it: in the books, not in them, or the books are not here yet.
create view matching.door_report_state with (security_invoker) as
  select r.*,
    case
      when exists (
        select 1 from matching.link l
        where l.cooperative_id = r.cooperative_id and l.version_id = r.version_id and l.report_line_no = r.line_no and l.until_run is null
      ) then 'matched'
      when not exists (
        select 1 from spend.door_coverage c
        where c.cooperative_id = r.cooperative_id and c.buyer_id = r.buyer_id
          and c.month between to_char(coalesce(r.invoiced_on, r.delivered_on, r.ordered_on), 'YYYY-MM')
          and to_char(coalesce(r.invoiced_on, r.delivered_on, r.ordered_on) + interval '2 months', 'YYYY-MM')
      ) then 'books-not-loaded'
      else 'reported-not-booked'
    end as state
  from reporting.door_line r;

-- Each spend line with what is known of it: reported, not reported by one of our suppliers, or bought outside the agreements.
create view matching.door_spend_state with (security_invoker) as
  select s.*,
    case
      when s.supplier_id is null then 'outside-agreements'
      when exists (
        select 1 from matching.link l
        where l.cooperative_id = s.cooperative_id and l.batch_id = s.batch_id and l.spend_line_no = s.line_no and l.until_run is null
      ) then 'matched'
      else 'booked-not-reported'
    end as state
  from spend.door_line s;
