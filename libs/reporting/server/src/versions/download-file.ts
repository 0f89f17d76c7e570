import { Injectable, StreamableFile } from '@nestjs/common';
import { AuditLog, FileStore, notFound, Problem } from '@tallgrunn/platform';
import { RedactionStore } from '../store/redaction-store.ts';
import { VersionStore } from '../store/version-store.ts';

/**
 * Returns the original file, or its redacted copy.
 * @throws Problem 'file-not-stored' (410) when neither is stored
 */
@Injectable()
export class DownloadFile {
  constructor(
    private readonly versions: VersionStore,
    private readonly files: FileStore,
    private readonly cuttings: RedactionStore,
    private readonly audit: AuditLog,
  ) {}

  async run(versionId: string): Promise<StreamableFile> {
    const version = await this.versions.find(versionId);
    if (!version?.file_sha256) throw notFound('report-version');
    const stored = await this.cuttings.storedFile(version);
    if (!stored) throw new Problem(410, 'file-not-stored', { sha256: version.file_sha256, state: version.state });
    await this.audit.record({ act: 'report.file-opened', subject: { kind: 'report-version', id: versionId } });
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(stored.name)}`;
    return new StreamableFile(await this.files.stream(stored.sha256), {
      type: 'application/octet-stream',
      disposition,
      length: stored.sizeBytes,
    });
  }
}
