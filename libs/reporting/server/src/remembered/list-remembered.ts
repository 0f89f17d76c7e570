import { Injectable } from '@nestjs/common';
import { notFound } from '@tallgrunn/platform';
import { DutyStore } from '../store/duty-store.ts';
import { RememberedAnswerStore, type RememberedAnswer } from '../store/remembered-answer-store.ts';

/**
 * Lists the supplier's remembered answers that apply to its next file for an obligation's agreement, with the time, the
 * person and the report of each.
 */
@Injectable()
export class ListRemembered {
  constructor(
    private readonly duties: DutyStore,
    private readonly answers: RememberedAnswerStore,
  ) {}

  async run(dutyId: string, after: string | null): Promise<RememberedAnswer[]> {
    const duty = await this.duties.find(dutyId);
    if (!duty) throw notFound('duty');
    return this.answers.list({ supplierId: duty.supplier_id, agreementId: duty.agreement_id }, after);
  }
}
