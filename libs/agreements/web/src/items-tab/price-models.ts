import { Component, computed, inject, input, signal } from '@angular/core';
import { problemOf, read, sender } from '@tallgrunn/api-client';
import { priceModelsList, priceModelsRemove } from '@tallgrunn/api-client/calls';
import type { LotDto, PriceModelDto } from '@tallgrunn/api-client/shapes';
import { Loaded, ProblemMessages, texts } from '@tallgrunn/design';
import { pricesTexts } from '../texts/prices-texts.ts';
import { ModelForm } from './model-form.ts';
import { describePriceModel } from './describe-price-model.ts';

/** Descriptions of the price models of each lot; a contract manager can add the next. */
@Component({
  selector: 'tg-price-models',
  imports: [Loaded, ModelForm],
  template: `
    <h2 class="ds-heading" data-size="xs">{{ t().models.title }}</h2>
    <p class="tg-text tg-subtle">{{ t().models.help }}</p>
    <p role="alert" class="tg-text">{{ trouble() }}</p>
    <ng-container *tgLoaded="let all; from: models; shape: 'rows'">
      @if (all.length === 0) {
        <p class="tg-text">{{ t().models.none }}</p>
      } @else {
        <ul class="plain">
          @for (model of all; track model.id) {
            <li>
              <p class="tg-text">
                <strong>{{ placeOf(model) }}: {{ t().models.kinds[model.kind] }}</strong>
                <span class="tg-subtle">{{ t().span({ from: model.fromOn, to: model.untilOn }) }}</span>
              </p>
              <p class="tg-text">{{ say(model).join(' ') }}</p>
              @if (model.clause) {
                <p class="tg-text tg-subtle">{{ model.clause }}</p>
              }
              @if (mayWrite()) {
                <button
                  class="ds-button"
                  data-variant="tertiary"
                  data-size="sm"
                  type="button"
                  [attr.aria-label]="t().models.removeOf({ name: placeOf(model) + ' ' + t().models.kinds[model.kind] })"
                  (click)="remove(model)"
                >
                  {{ t().models.remove }}
                </button>
              }
            </li>
          }
        </ul>
      }
    </ng-container>
    @if (mayWrite()) {
      @if (adding()) {
        <tg-model-form [agreementId]="agreementId()" [lots]="lots()" (closed)="closed($event)" />
      } @else {
        <p>
          <button class="ds-button" data-variant="secondary" type="button" (click)="adding.set(true)">
            {{ t().models.add }}
          </button>
        </p>
      }
    }
  `,
  styleUrl: './section.css',
})
export class PriceModels {
  readonly agreementId = input.required<string>();
  readonly lots = input.required<readonly LotDto[]>();
  readonly mayWrite = input(false);
  protected readonly t = texts(pricesTexts);
  protected readonly models = read(priceModelsList, () => ({ agreementId: this.agreementId() }));
  protected readonly adding = signal(false);
  protected readonly trouble = signal('');
  protected readonly titles = computed(() => new Map(this.lots().map(({ key, title }) => [key, title])));
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected placeOf({ lot }: PriceModelDto): string {
    const { models } = this.t();
    return lot === null ? models.wholeAgreement : `${models.lot({ lot })} ${this.titles().get(lot) ?? ''}`.trim();
  }

  protected say(model: PriceModelDto): readonly string[] {
    return describePriceModel(model, this.t().models);
  }

  protected closed(changed: boolean): void {
    this.adding.set(false);
    if (changed) this.models.reload();
  }

  protected async remove({ id }: PriceModelDto): Promise<void> {
    this.trouble.set('');
    try {
      await this.#send(priceModelsRemove, { agreementId: this.agreementId(), modelId: id });
      this.models.reload();
    } catch (error) {
      this.trouble.set(this.#messages.sentence(problemOf(error)));
    }
  }
}
