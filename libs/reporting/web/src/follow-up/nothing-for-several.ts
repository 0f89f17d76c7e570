import { Component, computed, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { obligationsReportNilForMany } from '@tallgrunn/api-client/calls';
import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import { ProblemMessages, texts } from '@tallgrunn/design';
import { obligationName } from '../obligation/obligation-name.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';

/** Submits nil returns for several periods at once. Shown when more than one is due. */
@Component({
  selector: 'tg-nothing-for-several',
  template: `
    @if (over().length > 1) {
      <details class="ds-details">
        <summary>{{ t().followUp.several }}</summary>
        <form class="tg-form" novalidate (submit)="save($event)">
          <fieldset class="ds-fieldset">
            <legend class="ds-label">{{ t().followUp.severalLead }}</legend>
            @for (obligation of over(); track obligation.id) {
              <label class="tg-row">
                <input class="ds-input" type="checkbox" name="obligation" [value]="obligation.id" />
                {{ name.period(obligation) }}, {{ obligation.agreement.title }}
              </label>
            }
          </fieldset>
          <button class="ds-button" type="submit" [attr.aria-busy]="sending()">{{ t().followUp.severalAct }}</button>
        </form>
      </details>
    }
    <p role="status">{{ notice() }}</p>
  `,
})
export class SubmitNilReturns {
  readonly obligations = input.required<readonly ObligationDto[]>();
  readonly reported = output();
  protected readonly t = texts(reportingTexts);
  protected readonly name = obligationName();
  protected readonly notice = signal('');
  protected readonly sending = signal(false);
  protected readonly over = computed(() => this.obligations().filter(({ state }) => state !== 'running'));
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const obligationIds = new FormData(event.target as HTMLFormElement).getAll('obligation').map(String);
    if (obligationIds.length === 0) return this.notice.set(this.t().followUp.severalNone);
    this.sending.set(true);
    try {
      const results = await this.#send(obligationsReportNilForMany, { body: { obligationIds } });
      const done = results.filter(({ versionId }) => versionId !== null).length;
      this.notice.set(this.t().followUp.severalDone({ done, refused: results.length - done }));
      if (done > 0) this.reported.emit();
    } catch (error) {
      this.notice.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.sending.set(false);
    }
  }
}
