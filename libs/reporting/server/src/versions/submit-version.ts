import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem } from '@tallgrunn/platform';
import { type FindingGroup } from '@tallgrunn/checks';
import { withoutPersons } from '@tallgrunn/values';
import { RecordSubmission } from './record-submission.ts';
import type { StatedReason } from '../corrections/correction.ts';
import { AssessCorrection } from '../corrections/assess-correction.ts';
import { assessSubmission, stateAfter, type FindingResponse } from './submission.ts';
import { requirePeriodOver } from '../obligations/require-period-over.ts';
import { ObligationStore } from '../store/obligation-store.ts';
import { RememberAnswers } from '../remembered/remember-answers.ts';
import { RedactionStore } from '../store/redaction-store.ts';
import { VersionStore, type Version } from '../store/version-store.ts';

export interface SubmissionInput {
  readonly confirmations?: readonly FindingResponse[];
  /** True when the supplier accepts that quarantined rows are excluded, and submits the rest. */
  readonly leaveOutRows?: boolean;
  /** Reason for correcting the existing version. */
  readonly correction?: StatedReason;
  /**
   * Time it was received for submission, when the check took place later; default now. A supplier is not late because a
   * check took time.
   */
  readonly handedInAt?: Date;
  /** True when uploaded by the cooperative; another person must then accept it. */
  readonly isOnBehalf?: boolean;
}

/** Submits a checked version. Submission is the time of delivery. */
@Injectable()
export class SubmitVersion {
  constructor(
    private readonly versions: VersionStore,
    private readonly obligations: ObligationStore,
    private readonly database: Database,
    private readonly corrections: AssessCorrection,
    private readonly cuttings: RedactionStore,
    private readonly deliver: RecordSubmission,
    private readonly remember: RememberAnswers,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(
    versionId: string,
    {
      confirmations = [],
      leaveOutRows = false,
      correction,
      handedInAt = this.clock.now(),
      isOnBehalf = false,
    }: SubmissionInput,
  ): Promise<void> {
    const version = await this.versions.lockForUpdate(versionId);
    if (!stateAfter(version.state, 'submit')) throw new Problem(409, 'version-not-checked', { state: version.state });
    await this.#requirePeriodOver(version);
    const judged = assessSubmission(await this.#checked(version), confirmations, leaveOutRows);
    const corrected = await this.corrections.run(version, correction);
    const refusals = [...judged.refusals, ...corrected.refusals];
    if (refusals.length > 0) throw new Problem(422, 'submission-incomplete', { versionId }, refusals);
    await this.#confirm(version, confirmations);
    await this.remember.run(version, confirmations);
    await this.corrections.store(version, correction, corrected.asks);
    const number = await this.deliver.run(
      version,
      judged.needsDecision || corrected.asks.length > 0 || isOnBehalf,
      handedInAt,
    );
    await this.audit.record({
      act: 'report.submitted',
      subject: { kind: 'report-version', id: versionId },
      details: { number, sha256: version.file_sha256, confirmed: confirmations.length, leaveOutRows },
    });
  }

  /**
   * Requires that the period is over, unless the terms allow earlier submission.
   * @throws Problem 'period-not-over' (422)
   */
  async #requirePeriodOver({ obligation_id, terms_version_id }: Version): Promise<void> {
    const obligation = await this.obligations.find(obligation_id);
    const terms = await this.database.one<{ early: string | null }>(
      `select document ->> 'earlySubmission' as early from agreements.door_terms_version where id = $1`,
      [terms_version_id],
    );
    if (obligation && terms?.early !== 'allowed') requirePeriodOver(obligation, this.clock.now());
  }

  async #checked({ id, terms_version_id }: Version) {
    const row = await this.database.one<{
      accepted: number;
      quarantined: number;
      groups: FindingGroup[];
      rowsMayWait: boolean;
    }>(
      `select c.accepted_count as accepted, c.quarantined_count as quarantined, c.groups, coalesce(t.document ->> 'quarantine', '') <> 'must-be-right' as "rowsMayWait"
       from reporting.check_result c
       left join agreements.door_terms_version t on t.cooperative_id = c.cooperative_id and t.id = $2
       where c.version_id = $1`,
      [id, terms_version_id],
    );
    const questions = (row?.groups ?? []).map(({ code, severity, count, example }) => ({
      code,
      severity,
      count,
      cause: example.cause ?? '',
    }));
    return {
      accepted: row?.accepted ?? 0,
      quarantined: (row?.quarantined ?? 0) + (await this.cuttings.excludedRowCount(id)),
      rowsMayWait: row?.rowsMayWait ?? true,
      questions,
    };
  }

  async #confirm({ id, supplier_id }: Version, confirmations: readonly FindingResponse[]): Promise<void> {
    for (const { code, cause, reason } of confirmations) {
      await this.database.query(
        'insert into reporting.finding_response (version_id, code, cause, supplier_id, reason, given_by, given_at) values ($1, $2, $3, $4, $5, $6, $7)',
        [
          id,
          code,
          cause ?? '',
          supplier_id,
          withoutPersons(reason.trim()),
          this.database.actor().personId,
          this.clock.now(),
        ],
      );
    }
  }
}
