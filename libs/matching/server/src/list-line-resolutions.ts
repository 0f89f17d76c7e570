import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { ONE_LINE, REQUESTED_LINES, DECISION_MAKER_COLUMNS, decisionMakerJoins } from './decided-lines-sql.ts';
import type { DecidedLine, DecisionQuery } from './list-pair-decisions.ts';
import type { Side } from './review-lines.ts';

/** A manual cause of an unmatched line, or its agreement. The newest one on a line is in force. */
export interface LineResolution {
  readonly id: string;
  readonly side: Side;
  /** Null where an earlier answer was revoked, or only an agreement was set. */
  readonly cause: string | null;
  /** The agreement that the line was assigned to. */
  readonly agreement: string | null;
  readonly reason: string;
  readonly amount: string;
  readonly decidedAt: Date;
  readonly byYou: boolean;
  readonly decidedBy: string | null;
  readonly decidedFor: string | null;
  readonly holds: boolean;
  readonly waits: boolean;
  /** True for an accepted supplier response. */
  readonly fromSupplier: boolean;
  readonly line: DecidedLine | null;
  /** Set for a bulk answer pending second approval: number of pending lines and their amount. */
  readonly together: { readonly lines: number; readonly amount: string } | null;
}

export interface LineResolutionQuery extends DecisionQuery {
  /** Only answers pending second approval. */
  readonly waiting?: boolean;
}

const RESOLUTIONS_MAX = 100;

/**
 * Lists manual answers, newest first. In the list of pending answers, a bulk answer is represented by its largest line.
 */
@Injectable()
export class ListLineResolutions {
  constructor(private readonly database: Database) {}

  run({ documentId, lineNo, waiting = false }: LineResolutionQuery): Promise<LineResolution[]> {
    return this.database.query<LineResolution>(
      `with ${ONE_LINE}, said as (
         select x.*, x.requires_second_approval and not exists (select 1 from matching.second_approval k where k.cooperative_id = x.cooperative_id and k.decision_id = x.id) as waits
         from matching.line_resolution x where $1::uuid is null or exists (select 1 from one o where o.side = x.side and o.line_key = x.line_key)
       ), standing as (
         select s.*, not s.waits and s.id::text = max(case when not s.waits then s.id::text end) over (partition by s.side, s.line_key) as holds,
           s.id::text < max(s.id::text) over (partition by s.side, s.line_key) as followed from said s
       ), grouped as (
         select s.*, s.bulk_id is not null and s.waits and not s.followed as one_of,
           row_number() over w as nth, count(*) over w as lines, sum(abs(s.amount)) over w as kroner
         from standing s window w as (partition by s.bulk_id, s.waits and not s.followed order by abs(s.amount) desc, s.id rows between unbounded preceding and unbounded following)
       ), shown as materialized (
         select s.* from grouped s where not $3::boolean or (s.waits and not s.followed and (not s.one_of or s.nth = 1)) order by s.id desc limit ${RESOLUTIONS_MAX}
       ), wanted as (
         select side, line_key from shown
       ), ${REQUESTED_LINES}
       select a.id, a.side, a.cause, g.number || ' ' || g.title as agreement, a.reason, a.amount::text as amount, a.decided_at as "decidedAt", a.decided_by is not distinct from platform.person() as "byYou",
         ${DECISION_MAKER_COLUMNS}, a.holds, a.waits and not a.followed as waits, a.statement_id is not null as "fromSupplier", coalesce(r.line, b.line) as line,
         case when a.one_of and a.lines > 1 then jsonb_build_object('lines', a.lines, 'amount', a.kroner::text) end as together
       from shown a
       left join agreements.door_agreement g on g.id = a.agreement_id
       ${decisionMakerJoins('a')}
       left join reported_line r on a.side = 'reported' and r.supplier_id = a.supplier_id and r.buyer_id = a.buyer_id and r.line_key = a.line_key
       left join booked_line b on a.side = 'booked' and b.supplier_id is not distinct from a.supplier_id and b.buyer_id = a.buyer_id and b.line_key = a.line_key
       order by a.id desc`,
      [documentId ?? null, lineNo ?? null, waiting],
    );
  }
}
