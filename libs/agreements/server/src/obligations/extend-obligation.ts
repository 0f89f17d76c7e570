import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, notFound, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

export interface ObligationExtension {
  readonly dueOn: string;
  readonly reason: string;
}

/**
 * Moves the due date of one obligation to a later day, with a reason that the supplier can read. Lateness is counted
 * from the new date.
 */
@Injectable()
export class ExtendObligation {
  constructor(
    private readonly database: Database,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'extension-not-later' (422) when the date is not after the due date in force */
  async run(obligationId: string, { dueOn, reason }: ObligationExtension): Promise<{ id: string }> {
    const obligation = await this.#lock(obligationId);
    if (dueOn <= obligation.dueOn)
      throw new Problem(422, 'extension-not-later', { found: dueOn, expected: obligation.dueOn });
    const id = uuidv7(this.clock.now());
    await this.database.query(
      `insert into agreements.obligation_extension (id, obligation_id, supplier_id, previous_due_on, due_on, reason, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, platform.person())`,
      [id, obligationId, obligation.supplierId, obligation.dueOn, dueOn, reason, this.clock.now()],
    );
    await this.audit.record({
      act: 'obligation.extended',
      subject: { kind: 'obligation', id: obligationId },
      details: { before: { dueOn: obligation.dueOn }, after: { dueOn }, reason },
    });
    await this.#publish(obligationId, obligation, dueOn);
    return { id };
  }

  /**
   * Revokes the extension in force, so that the previous date applies.
   * @throws Problem 'not-found' (404) when none is in force
   */
  async revoke(obligationId: string): Promise<void> {
    const obligation = await this.#lock(obligationId);
    const [revoked] = await this.database.query<{ id: string }>(
      `update agreements.obligation_extension set revoked_at = $2, revoked_by = platform.person()
       where id = (select id from agreements.obligation_extension where obligation_id = $1 and revoked_at is null order by id desc limit 1) returning id`,
      [obligationId, this.clock.now()],
    );
    if (!revoked) throw notFound('obligation-extension');
    const now = await this.#read(obligationId);
    await this.audit.record({
      act: 'obligation.extension-revoked',
      subject: { kind: 'obligation', id: obligationId },
      details: { before: { dueOn: obligation.dueOn }, after: { dueOn: now?.dueOn } },
    });
    await this.#publish(obligationId, obligation, now?.dueOn ?? obligation.dueOn);
  }

  async #lock(obligationId: string) {
    await this.database.query('select 1 from agreements.reporting_obligation where id = $1 for update', [obligationId]);
    const obligation = await this.#read(obligationId);
    if (!obligation) throw notFound('obligation');
    return obligation;
  }

  #read(obligationId: string) {
    return this.database.one<{ dueOn: string; supplierId: string; agreementId: string }>(
      'select due_on as "dueOn", supplier_id as "supplierId", agreement_id as "agreementId" from agreements.door_reporting_obligation where id = $1',
      [obligationId],
    );
  }

  #publish(
    obligationId: string,
    { supplierId, agreementId, dueOn: previousDueOn }: { supplierId: string; agreementId: string; dueOn: string },
    dueOn: string,
  ): Promise<void> {
    return this.facts.publish({
      name: 'agreements.due-date-changed',
      subjectId: obligationId,
      payload: { obligationId, supplierId, agreementId, previousDueOn, dueOn },
    });
  }
}
