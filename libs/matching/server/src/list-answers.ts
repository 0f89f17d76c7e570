import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { DecidedLine, DecisionQuery } from './list-decisions.ts';
import type { Side } from './review-lines.ts';

/** Why a person once said that a line is tied to nothing, or which agreement it belongs to. The newest on a line holds. */
export interface Answer {
  readonly id: string;
  readonly side: Side;
  /** Null where an earlier answer was taken back, or only an agreement was named. */
  readonly cause: string | null;
  /** The agreement it was said to belong to. */
  readonly agreement: string | null;
  readonly reason: string;
  readonly amount: string;
  readonly decidedAt: Date;
  readonly byYou: boolean;
  readonly decidedBy: string | null;
  readonly decidedFor: string | null;
  readonly holds: boolean;
  readonly waits: boolean;
  /** It was the supplier's own statement, taken as the answer. */
  readonly fromSupplier: boolean;
  readonly line: DecidedLine | null;
  /** Where it was given to several lines at once and they wait together: how many do, and the kroner they come to. */
  readonly together: { readonly lines: number; readonly amount: string } | null;
}

export interface AnswerQuery extends DecisionQuery {
  /** Only those that wait for a second person. */
  readonly waiting?: boolean;
}

const ANSWERS_MAX = 100;

/** Answers to lines, the newest first. Of those that were given at once and wait for a second person the list of what waits has the largest, for all. */
@Injectable()
export class ListAnswers {
  constructor(private readonly database: Database) {}

  run({ documentId, lineNo, waiting = false }: AnswerQuery): Promise<Answer[]> {
    return this.database.query<Answer>(
      `with one as (
         select 'reported' as side, l.line_key from reporting.door_line l where l.version_id = $1 and l.line_no = $2
         union all select 'booked', l.line_key from spend.door_line l where l.batch_id = $1 and l.line_no = $2
       ), said as (
         select x.*, x.needs_second and not exists (select 1 from matching.confirmation k where k.cooperative_id = x.cooperative_id and k.decision_id = x.id) as waits
         from matching.answer x where $1::uuid is null or exists (select 1 from one o where o.side = x.side and o.line_key = x.line_key)
       ), standing as (
         select s.*, not s.waits and s.id::text = max(case when not s.waits then s.id::text end) over (partition by s.side, s.line_key) as holds,
           s.id::text < max(s.id::text) over (partition by s.side, s.line_key) as followed from said s
       ), grouped as (
         select s.*, s.given_id is not null and s.waits and not s.followed as one_of,
           row_number() over w as nth, count(*) over w as lines, sum(abs(s.amount)) over w as kroner
         from standing s window w as (partition by s.given_id, s.waits and not s.followed order by abs(s.amount) desc, s.id rows between unbounded preceding and unbounded following)
       ), shown as (
         select s.* from grouped s where not $3::boolean or (s.waits and not s.followed and (not s.one_of or s.nth = 1)) order by s.id desc limit ${ANSWERS_MAX}
       )
       select a.id, a.side, a.cause, g.number || ' ' || g.title as agreement, a.reason, a.amount::text as amount, a.decided_at as "decidedAt", a.decided_by is not distinct from platform.person() as "byYou",
         p.name as "decidedBy", coalesce(o.name, c.name) as "decidedFor", a.holds, a.waits and not a.followed as waits, a.statement_id is not null as "fromSupplier", coalesce(r.line, b.line) as line,
         case when a.one_of and a.lines > 1 then jsonb_build_object('lines', a.lines, 'amount', a.kroner::text) end as together
       from shown a
       left join agreements.door_agreement g on g.id = a.agreement_id
       left join identity.door_person p on p.cooperative_id = a.cooperative_id and p.id = a.decided_by
       left join lateral (
         select o.name from identity.door_membership m join identity.door_organisation o on o.cooperative_id = m.cooperative_id and o.id = m.organisation_id
         where m.cooperative_id = a.cooperative_id and m.person_id = a.decided_by order by m.ended_at nulls first limit 1
       ) o on true
       left join identity.door_organisation c on c.cooperative_id = a.cooperative_id and c.kind = 'cooperative' and a.decided_by is not null
       left join lateral (
         select jsonb_build_object('documentId', l.version_id, 'lineNo', l.line_no, 'itemName', l.item_name, 'amount', l.amount::text) as line
         from reporting.door_line l where a.side = 'reported' and l.supplier_id = a.supplier_id and l.buyer_id = a.buyer_id and l.line_key = a.line_key order by l.version_id desc limit 1
       ) r on true
       left join lateral (
         select jsonb_build_object('documentId', l.batch_id, 'lineNo', l.line_no, 'itemName', coalesce(l.item_name, l.text), 'amount', l.amount::text) as line
         from spend.door_line l where a.side = 'booked' and l.supplier_id is not distinct from a.supplier_id and l.buyer_id = a.buyer_id and l.line_key = a.line_key order by l.batch_id desc limit 1
       ) b on true
       order by a.id desc`,
      [documentId ?? null, lineNo ?? null, waiting],
    );
  }
}
