import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** What a person once said about two lines. The newest on a pair holds. */
export interface Decision {
  readonly id: string;
  readonly verdict: 'same' | 'not-same' | 'undecided';
  readonly reason: string;
  readonly decidedAt: Date;
  /** Whether it was the person who asks. */
  readonly byYou: boolean;
  readonly holds: boolean;
  /** The two lines, where a current version or batch still has them. */
  readonly reported: DecidedLine | null;
  readonly booked: DecidedLine | null;
}

export interface DecidedLine {
  readonly documentId: string;
  readonly lineNo: number;
  readonly itemName: string | null;
  readonly amount: string;
}

export interface DecisionQuery {
  /** The decisions on one line of either side; without it, the newest of all. */
  readonly documentId?: string;
  readonly lineNo?: number;
}

const DECISIONS_MAX = 100;

/** Decisions, the newest first. */
@Injectable()
export class ListDecisions {
  constructor(private readonly database: Database) {}

  run({ documentId, lineNo }: DecisionQuery): Promise<Decision[]> {
    return this.database.query<Decision>(
      `select * from (
         select d.id, d.verdict, d.reason, d.decided_at as "decidedAt", d.decided_by is not distinct from platform.person() as "byYou",
           d.id = last_value(d.id) over (partition by d.report_line_key, d.spend_line_key order by d.id rows between unbounded preceding and unbounded following) as holds,
           r.line as reported, s.line as booked
         from matching.decision d
         left join lateral (
           select jsonb_build_object('documentId', l.version_id, 'lineNo', l.line_no, 'itemName', l.item_name, 'amount', l.amount::text) as line
           from reporting.door_line l where l.supplier_id = d.supplier_id and l.buyer_id = d.buyer_id and l.line_key = d.report_line_key order by l.version_id desc limit 1
         ) r on true
         left join lateral (
           select jsonb_build_object('documentId', l.batch_id, 'lineNo', l.line_no, 'itemName', coalesce(l.item_name, l.text), 'amount', l.amount::text) as line
           from spend.door_line l where l.supplier_id = d.supplier_id and l.buyer_id = d.buyer_id and l.line_key = d.spend_line_key order by l.batch_id desc limit 1
         ) s on true
       ) decided
       where $1::uuid is null
         or (reported ->> 'documentId' = $1::text and (reported ->> 'lineNo')::int = $2) or (booked ->> 'documentId' = $1::text and (booked ->> 'lineNo')::int = $2)
       order by id desc limit ${DECISIONS_MAX}`,
      [documentId ?? null, lineNo ?? null],
    );
  }
}
