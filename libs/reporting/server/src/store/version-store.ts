import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import type { ReadingOptions } from '../checking/check-request.ts';
import { ObligationStore } from './obligation-store.ts';
import type { VersionState } from '../versions/submission.ts';

export interface Version {
  readonly id: string;
  readonly obligation_id: string;
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly terms_version_id: string;
  readonly period_key: string;
  readonly kind: 'lines' | 'nil';
  readonly state: VersionState;
  readonly sequence: number | null;
  readonly number: string | null;
  readonly file_name: string | null;
  readonly file_sha256: string | null;
  readonly file_size_bytes: string | null;
  readonly is_file_stored: boolean;
  readonly spool_name: string | null;
  readonly answers: ReadingOptions;
  readonly line_count: number;
  readonly amount: string;
  readonly currency: string | null;
  readonly requires_review: boolean;
  readonly submitted_at: Date | null;
}

const columns =
  'id, obligation_id, agreement_id, supplier_id, terms_version_id, period_key, kind, state, sequence, number, file_name, file_sha256, file_size_bytes, is_file_stored, spool_name, answers, line_count, amount, currency, requires_review, submitted_at';

/** Report versions. */
@Injectable()
export class VersionStore {
  constructor(
    private readonly database: Database,
    private readonly obligations: ObligationStore,
  ) {}

  find(id: string): Promise<Version | undefined> {
    return this.database.one<Version>(`select ${columns} from reporting.report_version where id = $1`, [id]);
  }

  /**
   * Locks the obligation and then the version until the transaction ends.
   * @throws Problem 'not-found' (404) when the version is not visible to the user
   */
  async lockForUpdate(id: string): Promise<Version> {
    const found = await this.find(id);
    if (!found) throw notFound('report-version');
    await this.obligations.lockForUpdate(found.obligation_id);
    const version = await this.database.one<Version>(
      `select ${columns} from reporting.report_version where id = $1 for update`,
      [id],
    );
    if (!version) throw notFound('report-version');
    return version;
  }
}
