const NET = 'case when t.batch_id is null then p.net_amount else t.net_amount end';

const postingTotalsSql = (
  amount: string,
  where: string,
): string => `coalesce((select jsonb_object_agg(s.currency, s.amount) from (
    select p.currency, sum(${amount})::text as amount from spend.posting p left join spend.matched_posting t on t.batch_id = p.batch_id and t.line_no = p.line_no
    where p.batch_id = b.id and not p.repeated and ${where} group by p.currency) s), '{}')`;

/**
 * SQL: calculates totals of batches excl. VAT, and totals of lines whose VAT is unknown. $1: batch ids. Invoice lines
 * are excl. VAT and determine the amount of the postings they are matched to. Totals of reversed batches do not change.
 */
export const NET_TOTALS_SQL = `
  update spend.batch b set
    net_totals = case b.kind when 'ledger' then ${postingTotalsSql(NET, `${NET} is not null`)} else b.totals end,
    unknown_totals = case b.kind when 'ledger' then ${postingTotalsSql('p.amount', `${NET} is null`)} else '{}' end
  where b.id = any ($1::uuid[]) and b.reverses is null and b.reversed_by_batch_id is null`;

const negatedTotalsSql = (totals: string): string =>
  `coalesce((select jsonb_object_agg(t.key, (-(t.value::numeric))::text) from jsonb_each_text(r.${totals}) t), '{}')`;

/** SQL: totals of a reversal batch = those of the reversed batch, negated. $1: its id. */
export const REVERSAL_TOTALS_SQL = `
  update spend.batch b set net_totals = ${negatedTotalsSql('net_totals')}, unknown_totals = ${negatedTotalsSql('unknown_totals')}
  from spend.batch r where b.id = $1 and r.id = b.reverses`;
