import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { NumberForm } from '../linking/number-forms.ts';
import { LEARNED_RULES, type RuleKind } from './list-rules.ts';

export interface RuleDecision {
  readonly supplierId: string;
  readonly kind: RuleKind;
  /** The form of numbers; null for days and amounts, which have one rule each. */
  readonly form: Pick<NumberForm, 'report' | 'booked'> | null;
  readonly inUse: boolean;
  readonly reason: string;
}

/**
 * SQL: stores the decision with the current rule, or with the rule in its last decision. Stores nothing if the rule was
 * never learned.
 */
const STORE_DECISION = `with ${LEARNED_RULES}
  insert into matching.rule_decision (id, supplier_id, kind, form, days, reach, scale, seen, examples, in_use, reason, decided_by, decided_at)
  select $4, r.supplier_id, r.kind, r.form, r.days, r.reach, r.scale, r.seen, r.examples, $5, $6, platform.person(), $7
  from (select 1 as place, supplier_id, kind, form, days, reach, scale, seen, examples from learned union all select 2, supplier_id, kind, form, days, reach, scale, seen, examples from newest) r
  where r.supplier_id = $1 and r.kind = $2 and r.form is not distinct from $3::jsonb order by r.place limit 1
  returning id`;

/** Turns a learned rule off or on. The next match run is full. */
@Injectable()
export class DecideRule {
  constructor(
    private readonly database: Database,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the decision.
   * @throws Problem 'not-found' (404) for a rule that was never learned
   */
  async run({ supplierId, kind, form, inUse, reason }: RuleDecision): Promise<{ id: string }> {
    const id = uuidv7(this.clock.now());
    const stored = await this.database.one(STORE_DECISION, [
      supplierId,
      kind,
      form && JSON.stringify(form),
      id,
      inUse,
      reason,
      this.clock.now(),
    ]);
    if (!stored) throw notFound('learned-rule');
    await this.audit.record({
      act: inUse ? 'matching.rule-restored' : 'matching.rule-revoked',
      subject: { kind: 'rule', id },
      details: { kind },
    });
    await this.facts.publish({ name: 'matching.decided', subjectId: id, payload: {} });
    return { id };
  }
}
