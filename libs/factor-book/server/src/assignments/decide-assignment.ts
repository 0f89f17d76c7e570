import { Injectable } from '@nestjs/common';
import { FourEyes } from '@tallgrunn/identity-server';
import { AuditLog, Clock, Database, DomainEvents, Problem, notFound } from '@tallgrunn/platform';
import type { AssignmentKind } from './draft-assignment.ts';

interface Row {
  readonly kind: AssignmentKind;
  readonly target: string;
  readonly state: string;
  /** The current user created or proposed it. */
  readonly own: boolean;
  readonly asked: boolean;
  /** Ids of the persons who created and proposed it. */
  readonly authors: readonly (string | null)[];
}

const affectedTargets = ({ kind, target }: Row) => ({
  [{ product: 'products', category: 'categories', account: 'accounts' }[kind]]: [target],
});

/**
 * Moves a factor assignment through the states after draft: proposed, approved or rejected, withdrawn, ended.
 * It is proposed to a named colleague, who decides, or their delegate. The decision-maker may not have created or
 * proposed it, and neither may have invited the other. The creator or proposer can withdraw it before the decision.
 * Triggers on the table enforce the same rules.
 */
@Injectable()
export class DecideAssignment {
  constructor(
    private readonly database: Database,
    private readonly fourEyes: FourEyes,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Proposes a draft to a colleague of the cooperative.
   * @throws Problem 'factor-assignment-state-changed' (409) if it is not a draft
   * @throws Problem 'factor-assignment-invalid' (422) if the approver may not approve
   * @throws Problem 'second-approver-required' (409) if the approver is the current user
   */
  async propose(id: string, approverId: string): Promise<void> {
    const row = await this.#row(id);
    if (row.state !== 'draft') throw new Problem(409, 'factor-assignment-state-changed', { state: row.state });
    const approver = await this.database.one<{ self: boolean }>(
      `select m.person_id = platform.person() as self from identity.door_membership m
       join identity.door_organisation o on o.id = m.organisation_id and o.kind = 'cooperative'
       where m.person_id = $1 and m.ended_at is null and (m.ends_at is null or m.ends_at > $2) and m.role in ('contract-manager', 'administrator') limit 1`,
      [approverId, this.clock.now()],
    );
    if (!approver)
      throw new Problem(422, 'factor-assignment-invalid', {}, [{ code: 'approver-unknown', path: 'approverId' }]);
    if (approver.self) throw new Problem(409, 'second-approver-required');
    await this.fourEyes.requireIndependent(
      'factor-assignment',
      [...row.authors, this.database.actor().personId],
      approverId,
    );
    await this.database.query(
      `update factor_book.factor_assignment set state = 'proposed', assigned_approver_id = $2, proposed_by = platform.person(), proposed_at = $3 where id = $1`,
      [id, approverId, this.clock.now()],
    );
    await this.#record(id, 'factor-assignment.proposed');
  }

  /**
   * Approves or rejects a proposal. An approved assignment is in force from its first day. Publishes
   * `factor-book.choice-decided`, so that the affected lines are recalculated.
   * @throws Problem 'factor-assignment-state-changed' (409) if it is not proposed
   * @throws Problem 'second-approver-required' (409) if the current user created or proposed it
   * @throws Problem 'approval-not-assigned-to-you' (409) if the current user is neither the approver nor their delegate
   */
  async decide(id: string, verdict: 'approved' | 'rejected', note: string | null): Promise<void> {
    const row = await this.#row(id);
    if (row.state !== 'proposed') throw new Problem(409, 'factor-assignment-state-changed', { state: row.state });
    if (row.own) throw new Problem(409, 'second-approver-required');
    if (!row.asked) throw new Problem(409, 'approval-not-assigned-to-you');
    await this.fourEyes.requireIndependent('factor-assignment', row.authors);
    await this.database.query(
      'update factor_book.factor_assignment set state = $2, decided_by = platform.person(), decided_at = $3, decision_note = $4 where id = $1',
      [id, verdict, this.clock.now(), note],
    );
    await this.#record(id, `factor-assignment.${verdict}`);
    if (verdict === 'approved') await this.#announce(id, row);
  }

  /**
   * Withdraws a draft or a proposal that has not been decided.
   * @throws Problem 'proposal-not-yours' (409) if the current user did not create or propose it
   */
  async withdraw(id: string): Promise<void> {
    const row = await this.#row(id);
    if (row.state !== 'draft' && row.state !== 'proposed')
      throw new Problem(409, 'factor-assignment-state-changed', { state: row.state });
    if (!row.own) throw new Problem(409, 'proposal-not-yours');
    await this.database.query(
      `update factor_book.factor_assignment set state = 'withdrawn', withdrawn_by = platform.person(), withdrawn_at = $2 where id = $1`,
      [id, this.clock.now()],
    );
    await this.#record(id, 'factor-assignment.withdrawn');
  }

  /**
   * Ends an approved assignment after a day, today or later. Earlier results keep the factor, because two persons
   * approved it. Publishes `factor-book.choice-decided`.
   * @throws Problem 'factor-assignment-end-in-past' (422) if the day is in the past
   */
  async retire(id: string, untilOn: string): Promise<void> {
    const row = await this.#row(id);
    if (row.state !== 'approved') throw new Problem(409, 'factor-assignment-state-changed', { state: row.state });
    const past = await this.database.one('select where $1::date < $2::timestamptz::date', [untilOn, this.clock.now()]);
    if (past) throw new Problem(422, 'factor-assignment-end-in-past', { found: untilOn });
    await this.database.query(
      `update factor_book.factor_assignment set state = 'retired', valid_to = greatest($2::date, valid_from), retired_by = platform.person(), retired_at = $3 where id = $1`,
      [id, untilOn, this.clock.now()],
    );
    await this.#record(id, 'factor-assignment.ended');
    await this.#announce(id, row);
  }

  async #row(id: string): Promise<Row> {
    const row = await this.database.one<Row>(
      `select c.kind, c.target, c.state, (platform.person() = c.created_by or platform.person() is not distinct from c.proposed_by) as own, array[c.created_by, c.proposed_by]::text[] as authors,
         c.assigned_approver_id = platform.person() or exists (
           select from factor_book.door_approval_delegation d where d.person_id = c.assigned_approver_id and d.delegate_id = platform.person() and $2::timestamptz::date between d.valid_from and d.valid_to) as asked
       from factor_book.factor_assignment c where c.id = $1 for update of c`,
      [id, this.clock.now()],
    );
    if (!row) throw notFound('factor-assignment');
    return row;
  }

  async #record(id: string, act: string): Promise<void> {
    await this.audit.record({ act, subject: { kind: 'factor-assignment', id }, details: {} });
  }

  async #announce(id: string, row: Row): Promise<void> {
    await this.facts.publish({
      name: 'factor-book.choice-decided',
      subjectId: id,
      payload: { touched: affectedTargets(row) },
    });
  }
}
