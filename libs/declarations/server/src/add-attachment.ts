import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  FileStore,
  notFound,
  Problem,
  programPath,
  RedactUpload,
  type SpooledFile,
} from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { requirePdf } from './require-pdf.ts';

export interface AttachmentRow {
  readonly id: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly addedAt: Date;
}

const ATTACHMENTS_MAX = 20;

/**
 * Adds PDF attachments to a declaration. Personal data about the author is removed; the rest is stored unchanged. The
 * content is not read, and the server never renders it.
 */
@Injectable()
export class AddAttachment {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly redact: RedactUpload,
    private readonly records: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores a PDF as an attachment. Returns the existing attachment when the same bytes are uploaded twice.
   * @throws Problem 'attachment-not-pdf' | 'attachment-limit-reached' (422)
   */
  async run(declarationId: string, upload: SpooledFile): Promise<AttachmentRow> {
    await requirePdf(upload);
    const file = await this.redact.run(upload, programPath(import.meta.url, 'redact-declaration.program'));
    const declaration = await this.database.one<{ supplier_id: string; kept: number }>(
      'select d.supplier_id, (select count(*)::int from declarations.attachment e where e.declaration_id = d.id) as kept from declarations.declaration d where d.id = $1',
      [declarationId],
    );
    if (!declaration) throw notFound('declaration');
    const existing = await this.#findExisting(declarationId, file.sha256);
    if (existing) return existing;
    if (declaration.kept >= ATTACHMENTS_MAX)
      throw new Problem(422, 'attachment-limit-reached', { limit: ATTACHMENTS_MAX });
    await this.files.store(file);
    const now = this.clock.now();
    const id = uuidv7(now);
    await this.database.query(
      `insert into declarations.attachment (id, declaration_id, supplier_id, file_name, file_sha256, size_bytes, added_by, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        declarationId,
        declaration.supplier_id,
        file.name,
        file.sha256,
        file.sizeBytes,
        this.database.actor().personId,
        now,
      ],
    );
    await this.records.record({
      act: 'declaration.attachment-added',
      subject: { kind: 'declaration', id: declarationId },
      details: { fileName: file.name, sha256: file.sha256 },
    });
    return { id, fileName: file.name, sizeBytes: file.sizeBytes, sha256: file.sha256, addedAt: now };
  }

  #findExisting(declarationId: string, sha256: string): Promise<AttachmentRow | undefined> {
    return this.database.one<AttachmentRow>(
      `select id, file_name as "fileName", size_bytes::int as "sizeBytes", file_sha256 as sha256, added_at as "addedAt" from declarations.attachment where declaration_id = $1 and file_sha256 = $2`,
      [declarationId, sha256],
    );
  }
}
