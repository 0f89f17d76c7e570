-- What a posting comes to without VAT, how that is known, and the rate that was taken out (net-amount.ts). Null and `unknown` where nothing tells it: such a
-- posting is in no sum, and what the ledger says of it is told apart.
alter table spend.posting add column net_amount numeric, add column net_basis text, add column vat_rate numeric;

-- Postings that are here already: the same rules, of what was kept of their rows. A row's own rate was not read before.
with account as (
  select a ->> 'system' as system, a ->> 'code' as code, a ->> 'kind' as kind from jsonb_array_elements('{{accounts}}'::jsonb) as each (a)
), rate as (
  select r ->> 'kind' as kind, (r ->> 'from')::date as from_on, (r ->> 'rate')::numeric as rate,
    coalesce(lead((r ->> 'from')::date) over (partition by r ->> 'kind' order by r ->> 'from'), 'infinity') as until_on
  from jsonb_array_elements('{{rates}}'::jsonb) as each (r)
), told as (
  select p.cooperative_id, p.batch_id, p.line_no, p.amount, p.vat_status, p.vat_amount, r.rate,
    p.vat_amount is not null and abs(p.vat_amount) <= least(abs(p.amount) * 0.2 + 1, abs(p.amount)) as vat_on_row
  from spend.posting p
  left join account a on a.system = p.account_system and a.code = p.account_code
  left join rate r on r.kind = a.kind and coalesce(p.invoiced_on, p.voucher_date, to_date(p.period, 'YYYY-MM'), current_date) >= r.from_on
    and coalesce(p.invoiced_on, p.voucher_date, to_date(p.period, 'YYYY-MM'), current_date) < r.until_on
)
update spend.posting p set
  net_amount = case when t.vat_status = 'net' then t.amount when t.vat_status = 'unknown' then null
    when t.vat_on_row then t.amount - sign(t.amount) * abs(t.vat_amount) when t.rate is not null then round(t.amount / (1 + t.rate), 2) end,
  net_basis = case when t.vat_status = 'net' then 'as-stated' when t.vat_status = 'unknown' then 'unknown' when t.vat_on_row then 'vat-on-row' when t.rate is not null then 'rate-of-account' else 'unknown' end,
  vat_rate = case when t.vat_status = 'gross' and not coalesce(t.vat_on_row, false) then t.rate end
from told t where t.cooperative_id = p.cooperative_id and t.batch_id = p.batch_id and t.line_no = p.line_no;

alter table spend.posting alter column net_basis set not null,
  add check (net_basis in ('as-stated', 'vat-on-row', 'rate-on-row', 'rate-of-account', 'unknown')),
  add check ((net_amount is null) = (net_basis = 'unknown'));
select platform.loadable('spend.posting', array['net_amount', 'net_basis', 'vat_rate']);

-- What a posting comes to without VAT once it is tied to an invoice. What its own row says of VAT holds; where only the account or nothing tells it, the invoice
-- does: postings that make its sum without VAT are without, and those that make its sum with VAT share what it is without.
create function spend.tied_net(basis text, net_basis text, net_amount numeric, amount numeric, invoice_net numeric, invoice_gross numeric) returns numeric language sql immutable parallel safe as $$
  select case when net_basis not in ('unknown', 'rate-of-account') then net_amount
    when basis = 'net' then amount
    when basis = 'gross' and invoice_gross <> 0 then round(amount * invoice_net / invoice_gross, 2)
    else net_amount end
$$;
create function spend.tied_net_basis(basis text, net_basis text) returns text language sql immutable parallel safe as $$
  select case when net_basis in ('unknown', 'rate-of-account') and basis in ('net', 'gross') then 'on-invoice' else net_basis end
$$;
alter table spend.tied_posting add column net_amount numeric, add column net_basis text;
update spend.tied_posting t set net_amount = spend.tied_net(e.basis, p.net_basis, p.net_amount, p.amount, i.net_amount, i.gross_amount), net_basis = spend.tied_net_basis(e.basis, p.net_basis)
from spend.posting p, spend.tie e, spend.invoice i
where p.cooperative_id = t.cooperative_id and p.batch_id = t.batch_id and p.line_no = t.line_no
  and e.cooperative_id = t.cooperative_id and e.invoice_batch_id = t.invoice_batch_id and e.invoice_no = t.invoice_no
  and i.cooperative_id = t.cooperative_id and i.batch_id = t.invoice_batch_id and i.invoice_no = t.invoice_no;
alter table spend.tied_posting alter column net_basis set not null;

-- Sums of a batch without VAT, and what stands outside of them because its VAT is not known. `totals` is what the file says.
alter table spend.batch add column net_totals jsonb not null default '{}', add column unknown_totals jsonb not null default '{}';
with told as (
  select p.cooperative_id, p.batch_id, p.currency, sum(case when t.batch_id is null then p.net_amount else t.net_amount end) as net,
    sum(p.amount) filter (where case when t.batch_id is null then p.net_amount else t.net_amount end is null) as unknown
  from spend.posting p
  join spend.batch b on b.cooperative_id = p.cooperative_id and b.id = p.batch_id
  left join spend.tied_posting t on t.cooperative_id = p.cooperative_id and t.batch_id = p.batch_id and t.line_no = p.line_no
  where not p.repeated or b.reversed_by is not null -- the lines of a batch that was taken back count no more, and its sums are what they were
  group by p.cooperative_id, p.batch_id, p.currency
), summed as (
  select cooperative_id, batch_id, jsonb_object_agg(currency, net::text) filter (where net is not null) as net, jsonb_object_agg(currency, unknown::text) filter (where unknown is not null) as unknown from told group by cooperative_id, batch_id
)
update spend.batch b set net_totals = coalesce(s.net, '{}'), unknown_totals = coalesce(s.unknown, '{}') from summed s where s.cooperative_id = b.cooperative_id and s.batch_id = b.id;
update spend.batch b set net_totals = b.totals where b.kind = 'invoices' and b.reverses is null;
update spend.batch b set
  net_totals = coalesce((select jsonb_object_agg(t.key, (-(t.value::numeric))::text) from jsonb_each_text(r.net_totals) t), '{}'),
  unknown_totals = coalesce((select jsonb_object_agg(t.key, (-(t.value::numeric))::text) from jsonb_each_text(r.unknown_totals) t), '{}')
from spend.batch r where r.cooperative_id = b.cooperative_id and r.id = b.reverses;
