import { isNewestAnswer } from '../newest-answers.ts';
import { VAT_UNKNOWN } from '../reading/line-tables.ts';
import type { DutyScope } from './duty-scope.ts';

/** What `BOOKED` is given: $1 supplier, $2 agreement, $3 first day, $4 the day after the last, $5 seller's number or null. */
export const scopeParams = ({ supplierId, agreementId, start, end, sellerNumber }: DutyScope): readonly unknown[] => [
  supplierId,
  agreementId,
  start,
  end,
  sellerNumber,
];

/**
 * Lines that buyers have booked of one supplier in the days of a duty, on its agreement, as the last run left them, with what the supplier has
 * said of each. `open`: no report tells of it. What is left over when an invoice is spread on several postings is nobody's to answer.
 */
export const BOOKED = `
  booked as materialized (
    select d.* from spend.door_line d where d.supplier_id = $1 and d.spent_on >= $3::date and d.spent_on < $4::date and ($5::text is null or d.seller_org_number = $5)
  ), said as materialized (
    select distinct on (s.line_key) s.* from matching.statement s where s.supplier_id = $1 order by s.line_key, s.id desc
  ), line as materialized (
    select m.batch_id, m.line_no, m.line_key, m.buyer_id, m.month, m.cause, m.linked, m.amount, m.nature is distinct from '${VAT_UNKNOWN}' as counts, coalesce(m.invoice::text, m.line_key) as invoice_key,
      m.state = 'booked-not-reported' and m.cause is distinct from 'invoice-remainder' as open,
      d.invoice_number, d.invoice_line, d.invoiced_on, d.delivered_on, d.item_number, coalesce(d.item_name, d.text) as item_name, d.quantity, d.unit, d.unit_price,
      s.id as statement_id, s.kind, s.reason, s.said_at, s.said_by, a.statement_id is not null as accepted
    from matching.spend_line m
    join booked d on d.batch_id = m.batch_id and d.line_no = m.line_no
    left join said s on s.line_key = m.line_key and s.kind is not null
    left join (
      select x.statement_id from matching.answer x where x.statement_id is not null and ${isNewestAnswer('x')}
    ) a on a.statement_id = s.id
    where m.supplier_id = $1 and m.agreement_id = $2 and m.buyer_id is not null
  )`;

/** A statement as JSON, of columns of `line` under this alias; null where nothing is said. */
export const statementOf = (
  line: string,
): string => `case when ${line}.kind is not null then jsonb_build_object('id', ${line}.statement_id, 'kind', ${line}.kind, 'reason', ${line}.reason, 'saidAt', ${line}.said_at,
  'saidBy', (select p.name from identity.door_person p where p.id = ${line}.said_by), 'accepted', ${line}.accepted) end`;
