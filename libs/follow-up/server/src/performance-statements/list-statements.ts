import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import type { Rating } from './rating-rules.ts';

export interface StatementFilter {
  /** This year when left out. */
  readonly year?: number;
  readonly agreementId?: string;
  readonly supplierId?: string;
}

export interface StatementRevision {
  readonly id: string;
  readonly number: string;
  readonly revision: number;
  readonly overallRating: Rating;
  readonly decidedAt: string;
}

export interface StatementSummary {
  readonly agreement: { readonly id: string; readonly number: string; readonly title: string };
  readonly supplier: { readonly id: string; readonly name: string };
  readonly year: number;
  readonly statement: StatementRevision | null;
  readonly commentCount: number;
}

const ROWS_MAX = 2000;

/** SQL: one decided statement `s` in a list. */
export const revisionJson = `jsonb_build_object('id', s.id, 'number', s.number, 'revision', s.revision, 'overallRating', s.overall_rating, 'decidedAt', to_char(s.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))`;

const LIST = `
  select jsonb_build_object('id', a.id, 'number', a.number, 'title', a.title) as agreement, jsonb_build_object('id', o.id, 'name', o.name) as supplier,
    $1::int as year, d.statement, coalesce(d.comment_count, 0) as "commentCount"
  from (
    select distinct s.cooperative_id, s.agreement_id, s.supplier_id from agreements.door_agreement_supplier s
    join agreements.door_agreement a on a.cooperative_id = s.cooperative_id and a.id = s.agreement_id
    where coalesce(s.valid_from, '-infinity') < make_date($1 + 1, 1, 1) and coalesce(s.valid_to, a.ends_on, 'infinity') >= make_date($1, 1, 1)
  ) p
  join agreements.door_agreement a on a.cooperative_id = p.cooperative_id and a.id = p.agreement_id
  join identity.door_organisation o on o.cooperative_id = p.cooperative_id and o.id = p.supplier_id
  left join lateral (
    select ${revisionJson} as statement,
      (select count(*)::int from follow_up.performance_statement_comment c where c.cooperative_id = s.cooperative_id and c.statement_id = s.id) as comment_count
    from follow_up.performance_statement s
    where s.cooperative_id = p.cooperative_id and s.agreement_id = p.agreement_id and s.supplier_id = p.supplier_id and s.year = $1
    order by s.revision desc limit 1
  ) d on true
  where ($2::uuid is null or p.agreement_id = $2) and ($3::uuid is null or p.supplier_id = $3) and (platform.side() <> 'supplier' or d.statement is not null)
  order by a.number, o.name, o.id limit ${ROWS_MAX}`;

/**
 * Lists the suppliers of each agreement in a year, with the newest statement about each. A supplier sees only those
 * about itself that are decided.
 */
@Injectable()
export class ListStatements {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run({ year, agreementId, supplierId }: StatementFilter): Promise<StatementSummary[]> {
    return this.database.query<StatementSummary & Record<string, unknown>>(LIST, [
      year ?? Number(osloDate(this.clock.now()).slice(0, 4)),
      agreementId ?? null,
      supplierId ?? null,
    ]);
  }
}
