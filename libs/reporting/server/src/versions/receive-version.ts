import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  Clock,
  Database,
  Jobs,
  notFound,
  Problem,
  SMALL_BYTES_MAX,
  type SpooledFile,
} from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/apart';
import { limits, uuidv7 } from '@tallgrunn/values';
import type { CheckAnswers } from '../checking/check-request.ts';
import type { BegunFrom } from '../invoiced/begun-from.ts';
import type { CutTold } from '../checking/cut-told.ts';
import { CorrectionStore, type CorrectionWay } from '../store/correction-store.ts';
import { CuttingStore } from '../store/cutting-store.ts';
import { DutyStore } from '../store/duty-store.ts';
import { STAGE_LINES, STAGE_MANY_LINES } from '../checking/stage-lines.ts';

/** Data that accompanies an uploaded file. */
export interface Arrival {
  /** Null when the file was not inspected before upload. */
  readonly cut?: CutTold | null;
  /** Mode of correction, when a version exists already. */
  readonly way?: CorrectionWay;
  /** Prefill statistics when its lines came from e-invoices; otherwise null or undefined. */
  readonly begun?: BegunFrom | null;
}

/** Removes the file, then throws. */
async function refuse(file: SpooledFile, problem: Problem): Promise<never> {
  await rm(file.path, { force: true });
  throw problem;
}

/** Returns the reading options that follow from the redaction before upload. */
function answersOfCut(cut: CutTold | null): CheckAnswers {
  if (!cut) return {};
  return {
    looked: true,
    ...(cut.columns.length > 0 && { withheld: cut.columns }),
    ...(cut.excluded && { excludedCustomers: cut.excluded }),
    ...(cut.included && { includedCustomers: cut.included }),
  };
}

/** Receives a file as a new version of an obligation's report and starts its check. Nothing is submitted. */
@Injectable()
export class ReceiveVersion {
  constructor(
    private readonly duties: DutyStore,
    private readonly cuttings: CuttingStore,
    private readonly corrections: CorrectionStore,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(
    dutyId: string,
    file: SpooledFile,
    answers: CheckAnswers = {},
    { cut = null, way = 'replaces', begun = null }: Arrival = {},
  ): Promise<{ id: string }> {
    const duty = await this.duties.find(dutyId);
    if (!duty) return refuse(file, notFound('duty'));
    await this.#requireSpace(duty.supplier_id, file);
    const together = answers.together && [...new Set([...answers.together, dutyId])];
    if (together && (await this.duties.known(together, duty.supplier_id)).length !== together.length)
      return refuse(file, new Problem(422, 'reports-not-together', { supplierId: duty.supplier_id }));
    const base = await this.corrections.standing(dutyId);
    if (way === 'amends' && base?.kind !== 'lines')
      return refuse(file, new Problem(409, 'nothing-to-amend', { dutyId }));
    const id = uuidv7(this.clock.now());
    await this.database.query(
      `insert into reporting.version (id, duty_id, agreement_id, supplier_id, terms_version_id, period_key, period_start, period_end, kind, state,
         file_name, file_sha256, file_size_bytes, spool_name, answers, received_at, begun)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'lines', 'received', $9, $10, $11, $12, $13, $14, $15)`,
      [
        id,
        duty.id,
        duty.agreement_id,
        duty.supplier_id,
        duty.terms_version_id,
        duty.period_key,
        duty.period_start,
        duty.period_end,
        file.name,
        file.sha256,
        file.sizeBytes,
        path.basename(file.path),
        jsonbText({ ...answers, ...(together && { together }), ...answersOfCut(cut) }),
        this.clock.now(),
        begun && JSON.stringify(begun),
      ],
    );
    if (base) await this.corrections.begin(id, duty.supplier_id, base.id, way);
    if (cut?.whole) await this.#storeCut(id, duty.supplier_id, cut.whole, cut);
    await this.audit.record({
      act: 'report.received',
      subject: { kind: 'report-version', id },
      details: { dutyId, sha256: file.sha256, sizeBytes: file.sizeBytes },
    });
    await this.jobs.enqueue(
      file.sizeBytes > SMALL_BYTES_MAX ? STAGE_MANY_LINES : STAGE_LINES,
      { subjectId: id },
      { inTurn: { sizeBytes: file.sizeBytes } },
    );
    return { id };
  }

  /** Stores the redaction before upload, with the hash of the original file. */
  async #storeCut(
    versionId: string,
    supplierId: string,
    whole: NonNullable<CutTold['whole']>,
    facts: CutTold,
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
    const kept = await this.database.one<{ bytes: string }>(
      `select ((select coalesce(sum(file_size_bytes), 0) from reporting.version where supplier_id = $1 and file_kept)
        + (select coalesce(sum(file_size_bytes), 0) from reporting.cutting where supplier_id = $1 and stage = 'kept'))::text as bytes`,
      [supplierId],
    );
    if (Number(kept?.bytes ?? 0) + file.sizeBytes <= keptBytesMax) return;
    await refuse(file, new Problem(413, 'storage-full', { keptBytes: Number(kept?.bytes ?? 0), keptBytesMax }));
  }
}
