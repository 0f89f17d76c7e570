import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  FileStore,
  Problem,
  programPath,
  ReadInSubprocess,
  RedactUpload,
  type SpooledFile,
} from '@tallgrunn/platform';
import type { IndexRequest, IndexSeriesOutput } from './read-index-series.ts';

export interface NewIndexSeries {
  /** short name of the index, such as KPI or I44; upper case */
  readonly code: string;
  readonly title: string;
  /** publisher, and where it was obtained */
  readonly source: string;
  readonly licence: string;
}

/** Imports a published index from a file of periods and values, as the next version of its series. */
@Injectable()
export class ImportIndexSeries {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly reader: ReadInSubprocess,
    private readonly redact: RedactUpload,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(
    { code, title, source, licence }: NewIndexSeries,
    upload: SpooledFile,
  ): Promise<{ code: string; version: number; values: number }> {
    const series = code.trim().toUpperCase();
    const file = await this.redact.run(upload, programPath(import.meta.url, 'redact-prices.program'));
    const request: IndexRequest = { path: file.path, name: file.name };
    const { values, findings } = await this.reader.one<IndexSeriesOutput>({
      program: programPath(import.meta.url, 'read-index-series.program'),
      request,
      sizeBytes: file.sizeBytes,
    });
    if (findings.length > 0)
      throw new Problem(
        422,
        'index-series-invalid',
        { name: file.name },
        findings.map(({ code: why, ...params }) => ({
          code: why,
          path: params.row === null ? undefined : `row ${params.row}`,
          params,
        })),
      );
    const latest = await this.database.one<{ version: number }>(
      'select coalesce(max(version), 0)::int as version from agreements.index_series where code = $1',
      [series],
    );
    const version = (latest?.version ?? 0) + 1;
    await this.files.store(file);
    await this.database.query(
      'insert into agreements.index_series (code, version, title, source, licence, file_name, file_sha256, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [series, version, title, source, licence, file.name, file.sha256, this.clock.now()],
    );
    await this.database.query(
      'insert into agreements.index_value (code, version, period, value) select $1, $2, u.period, u.value from unnest($3::text[], $4::numeric[]) as u (period, value)',
      [series, version, values.map(({ period }) => period), values.map(({ value }) => value)],
    );
    await this.audit.record({
      act: 'prices.index-imported',
      subject: { kind: 'index-series', id: this.database.actor().cooperativeId },
      details: { code: series, version, source, licence, values: values.length },
    });
    return { code: series, version, values: values.length };
  }
}
