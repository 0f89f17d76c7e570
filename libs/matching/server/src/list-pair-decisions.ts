import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { ONE_LINE, REQUESTED_LINES, DECISION_MAKER_COLUMNS, decisionMakerJoins } from './decided-lines-sql.ts';

/** A manual decision on two lines. The newest one on a pair is in force. */
export interface Decision {
  readonly id: string;
  readonly verdict: 'same' | 'not-same' | 'undecided';
  readonly reason: string;
  readonly decidedAt: Date;
  /** True if the current user decided. */
  readonly byYou: boolean;
  /** Name of the person; null where the user may not know it. */
  readonly decidedBy: string | null;
  /** The cooperative or municipality that the person decided for. */
  readonly decidedFor: string | null;
  /** True for the newest decision on its pair that is not pending second approval. */
  readonly holds: boolean;
  /** True while it is pending second approval because of its amount. */
  readonly waits: boolean;
  /** The two lines, where a current version or batch still contains them. */
  readonly reported: DecidedLine | null;
  readonly booked: DecidedLine | null;
  /** Set for a bulk decision pending second approval: number of pending pairs and their amount. */
  readonly together: { readonly lines: number; readonly amount: string } | null;
}

export interface DecidedLine {
  readonly documentId: string;
  readonly lineNo: number;
  readonly itemName: string | null;
  readonly amount: string;
}

export interface DecisionQuery {
  /** Filters on one line of either side; the newest decisions of all lines when omitted. */
  readonly documentId?: string;
  readonly lineNo?: number;
  /** Only decisions pending second approval. */
  readonly waiting?: boolean;
}

const DECISIONS_MAX = 100;

/**
 * Lists decisions, newest first. In the list of pending decisions, a bulk decision is represented by its largest pair.
 */
@Injectable()
export class ListPairDecisions {
  constructor(private readonly database: Database) {}

  run({ documentId, lineNo, waiting = false }: DecisionQuery): Promise<Decision[]> {
    return this.database.query<Decision>(
      `with ${ONE_LINE}, said as (
         select x.*, x.requires_second_approval and not exists (select 1 from matching.second_approval k where k.cooperative_id = x.cooperative_id and k.decision_id = x.id) as waits
         from matching.pair_decision x where $1::uuid is null or exists (select 1 from one o where o.line_key = case o.side when 'reported' then x.report_line_key else x.spend_line_key end)
       ), standing as (
         select s.*, not s.waits and s.id::text = max(case when not s.waits then s.id::text end) over (partition by s.report_line_key, s.spend_line_key) as holds,
           s.id::text < max(s.id::text) over (partition by s.report_line_key, s.spend_line_key) as followed from said s
       ), grouped as (
         select s.*, s.bulk_id is not null and s.waits and not s.followed as one_of,
           row_number() over w as nth, count(*) over w as lines, sum(abs(s.amount)) over w as kroner
         from standing s window w as (partition by s.bulk_id, s.waits and not s.followed order by abs(s.amount) desc, s.id rows between unbounded preceding and unbounded following)
       ), shown as materialized (
         select s.* from grouped s where not $3::boolean or (s.waits and not s.followed and (not s.one_of or s.nth = 1)) order by s.id desc limit ${DECISIONS_MAX}
       ), wanted as (
         select 'reported' as side, report_line_key as line_key from shown union all select 'booked', spend_line_key from shown
       ), ${REQUESTED_LINES}
       select d.id, d.verdict, d.reason, d.decided_at as "decidedAt", d.decided_by is not distinct from platform.person() as "byYou", ${DECISION_MAKER_COLUMNS}, d.holds, d.waits and not d.followed as waits,
         r.line as reported, s.line as booked,
         case when d.one_of and d.lines > 1 then jsonb_build_object('lines', d.lines, 'amount', d.kroner::text) end as together
       from shown d
       ${decisionMakerJoins('d')}
       left join lateral (
         select l.line from reported_line l where l.supplier_id = d.supplier_id and l.line_key = d.report_line_key
           and (l.buyer_id = d.buyer_id or l.buyer_id in (select h.buyer_id from agreements.door_buyer_type h where h.host_municipality_id = d.buyer_id)) order by l.version_id desc limit 1
       ) r on true
       left join booked_line s on s.supplier_id = d.supplier_id and s.buyer_id = d.buyer_id and s.line_key = d.spend_line_key
       order by d.id desc`,
      [documentId ?? null, lineNo ?? null, waiting],
    );
  }
}
