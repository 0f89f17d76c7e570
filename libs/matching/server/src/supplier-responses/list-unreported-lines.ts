import { isNewestAnswer } from '../newest-answers.ts';
import { VAT_UNKNOWN } from '../loading/load-line-tables.ts';
import type { ObligationScope } from './obligation-scope.ts';

/**
 * Returns the parameters of `BOOKED_LINES`: $1 supplier, $2 agreement, $3 first day, $4 day after the last, $5 seller number
 * or null.
 */
export const scopeParams = ({
  supplierId,
  agreementId,
  start,
  end,
  sellerNumber,
}: ObligationScope): readonly unknown[] => [supplierId, agreementId, start, end, sellerNumber];

/**
 * CTEs: booked lines of one supplier in the days of an obligation under its agreement, after the last run, with the
 * supplier's responses. `open`: in no report. Remainders of invoices divided over several postings are excluded,
 * because nobody can respond to them.
 */
export const BOOKED_LINES = `
  booked as materialized (
    select d.* from spend.door_spend_line d where d.supplier_id = $1 and d.purchased_on >= $3::date and d.purchased_on < $4::date and ($5::text is null or d.seller_org_number = $5)
  ), said as materialized (
    select distinct on (s.line_key) s.* from matching.supplier_response s where s.supplier_id = $1 order by s.line_key, s.id desc
  ), line as materialized (
    select m.batch_id, m.line_no, m.line_key, m.buyer_id, m.month, m.cause, m.linked, m.amount, m.nature is distinct from '${VAT_UNKNOWN}' as counts, coalesce(m.invoice::text, m.line_key) as invoice_key,
      m.state = 'booked-not-reported' and m.cause is distinct from 'invoice-remainder' as open,
      d.invoice_number, d.invoice_line, d.invoiced_on, d.delivered_on, d.item_number, coalesce(d.item_name, d.text) as item_name, d.quantity, d.unit, d.unit_price,
      s.id as statement_id, s.kind, s.reason, s.said_at, s.said_by, a.statement_id is not null as accepted
    from matching.spend_line m
    join booked d on d.batch_id = m.batch_id and d.line_no = m.line_no
    left join said s on s.line_key = m.line_key and s.kind is not null
    left join (
      select x.statement_id from matching.line_resolution x where x.statement_id is not null and ${isNewestAnswer('x')}
    ) a on a.statement_id = s.id
    where m.supplier_id = $1 and m.agreement_id = $2 and m.buyer_id is not null
  )`;

/** SQL: a supplier response as JSON, from columns of `line` with this alias; null without one. */
export const supplierResponseJson = (
  line: string,
): string => `case when ${line}.kind is not null then jsonb_build_object('id', ${line}.statement_id, 'kind', ${line}.kind, 'reason', ${line}.reason, 'saidAt', ${line}.said_at,
  'saidBy', (select p.name from identity.door_person p where p.id = ${line}.said_by), 'accepted', ${line}.accepted) end`;
