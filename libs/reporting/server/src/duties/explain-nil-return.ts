import { Injectable } from '@nestjs/common';
import { AuditTrail, notFound } from '@tallgrunn/platform';
import { DutyStore } from '../store/duty-store.ts';
import { NilQuestionStore } from '../store/nil-question-store.ts';

/**
 * Records why a nil return is right although purchases were booked after it. The question stays answered until more is
 * booked.
 */
@Injectable()
export class ExplainNilReturn {
  constructor(
    private readonly duties: DutyStore,
    private readonly questions: NilQuestionStore,
    private readonly audit: AuditTrail,
  ) {}

  async run(dutyId: string, reason: string): Promise<void> {
    if (!(await this.duties.find(dutyId))) throw notFound('duty');
    const explained = await this.questions.explain(dutyId, reason);
    if (!explained) throw notFound('nil-question');
    const subject = { kind: 'report-version', id: explained.versionId };
    await this.audit.record({ act: 'report.nil-explained', subject, details: { dutyId } });
  }
}
