import { Component, input, output } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import {
  penaltiesApproveDecision,
  penaltiesEditLetter,
  penaltiesLetter,
  penaltiesWithdrawDecision,
} from '@tallgrunn/api-client/calls';
import type { PenaltyDecisionDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, StatusTag, fieldError, texts } from '@tallgrunn/design';
import { formValues, injectFormAction } from '../claims/act.ts';
import { LetterForm, type EditedLetter } from '../claims/letter-form.ts';
import { claimsTexts } from '../texts/claims/claims-texts.ts';

/** Decisions on a late report, newest first, each with its letter. */
@Component({
  selector: 'tg-penalty-decisions',
  imports: [ErrorSummary, Field, LetterForm, StatusTag],
  templateUrl: './penalty-decisions.html',
})
export class PenaltyDecisions {
  readonly decisions = input.required<readonly PenaltyDecisionDto[]>();
  readonly mayDecide = input(false);
  readonly changed = output();
  protected readonly t = texts(claimsTexts);
  protected readonly act = injectFormAction();
  protected readonly faultAt = fieldError;
  readonly #send = sender();

  protected headOf({ number, decision, decidedBy, decidedAt }: PenaltyDecisionDto): string {
    const { penalty, penalties } = this.t();
    return penalty.decided({
      number,
      decision: penalties.decisions[decision].toLowerCase(),
      by: decidedBy,
      at: decidedAt.slice(0, 10),
    });
  }

  protected isPending({ requiresSecondApproval, approvedAt, withdrawnAt }: PenaltyDecisionDto): boolean {
    return requiresSecondApproval && approvedAt === null && withdrawnAt === null;
  }

  protected saveLetter(decisionId: string): (letter: EditedLetter) => Promise<unknown> {
    return (body) => this.#send(penaltiesEditLetter, { decisionId, body });
  }

  protected letterOf(decisionId: string): () => Promise<Blob> {
    return () => this.#send(penaltiesLetter, { decisionId });
  }

  protected async approve(decisionId: string): Promise<void> {
    if (await this.act.run(() => this.#send(penaltiesApproveDecision, { decisionId }))) this.changed.emit();
  }

  protected async withdraw(event: Event, decisionId: string): Promise<void> {
    const { reason = '' } = formValues(event);
    const field = `withdraw-${decisionId}`;
    if (!this.act.check([reason === '' && { field, sentence: this.t().reasonMissing }])) return;
    if (await this.act.run(() => this.#send(penaltiesWithdrawDecision, { decisionId, body: { reason } })))
      this.changed.emit();
  }
}
