import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { DECISION_MAKER_COLUMNS, decisionMakerJoins } from '../decided-lines-sql.ts';
import { isNewestAnswer, isNewestDecision } from '../newest-answers.ts';

/** A bulk answer: decisions or answers on many lines at once. */
export interface StoredBulkAnswer {
  readonly id: string;
  /** Decision on pairs of lines; null for a cause. */
  readonly verdict: 'same' | 'not-same' | null;
  readonly cause: string | null;
  /** Null for lines of several suppliers. */
  readonly supplier: string | null;
  readonly reason: string;
  readonly decidedAt: Date;
  readonly byYou: boolean;
  readonly decidedBy: string | null;
  readonly decidedFor: string | null;
  readonly lineCount: number;
  /** NOK excl. VAT, without sign. */
  readonly amount: string;
  /** Number of lines without a newer decision. */
  readonly inForceCount: number;
  readonly waits: boolean;
}

const BULK_ANSWERS_MAX = 50;

/** Lists bulk answers, newest first, without those that only revoked others. */
@Injectable()
export class ListBulkAnswers {
  constructor(private readonly database: Database) {}

  run(): Promise<StoredBulkAnswer[]> {
    return this.database.query<StoredBulkAnswer>(
      `with said as (
         select d.cooperative_id, d.bulk_id, d.id, d.supplier_id, d.verdict, null::text as cause, d.reason, d.amount, d.requires_second_approval, d.decided_by, d.decided_at,
           ${isNewestDecision('d')} as in_force
         from matching.pair_decision d where d.bulk_id is not null and d.verdict <> 'undecided'
         union all
         select a.cooperative_id, a.bulk_id, a.id, a.supplier_id, null, a.cause, a.reason, abs(a.amount), a.requires_second_approval, a.decided_by, a.decided_at,
           ${isNewestAnswer('a')}
         from matching.line_resolution a where a.bulk_id is not null and a.cause is not null
       ), act as (
         select s.cooperative_id, s.bulk_id as id, min(s.verdict) as verdict, min(s.cause) as cause, case when count(distinct s.supplier_id) = 1 then any_value(s.supplier_id) end as supplier_id, min(s.reason) as reason,
           any_value(s.decided_by) as decided_by, min(s.decided_at) as decided_at, count(*)::int as lines, sum(s.amount) as amount, (count(*) filter (where s.in_force))::int as in_force,
           bool_or(s.in_force and s.requires_second_approval and not exists (select 1 from matching.second_approval k where k.decision_id = s.id)) as waits
         from said s group by s.cooperative_id, s.bulk_id order by s.bulk_id desc limit ${BULK_ANSWERS_MAX}
       )
       select x.id, x.verdict, x.cause, s.name as supplier, x.reason, x.decided_at as "decidedAt", x.decided_by is not distinct from platform.person() as "byYou", ${DECISION_MAKER_COLUMNS},
         x.lines as "lineCount", x.amount::text as amount, x.in_force as "inForceCount", x.waits
       from act x
       left join identity.door_organisation s on s.id = x.supplier_id
       ${decisionMakerJoins('x')}
       order by x.id desc`,
    );
  }
}
