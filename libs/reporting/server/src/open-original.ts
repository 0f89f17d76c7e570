import { Injectable, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { AuditTrail, FileStore, notFound, Problem } from '@tallgrunn/platform';
import { VersionStore } from './store/version-store.ts';

/** The file as it came, for whoever may see the version. A file that was not kept says so. */
@Injectable()
export class OpenOriginal {
  constructor(
    private readonly versions: VersionStore,
    private readonly files: FileStore,
    private readonly audit: AuditTrail,
  ) {}

  async run(versionId: string): Promise<StreamableFile> {
    const version = await this.versions.find(versionId);
    if (!version?.file_sha256) throw notFound('report-version');
    if (!version.file_kept) throw new Problem(410, 'file-not-kept', { sha256: version.file_sha256, state: version.state });
    await this.audit.record({ act: 'report.file-opened', subject: { kind: 'report-version', id: versionId } });
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(version.file_name ?? 'report')}`;
    return new StreamableFile(Readable.from(this.files.stream(version.file_sha256)), { type: 'application/octet-stream', disposition, length: Number(version.file_size_bytes) });
  }
}
