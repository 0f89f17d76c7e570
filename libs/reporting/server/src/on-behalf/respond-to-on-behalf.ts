import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem, notFound } from '@tallgrunn/platform';
import { withoutPersons } from '@tallgrunn/values';
import type { OnBehalfResponseRequest } from '../corrections/correction.dto.ts';
import { VersionStore } from '../store/version-store.ts';

const TEXT_MIN = 3;

/**
 * Records whether the supplier confirms the report uploaded on its behalf. The supplier may also submit a version of
 * its own that replaces it.
 * @throws Problem 'on-behalf-response-missing' (400) when it disagrees without a comment
 */
@Injectable()
export class RespondToOnBehalf {
  constructor(
    private readonly versions: VersionStore,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(versionId: string, { agreed, text = '' }: OnBehalfResponseRequest): Promise<void> {
    if (!(await this.versions.find(versionId))) throw notFound('report-version');
    if (!agreed && text.trim().length < TEXT_MIN)
      throw new Problem(400, 'on-behalf-response-missing', { field: 'text' });
    const answer = agreed ? 'agreed' : 'disagreed';
    const answered = await this.database.query(
      'update reporting.on_behalf_submission set answer = $2, answer_text = $3, answered_by = $4, answered_at = $5 where version_id = $1 returning version_id',
      [versionId, answer, withoutPersons(text.trim()) || null, this.database.actor().personId, this.clock.now()],
    );
    if (answered.length === 0) throw new Problem(409, 'not-submitted-on-behalf', { versionId });
    await this.audit.record({
      act: 'report.answered-on-behalf',
      subject: { kind: 'report-version', id: versionId },
      details: { answer },
    });
  }
}
