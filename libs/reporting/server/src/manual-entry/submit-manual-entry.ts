import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { manualEntryReport, manualEntryTable } from '@tallgrunn/checks';
import { Database, FileStore, notFound, Problem, spoolName, type SpooledFile } from '@tallgrunn/platform';
import type { ReadingOptions } from '../checking/check-request.ts';
import { PrepareCheck } from '../checking/prepare-check.ts';
import type { CorrectionMode } from '../store/correction-store.ts';
import { ObligationStore } from '../store/obligation-store.ts';
import { ManualEntryStore } from '../store/manual-entry-store.ts';
import { prefillSummary } from '../invoice-prefill/prefill-summary.ts';
import { ReceiveVersion } from '../versions/receive-version.ts';

/**
 * Writes the rows of a manual entry to a file and receives it like any uploaded file. The draft remains for
 * corrections.
 */
@Injectable()
export class SubmitManualEntry {
  constructor(
    private readonly obligations: ObligationStore,
    private readonly manualEntries: ManualEntryStore,
    private readonly prepare: PrepareCheck,
    private readonly receive: ReceiveVersion,
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  /**
   * @param revision the revision that the sender has seen and checked
   * @throws Problem 'manual-entry-changed' (409) when the draft has changed since
   */
  async run(
    obligationId: string,
    revision: number,
    answers: ReadingOptions,
    way?: CorrectionMode,
  ): Promise<{ id: string }> {
    const obligation = await this.obligations.find(obligationId);
    if (!obligation) throw notFound('obligation');
    const currentRevision = await this.manualEntries.lockForUpdate(obligationId, obligation.supplier_id);
    if (currentRevision !== revision)
      throw new Problem(409, 'manual-entry-changed', { revision: currentRevision, seen: revision });
    const rows = (await this.manualEntries.rows(obligationId)).filter(
      ({ removed, cells }) => !removed && Object.keys(cells).length > 0,
    );
    if (rows.length === 0) throw new Problem(409, 'manual-entry-empty', { obligationId });
    const { terms } = await this.prepare.basis(obligationId);
    const table = manualEntryTable(terms);
    if (!table) throw new Problem(409, 'manual-entry-multiple-tables', { tables: terms.tables.length });
    const { text, mapping } = manualEntryReport(
      table,
      rows.map(({ cells }) => cells),
    );
    const file = await this.#spool(`${await this.#name(obligation.agreement_id)} ${obligation.period_key}.csv`, text);
    // The rows were entered for this report, so no redaction is needed.
    const { id } = await this.receive.run(
      obligationId,
      file,
      { ...answers, mapping },
      {
        cut: { rows: 0, columns: [], cells: 0, unused: [], sheets: 0, leftOut: 0, whole: null },
        begun: prefillSummary(rows),
        ...(way && { way }),
      },
    );
    await this.manualEntries.recordSubmission(obligationId, id, revision);
    return { id };
  }

  async #name(agreementId: string): Promise<string> {
    const agreement = await this.database.one<{ number: string }>(
      'select number from agreements.door_agreement where id = $1',
      [agreementId],
    );
    return (agreement?.number ?? '').replace(/[^\p{L}\p{N} ._-]+/gu, '-');
  }

  async #spool(name: string, text: string): Promise<SpooledFile> {
    const folder = this.files.spoolFolder;
    await mkdir(folder, { recursive: true });
    const target = path.join(folder, spoolName());
    const bytes = Buffer.from(text, 'utf8');
    await writeFile(target, bytes, { mode: 0o600 });
    return { path: target, name, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
}
