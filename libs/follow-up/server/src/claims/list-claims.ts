import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { CLAIM_STATE, type ClaimState } from './claim-state.ts';
import type { ClaimDto, ClaimLineDto, ClaimSummaryDto, RecoveredYearDto } from './claim.dto.ts';

export interface ClaimFilter {
  readonly supplierId?: string;
  readonly agreementId?: string;
  readonly state?: ClaimState;
}

const CLAIMS_MAX = 500;
const LINES_PAGE = 200;

const SUMMARY = `
  select c.id, c.number, json_build_object('id', a.id, 'number', a.number, 'title', a.title) as agreement, json_build_object('id', o.id, 'name', o.name) as supplier, c.basis, ${CLAIM_STATE} as state,
    c.amount::text as amount, c.agreed_amount::text as "agreedAmount", c.currency, c.line_count as "lineCount", to_json(c.created_at) #>> '{}' as "createdAt", to_json(c.sent_at) #>> '{}' as "sentAt",
    to_json(c.closed_at) #>> '{}' as "closedAt",
    coalesce((select sum(k.amount) from follow_up.claim_credit k where k.cooperative_id = c.cooperative_id and k.claim_id = c.id and k.revoked_at is null), 0)::text as "creditedAmount",
    (select e.kind from follow_up.claim_event e where e.cooperative_id = c.cooperative_id and e.claim_id = c.id and e.kind in ('accepted-by-supplier', 'disputed-by-supplier') order by e.recorded_at desc, e.id desc limit 1) as response
  from follow_up.claim c
  join agreements.door_agreement a on a.cooperative_id = c.cooperative_id and a.id = c.agreement_id
  join identity.door_organisation o on o.cooperative_id = c.cooperative_id and o.id = c.supplier_id`;

/**
 * SQL: recovered amounts, excluding VAT. Includes confirmed credits, by the year of the credit, and amounts recorded as
 * paid in another way.
 */
const RECOVERED = `
  with recovered as (
    select to_char(coalesce(k.credited_on, (k.confirmed_at at time zone 'Europe/Oslo')::date), 'YYYY') as year, c.currency, c.id, k.amount
    from follow_up.claim_credit k join follow_up.claim c on c.cooperative_id = k.cooperative_id and c.id = k.claim_id
    where k.revoked_at is null
    union all
    select to_char(e.recorded_at at time zone 'Europe/Oslo', 'YYYY'), c.currency, c.id, e.amount
    from follow_up.claim_event e join follow_up.claim c on c.cooperative_id = e.cooperative_id and c.id = e.claim_id
    where e.kind = 'settled' and e.amount is not null and c.state = 'settled'
  ), sent as (
    select to_char(c.sent_at at time zone 'Europe/Oslo', 'YYYY') as year, c.currency, sum(c.amount) as amount, count(*)::int as claims
    from follow_up.claim c where c.sent_at is not null and c.state <> 'withdrawn' group by 1, 2
  ), summed as (
    select r.year, r.currency, sum(r.amount) as amount, count(distinct r.id)::int as claims from recovered r group by 1, 2
  )
  select coalesce(s.year, r.year) as year, coalesce(s.currency, r.currency) as currency, coalesce(s.claims, 0) as "sentClaimCount", coalesce(s.amount, 0)::text as "claimedAmount",
    coalesce(r.claims, 0) as "recoveredClaimCount", coalesce(r.amount, 0)::text as "recoveredAmount"
  from sent s full join summed r on r.year = s.year and r.currency = s.currency
  order by 1 desc, 2`;

/** Lists claims, their lines and recovered amounts. A supplier sees claims that were sent to it. */
@Injectable()
export class ListClaims {
  constructor(private readonly database: Database) {}

  list({ supplierId, agreementId, state }: ClaimFilter): Promise<ClaimSummaryDto[]> {
    return this.database.query<ClaimSummaryDto>(
      `select * from (${SUMMARY}) s
       where ($1::text is null or s.supplier ->> 'id' = $1) and ($2::text is null or s.agreement ->> 'id' = $2) and ($3::text is null or s.state = $3)
       order by s."createdAt" desc, s.id desc limit ${CLAIMS_MAX}`,
      [supplierId ?? null, agreementId ?? null, state ?? null],
    );
  }

  async one(id: string): Promise<ClaimDto> {
    const claim = await this.database.one<ClaimDto>(
      `select s.*, c.outcome_reason as "outcomeReason", p.name as "createdBy", q.name as "sentBy",
         json_build_object('language', c.letter_language, 'subject', c.letter_subject, 'text', c.letter_text) as letter,
         coalesce((
           select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'amount', e.amount::text, 'text', e.text, 'by', n.name, 'at', e.recorded_at) order by e.recorded_at, e.id)
           from follow_up.claim_event e left join identity.door_person n on n.cooperative_id = e.cooperative_id and n.id = e.recorded_by where e.cooperative_id = c.cooperative_id and e.claim_id = c.id
         ), '[]') as events,
         coalesce((
           select json_agg(json_build_object('id', k.id, 'basis', k.basis, 'documentName', k.document_name, 'itemNumber', k.item_number, 'itemName', k.item_name, 'invoiceNumber', k.invoice_number, 'creditedOn', k.credited_on,
             'amount', k.amount::text, 'confirmedAt', k.confirmed_at) order by k.confirmed_at, k.id)
           from follow_up.claim_credit k where k.cooperative_id = c.cooperative_id and k.claim_id = c.id and k.revoked_at is null
         ), '[]') as credits
       from (${SUMMARY}) s
       join follow_up.claim c on c.id = s.id
       left join identity.door_person p on p.cooperative_id = c.cooperative_id and p.id = c.created_by
       left join identity.door_person q on q.cooperative_id = c.cooperative_id and q.id = c.approved_by
       where s.id = $1`,
      [id],
    );
    if (!claim) throw notFound('claim');
    return claim;
  }

  async lines(id: string, after: number): Promise<{ items: ClaimLineDto[]; next: number | null }> {
    await this.one(id);
    const rows = await this.database.query<ClaimLineDto>(
      `${CLAIM_LINES} and l.line_no > $2 order by l.line_no limit ${LINES_PAGE + 1}`,
      [id, after],
    );
    const items = rows.slice(0, LINES_PAGE);
    return { items, next: rows.length > LINES_PAGE ? (items.at(-1)?.lineNo ?? null) : null };
  }

  streamLines(id: string): AsyncGenerator<ClaimLineDto[]> {
    return this.database.stream<ClaimLineDto>(`${CLAIM_LINES} order by l.line_no`, [id]);
  }

  recovered(): Promise<RecoveredYearDto[]> {
    return this.database.query<RecoveredYearDto>(RECOVERED);
  }
}

const CLAIM_LINES = `
  select l.line_no as "lineNo", l.document_name as "documentName", b.name as buyer, l.item_number as "itemNumber", l.item_name as "itemName", l.invoice_number as "invoiceNumber", l.charged_on::text as "chargedOn",
    trim_scale(l.quantity)::text as quantity, l.unit, trim_scale(l.price)::text as price, trim_scale(l.agreed_price)::text as "agreedPrice", l.agreed_from::text as "agreedFrom", l.amount::text as amount
  from follow_up.claim_line l left join identity.door_organisation b on b.cooperative_id = l.cooperative_id and b.id = l.buyer_id
  where l.claim_id = $1`;
