import { Injectable } from '@nestjs/common';
import { Database, FileStore } from '@tallgrunn/platform';
import type { CheckResultSummary } from './check-request.ts';
import type { CheckOutcome, PendingRows } from './run-check.ts';
import { RedactionStore } from '../store/redaction-store.ts';
import type { Version } from '../store/version-store.ts';

const PERSONAL_DATA = 74;

/**
 * Returns whether a file may hold personal data, so that a redacted copy is required. Exception: a file read to its end
 * whose only such finding is `personal-column`, and no copy was made. Its column was removed before upload.
 */
function mayContainPersonalData({ groups, counts }: CheckResultSummary): boolean {
  const isWhole = counts['file-unreadable'] === undefined;
  return groups.some((group) => group.class === PERSONAL_DATA && !(isWhole && group.code === 'personal-column'));
}

/**
 * Moves the file to the file store. A file that holds data that must not be stored is replaced by its redacted copy:
 * the original bytes are deleted; hash, locations and codes are kept.
 */
@Injectable()
export class StoreFile {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly cuttings: RedactionStore,
  ) {}

  /** Returns whether the original file is stored. */
  async run(
    { id, supplier_id, spool_name, file_name, file_sha256, file_size_bytes }: Version,
    verdict: CheckResultSummary,
    { copy }: Pick<CheckOutcome, 'copy'>,
    { copyFile }: Pick<PendingRows, 'copyFile'>,
  ): Promise<boolean> {
    const waiting = spool_name ?? '';
    if (copy === null && !mayContainPersonalData(verdict)) {
      await this.files.storeUpload(waiting, { sha256: file_sha256 ?? '', sizeBytes: Number(file_size_bytes) });
      return true;
    }
    if (waiting !== '') this.database.afterCommit(() => this.files.deleteUpload(waiting));
    if (copy === null) return false;
    await this.files.store({ path: copyFile, name: file_name ?? '', sha256: copy.sha256, sizeBytes: copy.sizeBytes });
    await this.cuttings.add({
      versionId: id,
      supplierId: supplier_id,
      stage: 'kept',
      wholeSha256: file_sha256 ?? '',
      wholeSizeBytes: Number(file_size_bytes),
      copy,
      facts: copy,
    });
    return false;
  }
}
