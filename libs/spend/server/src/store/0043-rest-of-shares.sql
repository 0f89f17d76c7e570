-- Postings that share what their invoices are without VAT were each rounded by themselves, so that an øre could be lost. The last one has the rest, as in keep-ties.ts.
with invoiced as (
  select e.cooperative_id, coalesce(e.collective_batch_id, e.invoice_batch_id) as invoice_batch_id, coalesce(e.collective_invoice_no, e.invoice_no) as invoice_no, sum(i.net_amount) as net, sum(i.gross_amount) as gross
  from spend.tie e join spend.invoice i on i.cooperative_id = e.cooperative_id and i.batch_id = e.invoice_batch_id and i.invoice_no = e.invoice_no
  where e.basis = 'gross'
  group by 1, 2, 3
), posted as (
  select t.cooperative_id, t.batch_id, t.line_no, t.invoice_batch_id, t.invoice_no, t.net_basis = 'on-invoice' as shares, p.amount, t.net_amount as was, v.net, v.gross,
    case when t.net_basis = 'on-invoice' then round(p.amount * v.net / v.gross, 2) end as share
  from spend.tied_posting t
  join invoiced v on v.cooperative_id = t.cooperative_id and v.invoice_batch_id = t.invoice_batch_id and v.invoice_no = t.invoice_no
  join spend.posting p on p.cooperative_id = t.cooperative_id and p.batch_id = t.batch_id and p.line_no = t.line_no
  where v.gross <> 0
), rest as (
  select cooperative_id, batch_id, line_no, shares, was,
    share + case when row_number() over sharing = 1 then net - round(coalesce(sum(amount) filter (where not shares) over tie, 0) * net / gross, 2) - sum(share) filter (where shares) over tie else 0 end as net_amount
  from posted
  window tie as (partition by cooperative_id, invoice_batch_id, invoice_no), sharing as (partition by cooperative_id, invoice_batch_id, invoice_no, shares order by batch_id desc, line_no desc)
), placed as (
  update spend.tied_posting t set net_amount = r.net_amount from rest r
  where r.shares and r.net_amount is distinct from r.was and t.cooperative_id = r.cooperative_id and t.batch_id = r.batch_id and t.line_no = r.line_no
), moved as (
  select r.cooperative_id, r.batch_id, p.currency, sum(r.net_amount - r.was) as amount
  from rest r join spend.posting p on p.cooperative_id = r.cooperative_id and p.batch_id = r.batch_id and p.line_no = r.line_no
  where r.shares and not p.repeated and r.net_amount is distinct from r.was
  group by 1, 2, 3
), sums as (
  select cooperative_id, batch_id, jsonb_object_agg(currency, amount) as amounts from moved group by 1, 2
)
update spend.batch b set net_totals = (
  select jsonb_object_agg(n.key, (n.value::numeric + coalesce((s.amounts ->> n.key)::numeric, 0))::text) from jsonb_each_text(b.net_totals) n)
from sums s where b.cooperative_id = s.cooperative_id and b.id = s.batch_id and b.reversed_by is null and b.net_totals <> '{}';
