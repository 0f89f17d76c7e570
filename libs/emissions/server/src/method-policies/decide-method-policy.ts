import { Injectable } from '@nestjs/common';
import { FourEyes } from '@tallgrunn/identity-server';
import { AuditLog, Clock, Database, DomainEvents, Problem, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

interface Row {
  readonly category: string;
  readonly state: string;
  /** Proposed by the current user. */
  readonly own: boolean;
  readonly asked: boolean;
  readonly author: string;
}

/**
 * Decides on a proposed method policy. The assigned approver or their delegate approves or rejects it. They may not be
 * the proposer, and neither may have invited the other. The proposer can withdraw it. Triggers on the table enforce the
 * same rules.
 */
@Injectable()
export class DecideMethodPolicy {
  constructor(
    private readonly database: Database,
    private readonly fourEyes: FourEyes,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Approves or rejects a proposal. An approved policy applies from its first day. Publishes `emissions.ruled`, so that
   * the lines of the category are recalculated.
   * @throws Problem 'proposal-already-decided' (409) if it has been decided
   * @throws Problem 'second-approver-required' (409) if the current user proposed it
   * @throws Problem 'approval-not-assigned-to-you' (409) if the current user is neither the approver nor their delegate
   */
  async run(id: string, verdict: 'approved' | 'rejected', note: string | null): Promise<void> {
    const row = await this.#waiting(id);
    if (row.own) throw new Problem(409, 'second-approver-required');
    if (!row.asked) throw new Problem(409, 'approval-not-assigned-to-you');
    await this.fourEyes.requireIndependent('method-policy', [row.author]);
    await this.#set(id, verdict, note);
    if (verdict === 'approved') await this.#lock(id, row.category);
  }

  /**
   * Withdraws a proposal that has not been decided.
   * @throws Problem 'proposal-not-yours' (409) if another user proposed it
   */
  async withdraw(id: string): Promise<void> {
    const row = await this.#waiting(id);
    if (!row.own) throw new Problem(409, 'proposal-not-yours');
    await this.#set(id, 'withdrawn', null);
  }

  async #set(id: string, state: 'approved' | 'rejected' | 'withdrawn', note: string | null): Promise<void> {
    await this.database.query(
      'update emissions.method_policy_proposal set state = $2, decided_by = platform.person(), decided_at = $3, decision_note = $4 where id = $1',
      [id, state, this.clock.now(), note],
    );
    await this.audit.record({
      act: `method-policy.${state}`,
      subject: { kind: 'method-policy-proposal', id },
      details: {},
    });
  }

  async #lock(proposalId: string, category: string): Promise<void> {
    const id = uuidv7(this.clock.now());
    await this.database.query(
      `insert into emissions.method_policy (id, category_code, valid_from, methods, reason, decided_by, decided_at, proposal_id)
       select $1, p.category_code, p.valid_from, p.methods, p.reason, p.decided_by, p.decided_at, p.id from emissions.method_policy_proposal p where p.id = $2`,
      [id, proposalId],
    );
    await this.facts.publish({
      name: 'emissions.ruled',
      subjectId: id,
      payload: { touched: { categories: [category] } },
    });
  }

  async #waiting(id: string): Promise<Row> {
    const row = await this.database.one<Row>(
      `select p.category_code as category, p.state, p.proposed_by as author, p.proposed_by = platform.person() as own,
         p.assigned_approver_id = platform.person() or exists (
           select from factor_book.door_approval_delegation d where d.person_id = p.assigned_approver_id and d.delegate_id = platform.person() and $2::timestamptz::date between d.valid_from and d.valid_to) as asked
       from emissions.method_policy_proposal p where p.id = $1 for update of p`,
      [id, this.clock.now()],
    );
    if (!row) throw notFound('method-policy-proposal');
    if (row.state !== 'proposed') throw new Problem(409, 'proposal-already-decided', { state: row.state });
    return row;
  }
}
