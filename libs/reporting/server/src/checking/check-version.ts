import { Injectable, Logger } from '@nestjs/common';
import {
  Database,
  FileStore,
  Job,
  Problem,
  limitsForFile,
  SMALL_BYTES_MAX,
  UnitOfWork,
  type LocalFile,
  type Progress,
} from '@tallgrunn/platform';
import type { CheckRequest, RowOutput } from './check-request.ts';
import { CollectSharedObligations } from './collect-shared-obligations.ts';
import { StoreRows } from './store-rows.ts';
import { isStopped, StoreCheckResult } from './store-check-result.ts';
import { PrepareCheck, type PreparedCheck } from './prepare-check.ts';
import { runCheck, createPendingRows, type CheckOutcome, type PendingRows } from './run-check.ts';
import { RecordCheckResult } from '../api-submissions/on-version-checked.ts';
import { stateAfter } from '../versions/submission.ts';
import { VersionStore, type Version } from '../store/version-store.ts';

export const CHECK_VERSION = 'reporting.stage-lines';
export const CHECK_LARGE_VERSION = 'reporting.stage-many-lines';

const REPORT_EVERY_MS = 500;

interface VersionToCheck {
  readonly version: Version;
  readonly prepared: PreparedCheck;
  readonly together: CheckRequest['together'];
}

/**
 * Reads and checks the file of a received version and stores its lines and findings in one transaction. Lines are
 * inserted while the file is read, so that neither waits for the other. A job that was killed starts again from the
 * file, which is still in the spool. A second run of the job waits for the first, finds the version checked and does
 * nothing.
 */
@Injectable()
@Job(CHECK_VERSION, { lane: 'short', inTurn: true })
export class CheckVersion {
  readonly #log = new Logger('stage-lines');

  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly prepare: PrepareCheck,
    private readonly together: CollectSharedObligations,
    private readonly rows: StoreRows,
    private readonly storeCheckResult: StoreCheckResult,
    private readonly versions: VersionStore,
    private readonly checked: RecordCheckResult,
  ) {}

  async run({ subjectId }: { subjectId: string }, progress: Progress): Promise<void> {
    const toCheck = await this.#aside(() => this.#prepare(subjectId));
    if (!toCheck) return;
    const version = await this.versions.lockForUpdate(subjectId);
    if (!stateAfter(version.state, 'check')) return;
    const file = await this.#fileOf(version);
    const waiting = await createPendingRows(this.files.spoolFolder);
    try {
      const { ended: outcome, count } = await this.#readAndStoreLines({ ...toCheck, version, file }, waiting, progress);
      if (outcome.stoppedBy) this.#log.warn({ versionId: subjectId, stoppedBy: outcome.stoppedBy, said: outcome.said });
      await progress.tell('keeping', outcome.verdict?.rows ?? 0, outcome.verdict?.rows ?? null);
      await this.storeCheckResult.run(version, toCheck.prepared, outcome, { lines: count, waiting });
      await this.checked.run(subjectId, toCheck.prepared, outcome);
      this.#updatePlannerLater(count, outcome.verdict?.counts ?? {});
    } finally {
      await waiting.clear();
      await file.release();
    }
  }

  /** Runs work in a separate transaction, so that its reads hold no locks while the file is read. */
  #aside<T>(work: () => Promise<T>): Promise<T> {
    return this.units.run({ ...this.database.actor() }, work);
  }

  async #prepare(versionId: string): Promise<VersionToCheck | null> {
    const version = await this.versions.find(versionId);
    if (version?.state !== 'received') return null;
    return {
      version,
      prepared: await this.prepare.run(version.obligation_id),
      together: await this.together.run(version),
    };
  }

  async #readAndStoreLines(
    { version, prepared, together, file }: VersionToCheck & { readonly file: LocalFile },
    waiting: PendingRows,
    progress: Progress,
  ): Promise<{ ended: CheckOutcome; count: number }> {
    const { terms, context } = prepared;
    const basis = await this.rows.begin(version, prepared);
    const sizeBytes = Number(version.file_size_bytes);
    const isSmall = sizeBytes <= SMALL_BYTES_MAX;
    const rows: RowOutput = {
      ...basis,
      linesFile: isSmall ? waiting.linesFile : null,
      quarantinedFile: waiting.quarantinedFile,
      findingsFile: waiting.findingsFile,
      copyFile: waiting.copyFile,
    };
    const request: CheckRequest = {
      file: file.path,
      name: version.file_name ?? '',
      terms,
      context,
      answers: version.answers,
      together,
      rows,
      findingsMax: await this.checked.findingsMax(version.id),
    };
    const options = { limits: limitsForFile(sizeBytes), sizeBytes, onRows: progressReporter(progress) };
    const stay = ({ verdict }: CheckOutcome) => verdict !== null && !isStopped(verdict);
    await progress.tell('checking', 0);
    if (!isSmall) return this.rows.storeLines((pour) => runCheck(request, { ...options, pour }), stay);
    const outcome = await runCheck(request, { ...options, reuseFor: this.database.actor().cooperativeId });
    return { ended: outcome, count: stay(outcome) ? await this.rows.storeLinesFromFile(waiting) : 0 };
  }

  /**
   * Updates planner statistics after commit. It helps the next readers of these tables; the supplier must not wait for
   * it.
   */
  #updatePlannerLater(lines: number, counts: Readonly<Record<string, number>>): void {
    const findings = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const actor = { ...this.database.actor() };
    this.database.afterCommit(
      () =>
        void this.units
          .run(actor, () => this.rows.updateStatistics(lines, findings))
          .catch((error: Error) => this.#log.warn({ planner: error.message })),
    );
  }

  /** @throws Problem 'file-deleted' (410) */
  async #fileOf(version: Version): Promise<LocalFile> {
    const file = await this.files.localUpload(version);
    if (!file) throw new Problem(410, 'file-deleted', { sha256: version.file_sha256 });
    return file;
  }
}

/** Returns a progress callback that reports the rows read, at most twice a second. */
function progressReporter(progress: Progress): (rows: number) => void {
  let reportedAt = 0;
  return (rows) => {
    if (Date.now() - reportedAt < REPORT_EVERY_MS) return;
    reportedAt = Date.now();
    void progress.tell('checking', rows).catch(() => undefined);
  };
}

/** Stages large files in the long lane, so that small jobs do not wait behind them. */
@Injectable()
@Job(CHECK_LARGE_VERSION, { lane: 'long', inTurn: true })
export class CheckLargeVersion {
  constructor(private readonly stage: CheckVersion) {}

  run(payload: { subjectId: string }, progress: Progress): Promise<void> {
    return this.stage.run(payload, progress);
  }
}
