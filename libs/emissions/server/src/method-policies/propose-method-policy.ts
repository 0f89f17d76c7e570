import { Injectable } from '@nestjs/common';
import { FourEyes } from '@tallgrunn/identity-server';
import { AuditLog, Clock, Database, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { MethodWithFigure } from '../calculation/methods.ts';

/** The methods of a category's official figure from a day, in order of priority. */
export interface NewMethodPolicy {
  readonly category: string;
  /** YYYY-MM-DD. */
  readonly fromOn: string;
  readonly methods: readonly MethodWithFigure[];
  readonly reason: string;
}

/**
 * Proposes which methods a category uses: whether accepted supplier declarations are used in the official figure or
 * shown alongside it. The policy takes effect when the assigned approver or their delegate approves.
 * @throws Problem 'method-policy-invalid' (422) if the category or the approver is unknown
 * @throws Problem 'second-approver-required' (409) if the approver is the current user
 */
@Injectable()
export class ProposeMethodPolicy {
  constructor(
    private readonly database: Database,
    private readonly fourEyes: FourEyes,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run({ category, fromOn, methods, reason }: NewMethodPolicy, approverId: string): Promise<{ id: string }> {
    await this.#fits(category, approverId);
    await this.#changes(category, fromOn, methods);
    const id = uuidv7(this.clock.now());
    await this.database.query(
      `insert into emissions.method_policy_proposal (id, category_code, valid_from, methods, reason, state, assigned_approver_id, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, 'proposed', $6, platform.person(), $7)`,
      [id, category, fromOn, methods, reason, approverId, this.clock.now()],
    );
    await this.audit.record({
      act: 'method-policy.proposed',
      subject: { kind: 'method-policy-proposal', id },
      details: { category, fromOn, methods },
    });
    return { id };
  }

  async #fits(category: string, approverId: string): Promise<void> {
    const existing = await this.database.one('select from catalogue.door_category where code = $1', [category]);
    const approver = await this.database.one<{ self: boolean }>(
      `select m.person_id = platform.person() as self from identity.door_membership m
       join identity.door_organisation o on o.id = m.organisation_id and o.kind = 'cooperative'
       where m.person_id = $1 and m.ended_at is null and (m.ends_at is null or m.ends_at > $2) and m.role in ('contract-manager', 'administrator') limit 1`,
      [approverId, this.clock.now()],
    );
    const issues = [
      ...(existing ? [] : [{ code: 'category-unknown', path: 'category', params: { found: category } }]),
      ...(approver ? [] : [{ code: 'approver-unknown', path: 'approverId', params: {} }]),
    ];
    if (issues.length > 0) throw new Problem(422, 'method-policy-invalid', {}, issues);
    if (approver?.self) throw new Problem(409, 'second-approver-required');
    await this.fourEyes.requireIndependent('method-policy', [this.database.actor().personId], approverId);
  }

  /**
   * Rejects a proposal that equals the policy in force or one that is pending. Confirming the default methods is
   * allowed, because a decided policy differs from having none.
   * @throws Problem 'method-policy-already-proposed' | 'method-policy-already-in-force' (409)
   */
  async #changes(category: string, fromOn: string, methods: readonly MethodWithFigure[]): Promise<void> {
    const pending = await this.database.one(
      `select from emissions.method_policy_proposal where category_code = $1 and valid_from = $2 and methods = $3 and state = 'proposed'`,
      [category, fromOn, methods],
    );
    if (pending) throw new Problem(409, 'method-policy-already-proposed');
    const current = await this.database.one<{ methods: readonly string[] }>(
      'select methods from emissions.method_policy where category_code = $1 and valid_from <= $2 order by valid_from desc, id desc limit 1',
      [category, fromOn],
    );
    if (current?.methods.join() === methods.join()) throw new Problem(409, 'method-policy-already-in-force');
  }
}
