import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { footprintsReview } from '@tallgrunn/api-client/calls';
import type { FootprintDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, ProblemMessages, fieldError, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { declarationTexts } from '../texts/declaration-texts.ts';

type ReviewOutcome = FootprintDto['advice'];

const reviewOutcomes: readonly ReviewOutcome[] = ['accepted', 'accepted-with-reservation', 'to-clarify', 'rejected'];

/** Form for reviewing a footprint. The checklist's recommendation is preselected but never saved without the user. */
@Component({
  selector: 'tg-decide-form',
  imports: [ErrorSummary, Field],
  templateUrl: './decide-form.html',
  styleUrl: './decide-form.css',
})
export class ReviewForm {
  readonly footprint = input.required<FootprintDto>();
  readonly decided = output();
  readonly cancelled = output();
  protected readonly t = texts(declarationTexts);
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();
  protected readonly verdicts = reviewOutcomes;
  protected readonly verdict = linkedSignal<ReviewOutcome>(() => this.footprint().advice);
  protected readonly reason = signal('');
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly faultAt = fieldError;

  protected valueOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }

  /**
   * Returns whether a reason is required: always, except when accepting a footprint that the checklist recommends
   * accepting.
   */
  protected needsWords(): boolean {
    return this.verdict() === 'to-clarify' || this.verdict() === 'rejected' || this.footprint().advice === 'to-clarify';
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const reason = this.reason().trim();
    this.faults.set(
      this.needsWords() && reason === '' ? [{ field: 'decide-reason', sentence: this.t().page.reasonMissing }] : [],
    );
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      await this.#send(footprintsReview, {
        body: { footprintIds: [this.footprint().id], verdict: this.verdict(), reason },
      });
      this.decided.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
