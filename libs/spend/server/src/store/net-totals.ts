const NET = 'case when t.batch_id is null then p.net_amount else t.net_amount end';

const ofPostings = (
  amount: string,
  where: string,
): string => `coalesce((select jsonb_object_agg(s.currency, s.amount) from (
    select p.currency, sum(${amount})::text as amount from spend.posting p left join spend.tied_posting t on t.batch_id = p.batch_id and t.line_no = p.line_no
    where p.batch_id = b.id and not p.repeated and ${where} group by p.currency) s), '{}')`;

/**
 * SQL: calculates totals of batches excl. VAT, and totals of lines whose VAT is unknown. $1: batch ids. Invoice lines
 * are excl. VAT and determine the amount of the postings they are matched to. Totals of reversed batches do not change.
 */
export const NET_TOTALS = `
  update spend.batch b set
    net_totals = case b.kind when 'ledger' then ${ofPostings(NET, `${NET} is not null`)} else b.totals end,
    unknown_totals = case b.kind when 'ledger' then ${ofPostings('p.amount', `${NET} is null`)} else '{}' end
  where b.id = any ($1::uuid[]) and b.reverses is null and b.reversed_by is null`;

const turned = (totals: string): string =>
  `coalesce((select jsonb_object_agg(t.key, (-(t.value::numeric))::text) from jsonb_each_text(r.${totals}) t), '{}')`;

/** SQL: totals of a reversal batch = those of the reversed batch, negated. $1: its id. */
export const COUNTER_TOTALS = `
  update spend.batch b set net_totals = ${turned('net_totals')}, unknown_totals = ${turned('unknown_totals')}
  from spend.batch r where b.id = $1 and r.id = b.reverses`;
