import { Injectable, StreamableFile } from '@nestjs/common';
import { AuditLog, Database, FileStore, notFound } from '@tallgrunn/platform';

/**
 * Downloads the file of a declaration or one of its attachments. The response is always a download, so that the browser
 * never renders its content. Writes the audit log.
 */
@Injectable()
export class OpenDeclarationFile {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly records: AuditLog,
  ) {}

  async run(declarationId: string, evidenceId: string | null): Promise<StreamableFile> {
    const row = await this.database.one<{ name: string; sha256: string; size: string }>(
      evidenceId === null
        ? 'select file_name as name, file_sha256 as sha256, size_bytes::text as size from declarations.declaration where id = $1 and $2::uuid is null'
        : 'select file_name as name, file_sha256 as sha256, size_bytes::text as size from declarations.attachment where declaration_id = $1 and id = $2',
      [declarationId, evidenceId],
    );
    if (!row) throw notFound(evidenceId === null ? 'declaration' : 'evidence');
    await this.records.record({ act: 'declaration.file-opened', subject: { kind: 'declaration', id: declarationId } });
    return new StreamableFile(await this.files.stream(row.sha256), {
      type: 'application/octet-stream',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`,
      length: Number(row.size),
    });
  }
}
