import { Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { problemOf, sender } from '@tallgrunn/api-client';
import { batchesReverse } from '@tallgrunn/api-client/calls';
import { Field, ProblemMessages, texts } from '@tallgrunn/design';
import { spendTexts } from '../texts/spend-texts.ts';

const REASON_MIN = 3;

/** Form that reverses a batch with a reason. */
@Component({
  selector: 'tg-reverse-batch',
  imports: [Field],
  templateUrl: './reverse-batch.html',
})
export class ReverseBatchForm {
  /** Id of the batch. */
  readonly batch = input.required<string>();
  readonly lines = input.required<number>();
  protected readonly t = texts(spendTexts);
  readonly #router = inject(Router);
  readonly #messages = inject(ProblemMessages);
  readonly #send = sender();
  protected readonly reason = signal('');
  protected readonly fault = signal('');
  protected readonly trouble = signal('');
  protected readonly working = signal(false);

  protected valueOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    this.fault.set(reason.length < REASON_MIN ? this.t().takeBack.reasonMissing : '');
    if (this.fault() || this.working()) return;
    this.working.set(true);
    this.trouble.set('');
    try {
      const { id } = await this.#send(batchesReverse, { batchId: this.batch(), body: { reason } });
      await this.#router.navigate(['/spend', id]);
    } catch (error) {
      this.trouble.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.working.set(false);
    }
  }
}
