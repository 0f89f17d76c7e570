import { Injectable } from '@nestjs/common';
import type { RedactionSummary } from '@tallgrunn/checks';
import { Database } from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';
import type { Version } from './version-store.ts';

export interface NewRedaction {
  readonly versionId: string;
  readonly supplierId: string;
  readonly stage: 'sent' | 'kept';
  readonly wholeSha256: string;
  readonly wholeSizeBytes: number;
  /** The copy stored instead of the file; null for a file redacted before upload, which is stored itself. */
  readonly copy: { readonly sha256: string; readonly sizeBytes: number } | null;
  readonly facts: RedactionSummary;
}

/** The file columns of a version. */
type FileOfVersion = Pick<Version, 'id' | 'is_file_stored' | 'file_sha256' | 'file_name' | 'file_size_bytes'>;

/** A stored file: the original, or a copy without data that must not be stored. */
export interface StoredFile {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly name: string;
}

/** Returns the name of a copy: a workbook of any format is copied as .xlsx. */
function copyName(fileName: string): string {
  return fileName.replace(/\.(?:xlsm|xlsb|xlt[xm]?|xls|ots|f?ods)$/i, '.xlsx');
}

/** Redactions of report files. */
@Injectable()
export class RedactionStore {
  constructor(private readonly database: Database) {}

  async add({ versionId, supplierId, stage, wholeSha256, wholeSizeBytes, copy, facts }: NewRedaction): Promise<void> {
    await this.database.query(
      `insert into reporting.file_redaction (version_id, supplier_id, stage, original_sha256, original_size_bytes, file_sha256, file_size_bytes, row_count, columns, cell_count, unused_columns, sheet_count, left_out_count)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        versionId,
        supplierId,
        stage,
        wholeSha256,
        wholeSizeBytes,
        copy?.sha256 ?? null,
        copy?.sizeBytes ?? null,
        facts.rows,
        jsonbText(facts.columns),
        facts.cells,
        jsonbText(facts.unused),
        facts.sheets,
        facts.leftOut,
      ],
    );
  }

  /** Returns the number of rows that the supplier left out before upload. */
  async excludedRowCount(versionId: string): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `select left_out_count as count from reporting.file_redaction where version_id = $1 and stage = 'sent'`,
      [versionId],
    );
    return row?.count ?? 0;
  }

  /**
   * Returns the stored file of a version, or its redacted copy; null when neither is stored. Rows and cells of a copy
   * keep their positions.
   */
  async storedFile({
    id,
    is_file_stored,
    file_sha256,
    file_name,
    file_size_bytes,
  }: FileOfVersion): Promise<StoredFile | null> {
    const name = file_name ?? 'report';
    if (is_file_stored && file_sha256) return { sha256: file_sha256, sizeBytes: Number(file_size_bytes), name };
    const copy = await this.database.one<{ file_sha256: string; file_size_bytes: string }>(
      `select file_sha256, file_size_bytes from reporting.file_redaction where version_id = $1 and stage = 'kept' and file_sha256 is not null`,
      [id],
    );
    return copy ? { sha256: copy.file_sha256, sizeBytes: Number(copy.file_size_bytes), name: copyName(name) } : null;
  }
}

/** SQL: redactions of version `v` as a JSON array, the one before upload first. */
export const redactionsSql = `coalesce((
  select json_agg(json_build_object('stage', k.stage, 'wholeSha256', k.original_sha256, 'wholeSizeBytes', k.original_size_bytes, 'rows', k.row_count, 'columns', k.columns, 'cells', k.cell_count, 'unused', k.unused_columns, 'sheets', k.sheet_count, 'leftOut', k.left_out_count) order by k.stage desc)
  from reporting.file_redaction k where k.cooperative_id = v.cooperative_id and k.version_id = v.id), '[]')`;

/** SQL: the uploaded file of version `v` as JSON, and whether it or a copy of it is stored. */
export const fileSql = `case when v.file_sha256 is not null then json_build_object('name', v.file_name, 'sha256', v.file_sha256, 'sizeBytes', v.file_size_bytes,
  'kept', v.is_file_stored or exists (select from reporting.file_redaction k where k.cooperative_id = v.cooperative_id and k.version_id = v.id and k.file_sha256 is not null)) end`;
