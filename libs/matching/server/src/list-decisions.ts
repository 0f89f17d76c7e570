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
  /** What the person is called; null where the asker may not know. */
  readonly decidedBy: string | null;
  /** The cooperative or municipality the person decided for. */
  readonly decidedFor: string | null;
  /** The newest on its pair that no second person is waited for. */
  readonly holds: boolean;
  /** Much money: it holds once a second person has confirmed it. */
  readonly waits: boolean;
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
  /** Only those that wait for a second person. */
  readonly waiting?: boolean;
}

const DECISIONS_MAX = 100;

/** Decisions, the newest first. */
@Injectable()
export class ListDecisions {
  constructor(private readonly database: Database) {}

  run({ documentId, lineNo, waiting = false }: DecisionQuery): Promise<Decision[]> {
    return this.database.query<Decision>(
      `select id, verdict, reason, "decidedAt", "byYou", "decidedBy", "decidedFor", holds, waits and not followed as waits, reported, booked from (
         select d.id, d.verdict, d.reason, d.decided_at as "decidedAt", d.decided_by is not distinct from platform.person() as "byYou", p.name as "decidedBy", coalesce(o.name, c.name) as "decidedFor",
           not d.waits and d.id::text = max(case when not d.waits then d.id::text end) over (partition by d.report_line_key, d.spend_line_key) as holds, d.waits,
           d.id::text < max(d.id::text) over (partition by d.report_line_key, d.spend_line_key) as followed,
           r.line as reported, s.line as booked
         from (select x.*, x.needs_second and not exists (select 1 from matching.confirmation k where k.cooperative_id = x.cooperative_id and k.decision_id = x.id) as waits from matching.decision x) d
         left join identity.door_person p on p.cooperative_id = d.cooperative_id and p.id = d.decided_by
         left join lateral (
           select o.name from identity.door_membership m join identity.door_organisation o on o.cooperative_id = m.cooperative_id and o.id = m.organisation_id
           where m.cooperative_id = d.cooperative_id and m.person_id = d.decided_by order by m.ended_at nulls first limit 1
         ) o on true
         -- Who is neither oneself nor a colleague decided for the cooperative: no other municipality's decisions can be seen.
         left join identity.door_organisation c on c.cooperative_id = d.cooperative_id and c.kind = 'cooperative' and d.decided_by is not null
         left join lateral (
           select jsonb_build_object('documentId', l.version_id, 'lineNo', l.line_no, 'itemName', l.item_name, 'amount', l.amount::text) as line
           from reporting.door_line l where l.supplier_id = d.supplier_id and l.buyer_id = d.buyer_id and l.line_key = d.report_line_key order by l.version_id desc limit 1
         ) r on true
         left join lateral (
           select jsonb_build_object('documentId', l.batch_id, 'lineNo', l.line_no, 'itemName', coalesce(l.item_name, l.text), 'amount', l.amount::text) as line
           from spend.door_line l where l.supplier_id = d.supplier_id and l.buyer_id = d.buyer_id and l.line_key = d.spend_line_key order by l.batch_id desc limit 1
         ) s on true
       ) decided
       where (not $3::boolean or (waits and not followed)) and ($1::uuid is null
         or (reported ->> 'documentId' = $1::text and (reported ->> 'lineNo')::int = $2) or (booked ->> 'documentId' = $1::text and (booked ->> 'lineNo')::int = $2))
       order by id desc limit ${DECISIONS_MAX}`,
      [documentId ?? null, lineNo ?? null, waiting],
    );
  }
}
