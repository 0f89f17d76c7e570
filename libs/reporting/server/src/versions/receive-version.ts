import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  FileStore,
  Jobs,
  notFound,
  Problem,
  SMALL_BYTES_MAX,
  type SpooledFile,
} from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';
import { limits, uuidv7 } from '@tallgrunn/values';
import type { ReadingOptions } from '../checking/check-request.ts';
import type { PrefillSummary } from '../invoice-prefill/prefill-summary.ts';
import type { RedactionNotice } from '../checking/redaction-notice.ts';
import { CorrectionStore, type CorrectionMode } from '../store/correction-store.ts';
import { RedactionStore } from '../store/redaction-store.ts';
import { ObligationStore } from '../store/obligation-store.ts';
import { CHECK_VERSION, CHECK_LARGE_VERSION } from '../checking/check-version.ts';

/** Data that accompanies an uploaded file. */
export interface UploadDetails {
  /** Null when the file was not inspected before upload. */
  readonly cut?: RedactionNotice | null;
  /** Mode of correction, when a version exists already. */
  readonly way?: CorrectionMode;
  /** Prefill statistics when its lines came from e-invoices; otherwise null or undefined. */
  readonly begun?: PrefillSummary | null;
}

/** Removes the file, then throws. */
async function rejectFile(file: SpooledFile, problem: Problem): Promise<never> {
  await rm(file.path, { force: true });
  throw problem;
}

/** Returns the reading options that follow from the redaction before upload. */
function optionsOfRedaction(redaction: RedactionNotice | null): ReadingOptions {
  if (!redaction) return {};
  return {
    looked: true,
    ...(redaction.columns.length > 0 && { withheld: redaction.columns }),
    ...(redaction.excluded && { excludedCustomers: redaction.excluded }),
    ...(redaction.included && { includedCustomers: redaction.included }),
  };
}

/** Receives a file as a new version of an obligation's report and starts its check. Nothing is submitted. */
@Injectable()
export class ReceiveVersion {
  constructor(
    private readonly obligations: ObligationStore,
    private readonly cuttings: RedactionStore,
    private readonly corrections: CorrectionStore,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(
    obligationId: string,
    file: SpooledFile,
    answers: ReadingOptions = {},
    { cut: redaction = null, way = 'replaces', begun = null }: UploadDetails = {},
  ): Promise<{ id: string }> {
    const obligation = await this.obligations.find(obligationId);
    if (!obligation) return rejectFile(file, notFound('obligation'));
    await this.#requireSpace(obligation.supplier_id, file);
    const together = answers.together && [...new Set([...answers.together, obligationId])];
    if (together && (await this.obligations.visible(together, obligation.supplier_id)).length !== together.length)
      return rejectFile(
        file,
        new Problem(422, 'reports-of-different-suppliers', { supplierId: obligation.supplier_id }),
      );
    const base = await this.corrections.findPrevious(obligationId);
    if (way === 'amends' && base?.kind !== 'lines')
      return rejectFile(file, new Problem(409, 'nothing-to-amend', { obligationId }));
    const id = uuidv7(this.clock.now());
    await this.database.query(
      `insert into reporting.report_version (id, obligation_id, agreement_id, supplier_id, terms_version_id, period_key, period_start, period_end, kind, state,
         file_name, file_sha256, file_size_bytes, spool_name, answers, received_at, begun)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'lines', 'received', $9, $10, $11, $12, $13, $14, $15)`,
      [
        id,
        obligation.id,
        obligation.agreement_id,
        obligation.supplier_id,
        obligation.terms_version_id,
        obligation.period_key,
        obligation.period_start,
        obligation.period_end,
        file.name,
        file.sha256,
        file.sizeBytes,
        path.basename(file.path),
        jsonbText({ ...answers, ...(together && { together }), ...optionsOfRedaction(redaction) }),
        this.clock.now(),
        begun && JSON.stringify(begun),
      ],
    );
    await this.files.shareUpload(file);
    if (base) await this.corrections.begin(id, obligation.supplier_id, base.id, way);
    if (redaction?.whole) await this.#storeCut(id, obligation.supplier_id, redaction.whole, redaction);
    await this.audit.record({
      act: 'report.received',
      subject: { kind: 'report-version', id },
      details: { obligationId, sha256: file.sha256, sizeBytes: file.sizeBytes },
    });
    await this.jobs.enqueue(
      file.sizeBytes > SMALL_BYTES_MAX ? CHECK_LARGE_VERSION : CHECK_VERSION,
      { subjectId: id },
      { inTurn: { sizeBytes: file.sizeBytes } },
    );
    return { id };
  }

  /** Stores the redaction before upload, with the hash of the original file. */
  async #storeCut(
    versionId: string,
    supplierId: string,
    whole: NonNullable<RedactionNotice['whole']>,
    facts: RedactionNotice,
  ): Promise<void> {
    await this.cuttings.add({
      versionId,
      supplierId,
      stage: 'sent',
      wholeSha256: whole.sha256,
      wholeSizeBytes: whole.sizeBytes,
      copy: null,
      facts,
    });
  }

  /**
   * @throws Problem 'storage-full' (413) when the stored files of the supplier's reports have reached the limit;
   * deletes the file.
   */
  async #requireSpace(supplierId: string, file: SpooledFile): Promise<void> {
    const { keptBytesMax } = limits.uploads;
    const stored = await this.database.one<{ bytes: string }>(
      `select ((select coalesce(sum(file_size_bytes), 0) from reporting.report_version where supplier_id = $1 and is_file_stored)
        + (select coalesce(sum(file_size_bytes), 0) from reporting.file_redaction where supplier_id = $1 and stage = 'kept'))::text as bytes`,
      [supplierId],
    );
    if (Number(stored?.bytes ?? 0) + file.sizeBytes <= keptBytesMax) return;
    await rejectFile(file, new Problem(413, 'storage-full', { keptBytes: Number(stored?.bytes ?? 0), keptBytesMax }));
  }
}
