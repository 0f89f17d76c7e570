import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { problemOf, read, sender } from '@tallgrunn/api-client';
import { indexSeriesList, priceModelsCreate } from '@tallgrunn/api-client/calls';
import type { LotDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, ProblemMessages, fieldError, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { pricesTexts } from '../texts/prices-texts.ts';
import { emptyModel, validateModel, modelBody, modelKinds } from './model-draft.ts';

/** Form for the price model of a lot from a day on. */
@Component({
  selector: 'tg-model-form',
  imports: [ErrorSummary, Field, FormField],
  templateUrl: './model-form.html',
})
export class ModelForm {
  readonly agreementId = input.required<string>();
  readonly lots = input.required<readonly LotDto[]>();
  /** True when something was changed. */
  readonly closed = output<boolean>();
  protected readonly t = texts(pricesTexts);
  protected readonly kinds = modelKinds;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly faultAt = fieldError;
  protected readonly series = read(indexSeriesList);
  readonly #values = signal(emptyModel);
  protected readonly form = form(this.#values);
  protected readonly kind = computed(() => this.#values().kind);
  protected readonly adjusts = computed(() => this.#values().adjusts);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    this.faults.set(validateModel(this.#values(), this.t().models.faults));
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      await this.#send(priceModelsCreate, { agreementId: this.agreementId(), body: modelBody(this.#values()) });
      this.closed.emit(true);
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
