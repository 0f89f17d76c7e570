import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { termsPreviewObligations } from '@tallgrunn/api-client/calls';
import type { ObligationForecastDto } from '@tallgrunn/api-client/shapes';
import type { Draft } from './editor/terms-desk.ts';
import { ProblemWords, texts } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';

/** How many reports terms ask for at once when they hold from a day, and how many of them are late already. */
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
  readonly draft = input.required<Draft>();
  readonly holdsFrom = input.required<string>();
  protected readonly t = texts(agreementsTexts);
  protected readonly busy = signal(false);
  protected readonly fault = signal('');
  /** Of another draft or day it says nothing. */
  protected readonly forecast = linkedSignal<unknown, ObligationForecastDto | null>({
    source: () => [this.draft(), this.holdsFrom()],
    computation: () => null,
  });
  readonly #send = sender();
  readonly #words = inject(ProblemWords);

  /** Returns the forecast for the draft and day as they are, and shows it; null when the server cannot say. */
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
      this.fault.set(this.#words.sentence(problemOf(error)));
      return null;
    } finally {
      this.busy.set(false);
    }
  }

  /** Whether the numbers on the screen are of what would be published. */
  get isShown(): boolean {
    return this.forecast() !== null;
  }
}
