import { Injectable } from '@nestjs/common';
import { notFound } from '@tallgrunn/platform';
import { ObligationStore } from '../store/obligation-store.ts';
import { RememberedAnswerStore, type RememberedAnswer } from '../store/remembered-answer-store.ts';

/**
 * Lists the supplier's remembered answers that apply to its next file for an obligation's agreement, with the time, the
 * person and the report of each.
 */
@Injectable()
export class ListRememberedAnswers {
  constructor(
    private readonly obligations: ObligationStore,
    private readonly answers: RememberedAnswerStore,
  ) {}

  async run(obligationId: string, after: string | null): Promise<RememberedAnswer[]> {
    const obligation = await this.obligations.find(obligationId);
    if (!obligation) throw notFound('obligation');
    return this.answers.list({ supplierId: obligation.supplier_id, agreementId: obligation.agreement_id }, after);
  }
}
