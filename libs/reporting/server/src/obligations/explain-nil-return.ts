import { Injectable } from '@nestjs/common';
import { AuditLog, notFound } from '@tallgrunn/platform';
import { ObligationStore } from '../store/obligation-store.ts';
import { NilQuestionStore } from '../store/nil-question-store.ts';

/**
 * Records why a nil return is right although purchases were booked after it. The question stays answered until more is
 * booked.
 */
@Injectable()
export class ExplainNilReturn {
  constructor(
    private readonly obligations: ObligationStore,
    private readonly questions: NilQuestionStore,
    private readonly audit: AuditLog,
  ) {}

  async run(obligationId: string, reason: string): Promise<void> {
    if (!(await this.obligations.find(obligationId))) throw notFound('obligation');
    const explained = await this.questions.explain(obligationId, reason);
    if (!explained) throw notFound('nil-question');
    const subject = { kind: 'report-version', id: explained.versionId };
    await this.audit.record({ act: 'report.nil-explained', subject, details: { obligationId } });
  }
}
