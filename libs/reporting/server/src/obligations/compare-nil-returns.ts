import { Injectable } from '@nestjs/common';
import { checkNilReturn, type Finding } from '@tallgrunn/checks';
import { OnDomainEvent, type DomainEvent } from '@tallgrunn/platform';
import { sum } from '@tallgrunn/values';
import { BookedSpend } from '../checking/booked-spend.ts';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { NilQuestionStore, type NilReturn } from '../store/nil-question-store.ts';

/**
 * Compares nil returns with purchases posted or reversed afterwards, using the same check that a nil return meets on
 * submission. Purchases beyond those the supplier explained open a question; it closes when the purchases are reversed.
 * A repeated run changes nothing.
 */
@Injectable()
@OnDomainEvent('spend.batch-posted', { lane: 'long' })
export class CompareNilReturns {
  constructor(
    private readonly questions: NilQuestionStore,
    private readonly prepare: PrepareCheck,
    private readonly booked: BookedSpend,
  ) {}

  async run({ subjectId }: DomainEvent): Promise<void> {
    await this.questions.lockForComparison();
    for (const nil of await this.questions.nilReturnsNear(subjectId)) {
      const contradictions = await this.#contradictions(nil);
      if (contradictions.length === 0) await this.questions.close(nil.versionId);
      else
        await this.questions.open(
          nil,
          sum(contradictions.map(amountOf)),
          contradictions.reduce((invoices, finding) => invoices + invoicesOf(finding), 0),
        );
    }
  }

  async #contradictions({ obligationId, explained }: NilReturn): Promise<Finding[]> {
    const { terms, context } = await this.prepare.basis(obligationId);
    const { findings } = checkNilReturn(terms, {
      ...context,
      ...(await this.booked.run(obligationId, context, terms)),
    });
    const isUnexplained = (finding: Finding) => Number(amountOf(finding)) > Number(explained[finding.cause ?? ''] ?? 0);
    return findings.filter((finding) => finding.code === 'nil-but-booked' && isUnexplained(finding));
  }
}

const invoicesOf = ({ params }: Finding): number => Number(params['count'] ?? 0) + Number(params['earlyCount'] ?? 0);
const amountOf = ({ expected }: Finding): string => expected ?? '0';
