import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import type { CaseKind, CaseOrigin, CaseOutcome, CaseStatus } from './case.ts';

export interface CaseFilter {
  readonly supplierId?: string;
  readonly agreementId?: string;
  readonly obligationId?: string;
  readonly versionId?: string;
  readonly kind?: CaseKind;
  /** `not-closed`: every status except closed. */
  readonly status?: CaseStatus | 'not-closed';
  readonly mine?: boolean;
  /** Only cases whose next date is today or has passed. */
  readonly due?: boolean;
}

export interface NamedPartyDto {
  readonly id: string;
  readonly name: string;
}

export interface CaseSummary {
  readonly id: string;
  readonly number: string;
  readonly kind: CaseKind;
  readonly title: string;
  readonly status: CaseStatus;
  readonly origin: CaseOrigin;
  readonly isShared: boolean;
  readonly supplier: NamedPartyDto;
  readonly buyer: NamedPartyDto | null;
  readonly agreement: { readonly id: string; readonly number: string; readonly title: string } | null;
  readonly owner: (NamedPartyDto & { readonly isMe: boolean }) | null;
  readonly nextOn: string | null;
  readonly isDue: boolean;
  readonly periods: readonly string[];
  readonly request: { readonly dueOn?: string; readonly lastDay?: string };
  readonly outcome: CaseOutcome | null;
  readonly openedAt: Date;
  readonly changedAt: Date;
  readonly closedAt: Date | null;
  /** Calendar days from opening until closing, or until now. */
  readonly days: number;
}

const CASES_MAX = 500;

/** SQL: columns of a case. $1: today in Oslo. */
export const caseColumns = `
  c.id, c.number, c.kind, c.title, c.status, c.origin, c.is_shared as "isShared", jsonb_build_object('id', s.id, 'name', s.name) as supplier,
  case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name) end as buyer,
  case when a.id is not null then jsonb_build_object('id', a.id, 'number', a.number, 'title', a.title) end as agreement,
  case when platform.side() = 'cooperative' and c.owner_id is not null then (
    select jsonb_build_object('id', p.id, 'name', p.name, 'isMe', p.id = platform.person()) from identity.door_person p where p.cooperative_id = c.cooperative_id and p.id = c.owner_id) end as owner,
  case when platform.side() in ('cooperative', 'system') then c.next_on end as "nextOn",
  c.closed_at is null and coalesce(c.next_on <= $1::date, false) as "isDue",
  coalesce((select jsonb_agg(distinct x.snapshot ->> 'periodKey') from follow_up.case_subject x where x.cooperative_id = c.cooperative_id and x.case_id = c.id and x.snapshot ? 'periodKey'), '[]') as periods,
  c.request, c.outcome, c.opened_at as "openedAt", c.changed_at as "changedAt", c.closed_at as "closedAt",
  greatest(0, (coalesce(c.closed_at at time zone 'Europe/Oslo', $1::date)::date - (c.opened_at at time zone 'Europe/Oslo')::date))::int as days`;

export const caseSource = `
  follow_up.supplier_case c
  join identity.door_organisation s on s.cooperative_id = c.cooperative_id and s.id = c.supplier_id
  left join identity.door_organisation b on b.cooperative_id = c.cooperative_id and b.id = c.buyer_id
  left join agreements.door_agreement a on a.cooperative_id = c.cooperative_id and a.id = c.agreement_id`;

/** Lists the cases that the actor may see: open ones first, by next date, then closed ones, last closed first. */
@Injectable()
export class ListCases {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run({
    supplierId,
    agreementId,
    obligationId,
    versionId,
    kind,
    status,
    mine,
    due,
  }: CaseFilter): Promise<CaseSummary[]> {
    return this.database.query<CaseSummary & Record<string, unknown>>(
      `select ${caseColumns} from ${caseSource}
       where ($2::uuid is null or c.supplier_id = $2) and ($3::uuid is null or c.agreement_id = $3)
         and ($4::uuid is null or exists (select from follow_up.case_subject x where x.cooperative_id = c.cooperative_id and x.case_id = c.id and x.obligation_id = $4))
         and ($5::uuid is null or exists (select from follow_up.case_subject x where x.cooperative_id = c.cooperative_id and x.case_id = c.id and x.version_id = $5))
         and ($6::text is null or c.kind = $6)
         and ($7::text is null or case when $7 = 'not-closed' then c.closed_at is null else c.status = $7 end)
         and (not $8::boolean or c.owner_id = platform.person())
         and (not $9::boolean or (c.closed_at is null and c.next_on <= $1::date))
       order by c.closed_at is not null, c.closed_at desc, c.next_on nulls last, c.id desc limit ${CASES_MAX}`,
      [
        osloDate(this.clock.now()),
        supplierId ?? null,
        agreementId ?? null,
        obligationId ?? null,
        versionId ?? null,
        kind ?? null,
        status ?? null,
        mine === true,
        due === true,
      ],
    );
  }
}
