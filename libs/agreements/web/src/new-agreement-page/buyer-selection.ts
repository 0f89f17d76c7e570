import { Component, computed, input, model } from '@angular/core';
import type { PartyDto } from '@tallgrunn/api-client/shapes';
import { Field, fieldError, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import type { BuyerDraft } from './agreement-draft.ts';

/** Selection of participating buyers, with dates when they differ from the agreement's. */
@Component({
  selector: 'tg-buyer-selection',
  imports: [Field],
  template: `
    <fieldset [attr.aria-describedby]="faultAt(faults(), 'buyers') ? 'buyers-error' : null">
      <legend class="ds-heading" data-size="xs" id="buyers" tabindex="-1">{{ t().create.buyers }}</legend>
      <p class="help">{{ buyers().length > 0 ? t().create.buyersHelp : t().create.noBuyers }}</p>
      @if (faultAt(faults(), 'buyers'); as sentence) {
        <p class="ds-validation-message" id="buyers-error">{{ sentence }}</p>
      }
      @if (buyers().length > 0) {
        <p class="tg-row tools">
          <button class="ds-button" data-variant="secondary" data-size="sm" type="button" (click)="all()">
            {{ everybody() ? t().create.none : t().create.all }}
          </button>
          <span class="tg-subtle" aria-live="polite">{{ t().create.chosen({ count: count() }) }}</span>
        </p>
        <ul>
          @for (buyer of buyers(); track buyer.id) {
            <li class="beside">
              <label class="choice"
                ><input
                  class="ds-input"
                  type="checkbox"
                  [checked]="!!chosen()[buyer.id]"
                  (change)="toggle(buyer.id)"
                />{{ buyer.name }}</label
              >
              @if (chosen()[buyer.id]; as span) {
                <div class="days">
                  <tg-field [for]="'from-' + buyer.id" [label]="t().from" [optional]="true">
                    <input
                      class="ds-input"
                      type="date"
                      data-size="sm"
                      [attr.aria-label]="t().create.fromOf({ buyer: buyer.name })"
                      [id]="'from-' + buyer.id"
                      [value]="span.fromOn"
                      (input)="write(buyer.id, 'fromOn', $event)"
                    />
                  </tg-field>
                  <tg-field
                    [for]="'until-' + buyer.id"
                    [label]="t().until"
                    [optional]="true"
                    [error]="faultAt(faults(), 'until-' + buyer.id)"
                  >
                    <input
                      class="ds-input"
                      type="date"
                      data-size="sm"
                      [attr.aria-label]="t().create.untilOf({ buyer: buyer.name })"
                      [id]="'until-' + buyer.id"
                      [value]="span.untilOn"
                      (input)="write(buyer.id, 'untilOn', $event)"
                    />
                  </tg-field>
                </div>
              }
            </li>
          }
        </ul>
      }
    </fieldset>
  `,
  styleUrl: './selection.css',
})
export class BuyerSelection {
  readonly buyers = input.required<readonly PartyDto[]>();
  readonly chosen = model.required<Readonly<Record<string, BuyerDraft>>>();
  readonly faults = input.required<readonly FormError[]>();
  protected readonly t = texts(agreementsTexts);
  protected readonly faultAt = fieldError;
  protected readonly count = computed(() => Object.keys(this.chosen()).length);
  protected readonly everybody = computed(() => this.count() === this.buyers().length);

  protected toggle(id: string): void {
    this.chosen.update((all) => {
      const { [id]: before, ...rest } = all;
      return before ? rest : { ...rest, [id]: defaultDates };
    });
  }

  protected all(): void {
    const before = this.chosen();
    this.chosen.set(
      this.everybody() ? {} : Object.fromEntries(this.buyers().map(({ id }) => [id, before[id] ?? defaultDates])),
    );
  }

  protected write(id: string, end: keyof BuyerDraft, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.chosen.update((all) => ({ ...all, [id]: { ...defaultDates, ...all[id], [end]: value } }));
  }
}

const defaultDates: BuyerDraft = { fromOn: '', untilOn: '' };
