import type { PriceBasis } from './charged-lines.ts';

/** Status of a deviation. accepted: its reason was accepted. claimed: in a claim that was not withdrawn or rejected. */
export const deviationStatuses = ['open', 'accepted', 'claimed'] as const;
export type DeviationStatus = (typeof deviationStatuses)[number];

export interface DeviationFilter {
  readonly agreementId?: string;
  readonly supplierId?: string;
  readonly basis?: PriceBasis;
  /** First and last month, for example 2026-03; both inclusive. */
  readonly from?: string;
  readonly to?: string;
}

/** Returns parameters $1 to $5 of the conditions below. */
export const filterParams = ({ agreementId, supplierId, basis, from, to }: DeviationFilter): readonly unknown[] => [
  agreementId ?? null,
  supplierId ?? null,
  basis ?? null,
  from ?? null,
  to ?? null,
];

/** SQL condition of a filter, for a table with basis, agreement, supplier and month. */
export const inFilter = (row: string): string =>
  `($1::uuid is null or ${row}.agreement_id = $1) and ($2::uuid is null or ${row}.supplier_id = $2) and ($3::text is null or ${row}.basis = $3)
   and ($4::text is null or ${row}.month >= $4) and ($5::text is null or ${row}.month <= $5)`;

/** SQL: deviations `d` with their status. The only definition of open, accepted and claimed. */
export const DEVIATIONS = `
  select d.*, a.id as accepted_id, a.reason as accepted_reason, k.claim_id, k.claim_number,
    case when k.claim_id is not null then 'claimed' when a.id is not null then 'accepted' else 'open' end as status
  from follow_up.price_deviation d
  left join follow_up.accepted_deviation a on a.cooperative_id = d.cooperative_id and a.basis = d.basis and a.agreement_id = d.agreement_id and a.supplier_id = d.supplier_id
    and a.line_key = d.line_key and a.revoked_at is null
  left join lateral (
    select c.id as claim_id, c.number as claim_number
    from follow_up.claim_line l join follow_up.claim c on c.cooperative_id = l.cooperative_id and c.id = l.claim_id
    where l.cooperative_id = d.cooperative_id and l.supplier_id = d.supplier_id and l.line_key = d.line_key and c.basis = d.basis and c.agreement_id = d.agreement_id
      and c.state not in ('withdrawn', 'rejected')
    limit 1
  ) k on true`;
