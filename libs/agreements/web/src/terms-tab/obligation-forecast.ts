import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { termsPreviewObligations } from '@tallgrunn/api-client/calls';
import type { ObligationForecastDto } from '@tallgrunn/api-client/shapes';
import type { TermsDraft } from './editor/terms-editor-store.ts';
import { ProblemMessages, texts } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';

/**
 * The number of reports that terms require at once when they apply from a day, and how many of them are already
 * overdue.
 */
@Component({
  selector: 'tg-obligation-forecast',
  template: `
    <div role="status">
      @if (forecast(); as found) {
        <div class="ds-alert" [attr.data-color]="found.overdueCount > 0 ? 'warning' : 'info'">
          <p>{{ t().forecast.says(found) }}</p>
          @if (found.overdueCount > 0) {
            <p>{{ t().forecast.late }}</p>
          }
        </div>
      } @else if (fault()) {
        <p>{{ fault() }}</p>
      }
    </div>
    @if (!forecast()) {
      <button
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        type="button"
        [attr.aria-busy]="busy()"
        (click)="look()"
      >
        {{ t().forecast.act }}
      </button>
    }
  `,
})
export class ObligationForecast {
  readonly agreementId = input.required<string>();
  readonly draft = input.required<TermsDraft>();
  readonly holdsFrom = input.required<string>();
  protected readonly t = texts(agreementsTexts);
  protected readonly busy = signal(false);
  protected readonly fault = signal('');
  /** Reset when the draft or the day changes. */
  protected readonly forecast = linkedSignal<unknown, ObligationForecastDto | null>({
    source: () => [this.draft(), this.holdsFrom()],
    computation: () => null,
  });
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  /**
   * Fetches and shows the forecast for the current draft and day. Returns null when the request failed or no day is
   * set.
   */
  async look(): Promise<ObligationForecastDto | null> {
    const [agreementId, document, holdsFrom] = [this.agreementId(), this.draft(), this.holdsFrom()];
    if (holdsFrom === '') return null;
    this.busy.set(true);
    this.fault.set('');
    try {
      const found = await this.#send(termsPreviewObligations, {
        agreementId,
        body: { document: { ...document }, holdsFrom },
      });
      this.forecast.set(found);
      return found;
    } catch (error) {
      this.fault.set(this.#messages.sentence(problemOf(error)));
      return null;
    } finally {
      this.busy.set(false);
    }
  }

  /** True when the forecast shown is that of the draft to publish. */
  get isShown(): boolean {
    return this.forecast() !== null;
  }
}
