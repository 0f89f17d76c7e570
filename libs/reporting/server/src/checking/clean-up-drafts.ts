import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, FileStore, UnitOfWork, type Actor } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { ManualEntryStore } from '../store/manual-entry-store.ts';

const DAY_MS = 24 * 3600_000;
/** Tables that refer to a version, in an order that the foreign keys allow. */
const dependentTables = [
  'file_redaction',
  'correction',
  'on_behalf_submission',
  'finding_response',
  'overflow_finding',
  'finding',
  'quarantined_row',
  'report_line',
  'check_result',
] as const;

interface UnsubmittedVersion {
  readonly id: string;
  readonly obligation_id: string;
  readonly file_sha256: string | null;
  readonly received_at: Date;
}

/**
 * Removes files that were uploaded but not submitted, 90 days after the last change: the version with its check result,
 * findings and lines, and the file when nothing else refers to it. One transaction each. Manual entries untouched for
 * as long are removed too. Returns the number removed.
 */
@Injectable()
export class CleanUpDrafts {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly manualEntries: ManualEntryStore,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @param system the system actor of one cooperative */
  async run(system: Actor): Promise<number> {
    const before = new Date(this.clock.now().getTime() - limits.leftLying.draftDays * DAY_MS);
    const drafts = await this.units.run({ ...system }, () => this.#drafts(before));
    let removed = await this.units.run({ ...system }, () => this.manualEntries.deleteUnchangedSince(before));
    for (const { id } of drafts) removed += await this.units.run({ ...system }, () => this.#remove(id, before));
    return removed;
  }

  #drafts(before: Date, id: string | null = null): Promise<UnsubmittedVersion[]> {
    return this.database.query<UnsubmittedVersion>(
      `select id, obligation_id, file_sha256, received_at from reporting.report_version
       where state in ('received', 'checked') and number is null and greatest(received_at, checked_at) < $1 and ($2::uuid is null or id = $2) order by id for update skip locked`,
      [before, id],
    );
  }

  async #remove(id: string, before: Date): Promise<number> {
    const [draft] = await this.#drafts(before, id);
    if (!draft) return 0; // submitted, or locked by another transaction, meanwhile
    const copies = await this.database.query<{ file_sha256: string }>(
      'select file_sha256 from reporting.file_redaction where version_id = $1 and file_sha256 is not null',
      [id],
    );
    for (const part of dependentTables)
      await this.database.query(`delete from reporting.${part} where version_id = $1`, [id]);
    await this.database.query('delete from reporting.report_version where id = $1', [id]);
    const fileRemoved = draft.file_sha256 !== null && (await this.files.deleteUnreferenced(draft.file_sha256));
    for (const { file_sha256 } of copies) await this.files.deleteUnreferenced(file_sha256);
    await this.audit.record({
      act: 'report.draft-removed',
      subject: { kind: 'report-version', id },
      details: {
        obligationId: draft.obligation_id,
        sha256: draft.file_sha256,
        receivedAt: draft.received_at,
        fileRemoved,
      },
    });
    return 1;
  }
}
