import { Injectable } from '@nestjs/common';
import { Clock, Database, DomainEvents, DocumentNumbers } from '@tallgrunn/platform';
import { ActivateVersion } from './activate-version.ts';

export interface VersionToSubmit {
  readonly id: string;
  readonly obligation_id: string;
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly period_key: string;
}

/**
 * Delivers a version, now or as of the time it was received: it gets its number and enters into force at once unless it
 * requires a decision.
 */
@Injectable()
export class RecordSubmission {
  constructor(
    private readonly database: Database,
    private readonly numbers: DocumentNumbers,
    private readonly facts: DomainEvents,
    private readonly force: ActivateVersion,
    private readonly clock: Clock,
  ) {}

  async run(version: VersionToSubmit, needsDecision: boolean, at: Date = this.clock.now()): Promise<string> {
    const { id, obligation_id, agreement_id, supplier_id, period_key } = version;
    const { number, sequence } = await this.#next(obligation_id, supplier_id);
    const full = `${number}/${sequence}`;
    // A version that awaits a decision is superseded, because the supplier has submitted a newer one.
    await this.database.query(
      `update reporting.report_version set state = 'replaced', superseded_at = $3 where obligation_id = $1 and id <> $2 and state = 'submitted'`,
      [obligation_id, id, this.clock.now()],
    );
    await this.database.query(
      `update reporting.report_version set state = 'submitted', sequence = $2, number = $3, submitted_at = $4, submitted_by = $5, requires_review = $6 where id = $1`,
      [id, sequence, full, at, this.database.actor().personId, needsDecision],
    );
    await this.facts.publish({
      name: 'reporting.version-submitted',
      subjectId: id,
      payload: {
        versionId: id,
        obligationId: obligation_id,
        agreementId: agreement_id,
        supplierId: supplier_id,
        periodKey: period_key,
        number: full,
        needsDecision,
      },
    });
    if (!needsDecision) await this.force.run(version);
    return full;
  }

  async #next(obligationId: string, supplierId: string): Promise<{ number: string; sequence: number }> {
    const known = await this.database.one<{ number: string; sequence: number }>(
      'update reporting.report set last_sequence = last_sequence + 1 where obligation_id = $1 returning number, last_sequence as sequence',
      [obligationId],
    );
    if (known) return known;
    const number = await this.numbers.next('R');
    await this.database.query(
      'insert into reporting.report (obligation_id, supplier_id, number, last_sequence) values ($1, $2, $3, 1)',
      [obligationId, supplierId, number],
    );
    return { number, sequence: 1 };
  }
}
