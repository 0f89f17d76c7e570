import { Injectable } from '@nestjs/common';
import { Database, notFound, Problem } from '@tallgrunn/platform';
import type { CaseSubject } from './case.ts';
import { OpenCase } from './open-case.ts';

export interface CorrectionRequest {
  /** What is wrong and why; shown to the supplier. */
  readonly message: string;
  readonly subjects?: readonly CaseSubject[];
}

/**
 * Asks a supplier to correct an accepted report. The report stays valid until a new version is accepted, which closes
 * the case.
 */
@Injectable()
export class RequestCorrection {
  constructor(
    private readonly database: Database,
    private readonly open: OpenCase,
  ) {}

  /** @throws Problem 'not-found' (404), 'version-not-accepted' | 'correction-already-requested' (409) */
  async run(versionId: string, { message, subjects = [] }: CorrectionRequest): Promise<{ id: string }> {
    const version = await this.database.one<{ supplier_id: string; agreement_id: string; state: string }>(
      'select supplier_id, agreement_id, state from reporting.door_report_version where id = $1',
      [versionId],
    );
    if (!version) throw notFound('report-version');
    if (version.state !== 'accepted') throw new Problem(409, 'version-not-accepted', { state: version.state });
    const existing = await this.database.one<{ number: string }>(
      `select c.number from follow_up.case_subject s join follow_up.supplier_case c on c.cooperative_id = s.cooperative_id and c.id = s.case_id
       where s.version_id = $1 and c.kind = 'report-correction' and c.closed_at is null limit 1`,
      [versionId],
    );
    if (existing) throw new Problem(409, 'correction-already-requested', { number: existing.number });
    return this.open.run({
      kind: 'report-correction',
      supplierId: version.supplier_id,
      agreementId: version.agreement_id,
      subjects: [{ kind: 'report', versionId }, ...subjects],
      message,
    });
  }
}
