import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { DECISION_MAKER_COLUMNS, decisionMakerJoins } from '../decided-lines-sql.ts';
import type { NumberForm, NumberPair } from '../linking/number-forms.ts';

export const ruleKinds = ['number-form', 'day-shift', 'amount-scale'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** A learned difference between one supplier's reports and the ledger. */
export interface LearnedRule {
  readonly supplierId: string;
  readonly supplier: string | null;
  readonly kind: RuleKind;
  /** Notation of numbers on either side; null for other rules. */
  readonly form: Pick<NumberForm, 'report' | 'booked'> | null;
  /** Days from report line to booked line; null for other rules. */
  readonly days: number | null;
  /** Days before and after those where they differ from line to line; null where they do not, and for other rules. */
  readonly reach: number | null;
  /** Reported / booked amount, decimal text; null for other rules. */
  readonly scale: string | null;
  /** Number of pairs of numbers, lines, or items and invoices that confirm it. */
  readonly seen: number;
  /** Examples of pairs of numbers. */
  readonly examples: readonly NumberPair[];
  readonly inUse: boolean;
  /** The newest decision on the rule; null for none. */
  readonly said: RuleDecisionInfo | null;
}

export interface RuleDecisionInfo {
  readonly reason: string;
  readonly decidedAt: Date;
  readonly byYou: boolean;
  /** Name of the person; null where the user may not know it. */
  readonly decidedBy: string | null;
  readonly decidedFor: string | null;
  /** True if a match run has applied the decision. */
  readonly isGoneBy: boolean;
}

/** CTEs: the rules that the last full run learned, and the newest decision on each. */
export const LEARNED_RULES = `learned as (
  select f.supplier_id, 'number-form' as kind, f.form, null::int as days, null::int as reach, null::numeric as scale, f.seen, f.examples from matching.number_form f
  union all select s.supplier_id, 'day-shift', null, s.days, s.reach, null, s.seen, '[]'::jsonb from matching.day_shift s
  union all select s.supplier_id, 'amount-scale', null, null, null, s.scale, s.seen, '[]'::jsonb from matching.amount_scale s
), newest as (
  select distinct on (d.supplier_id, d.kind, d.form) d.* from matching.rule_decision d order by d.supplier_id, d.kind, d.form, d.id desc
)`;

const RULES_MAX = 1_000;

/**
 * SQL: rules in use and rules turned off. A rule that was just turned on is listed until the next run has relearned it.
 */
const RULES = `with ${LEARNED_RULES}, last as (
    select max(finished_at) as finished_at from matching.run
  ), told as (
    select l.*, n.id as decision_id, coalesce(n.in_use, true) as in_use from learned l left join newest n on n.supplier_id = l.supplier_id and n.kind = l.kind and n.form is not distinct from l.form
    union all
    select n.supplier_id, n.kind, n.form, n.days, n.reach, n.scale, n.seen, n.examples, n.id, n.in_use from newest n cross join last
    where not exists (select 1 from learned l where l.supplier_id = n.supplier_id and l.kind = n.kind and l.form is not distinct from n.form) and (not n.in_use or n.decided_at > last.finished_at)
  )
  select r.supplier_id as "supplierId", s.name as supplier, r.kind, r.form, r.days, r.reach, trim_scale(r.scale)::text as scale, r.seen, r.examples, r.in_use as "inUse",
    case when n.id is not null then jsonb_build_object('reason', n.reason, 'decidedAt', n.decided_at, 'byYou', n.decided_by is not distinct from platform.person(), 'decidedBy', n."decidedBy", 'decidedFor', n."decidedFor", 'isGoneBy', n.decided_at <= last.finished_at) end as said
  from told r cross join last
  left join identity.door_organisation s on s.id = r.supplier_id
  left join lateral (select x.*, ${DECISION_MAKER_COLUMNS} from newest x ${decisionMakerJoins('x')} where x.id = r.decision_id) n on true
  order by s.name, r.supplier_id, r.kind desc, r.seen desc, r.form::text limit ${RULES_MAX}`;

/** Lists the rules that match runs have learned about suppliers, with the decisions on them. */
@Injectable()
export class ListRules {
  constructor(private readonly database: Database) {}

  run(): Promise<LearnedRule[]> {
    return this.database.query<LearnedRule>(RULES);
  }
}
