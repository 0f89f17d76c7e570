import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database } from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';
import type { CheckResultSummary } from './check-request.ts';
import { CompleteCorrection } from '../corrections/complete-correction.ts';
import { StoreFile } from './store-file.ts';
import { StoreRows } from './store-rows.ts';
import type { PreparedCheck } from './prepare-check.ts';
import type { CheckOutcome, PendingRows } from './run-check.ts';
import { unreadableFileResult } from './unreadable-file-result.ts';
import { stateAfter } from '../versions/submission.ts';
import type { Version } from '../store/version-store.ts';

interface StoredRows {
  /** Lines already stored in their table. */
  readonly lines: number;
  readonly waiting: PendingRows;
}

/** Returns whether a finding blocks the file; then none of its lines is stored. */
export const isStopped = ({ groups }: CheckResultSummary): boolean =>
  groups.some(({ severity }) => severity === 'blocksFile');

/**
 * Stores the outcome of a check except the lines: quarantined rows, findings and the check result. Runs in the
 * caller's transaction, which has locked the version.
 */
@Injectable()
export class StoreCheckResult {
  constructor(
    private readonly database: Database,
    private readonly rows: StoreRows,
    private readonly file: StoreFile,
    private readonly correction: CompleteCorrection,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(
    version: Version,
    prepared: PreparedCheck,
    outcome: CheckOutcome,
    { lines, waiting }: StoredRows,
  ): Promise<void> {
    const verdict = outcome.verdict ?? unreadableFileResult(outcome.stoppedBy ?? 'crash', prepared);
    const stopped = isStopped(verdict);
    if (!stopped) await this.rows.storeQuarantinedRows(waiting);
    await (outcome.verdict
      ? this.rows.storeFindings(version, verdict, waiting)
      : this.rows.storeExampleFindings(verdict));
    await this.#insertVerdict(version, verdict, prepared, outcome);
    const whole = await this.correction.run(version, stopped);
    const kept = await this.file.run(version, verdict, outcome, waiting);
    await this.database.query(
      `update reporting.report_version set state = $2, checked_at = $3, line_count = $4, amount = $5, currency = $6, terms_version_id = $7, is_file_stored = $8, spool_name = null where id = $1`,
      [
        version.id,
        stateAfter(version.state, 'check'),
        this.clock.now(),
        whole?.lines ?? lines,
        stopped ? '0' : (whole?.amount ?? verdict.totals.amount),
        verdict.totals.currency,
        prepared.termsVersionId,
        kept,
      ],
    );
    await this.audit.record({
      act: 'report.checked',
      subject: { kind: 'report-version', id: version.id },
      details: { ok: verdict.ok, rows: verdict.rows, lines, engine: verdict.engine, stoppedBy: outcome.stoppedBy },
    });
  }

  async #insertVerdict(
    version: Version,
    verdict: CheckResultSummary,
    { sha256, termsHash }: PreparedCheck,
    { shared }: CheckOutcome,
  ): Promise<void> {
    await this.database.query(
      `insert into reporting.check_result (version_id, supplier_id, ok, row_count, accepted_count, quarantined_count, terms_sha256, context_sha256, engine, totals, groups, counts, columns, sheets, shared)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        version.id,
        version.supplier_id,
        verdict.ok,
        verdict.rows,
        verdict.accepted,
        verdict.quarantined,
        termsHash,
        sha256,
        verdict.engine,
        ...[verdict.totals, verdict.groups, verdict.counts, verdict.columns, verdict.sheets].map((part) =>
          jsonbText(part),
        ),
        shared && jsonbText(shared),
      ],
    );
  }
}
