import { Injectable } from '@nestjs/common';
import { FourEyes } from '@tallgrunn/identity-server';
import { AuditLog, Clock, Database, notFound, Problem } from '@tallgrunn/platform';

interface DecisionRow {
  readonly id: string;
  readonly decided_by: string | null;
  readonly requires_second_approval: boolean;
  readonly approved_at: Date | null;
  readonly withdrawn_at: Date | null;
  readonly has_letter: boolean;
}

/** Approves a large claim as a second, independent person. */
@Injectable()
export class ApprovePenaltyDecision {
  constructor(
    private readonly database: Database,
    private readonly fourEyes: FourEyes,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 'not-found' (404), 'approval-not-pending' (409), and the problems of FourEyes.requireIndependent
   */
  async run(id: string): Promise<void> {
    const decision = await findForUpdate(this.database, id);
    if (!decision.requires_second_approval || decision.approved_at || decision.withdrawn_at)
      throw new Problem(409, 'approval-not-pending');
    await this.fourEyes.requireIndependent('penalty-claim', [decision.decided_by]);
    await this.database.query(
      'update follow_up.penalty_decision set approved_by = platform.person(), approved_at = $2 where id = $1',
      [id, this.clock.now()],
    );
    await this.audit.record({ act: 'penalty.approved', subject: { kind: 'penalty-decision', id } });
  }
}

/** Withdraws a decision. It stays listed, and a new decision can be made. */
@Injectable()
export class WithdrawPenaltyDecision {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'not-found' (404), 'penalty-decision-already-withdrawn' (409) */
  async run(id: string, reason: string): Promise<void> {
    const decision = await findForUpdate(this.database, id);
    if (decision.withdrawn_at) throw new Problem(409, 'penalty-decision-already-withdrawn');
    await this.database.query(
      'update follow_up.penalty_decision set withdrawn_by = platform.person(), withdrawn_at = $2 where id = $1',
      [id, this.clock.now()],
    );
    await this.audit.record({
      act: 'penalty.withdrawn',
      subject: { kind: 'penalty-decision', id },
      details: { reason },
    });
  }
}

/** Stores the edited letter of a decision. */
@Injectable()
export class EditPenaltyLetter {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  async run(id: string, { subject, text }: { readonly subject: string; readonly text: string }): Promise<void> {
    const decision = await findForUpdate(this.database, id);
    if (!decision.has_letter) throw notFound('letter');
    await this.database.query(
      'update follow_up.penalty_decision set letter_subject = $2, letter_text = $3 where id = $1',
      [id, subject, text],
    );
    await this.audit.record({ act: 'penalty.letter-edited', subject: { kind: 'penalty-decision', id } });
  }
}

async function findForUpdate(database: Database, id: string): Promise<DecisionRow> {
  const row = await database.one<DecisionRow>(
    `select id, decided_by, requires_second_approval, approved_at, withdrawn_at, letter_text is not null as has_letter from follow_up.penalty_decision where id = $1 for update`,
    [id],
  );
  if (!row) throw notFound('penalty-decision');
  return row;
}
