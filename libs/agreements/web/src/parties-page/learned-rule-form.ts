import { Component, input, output } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { supplierPartiesAddAlias, supplierPartiesAddCustomerNumber } from '@tallgrunn/api-client/calls';
import type { PartySummaryDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, fieldError, texts } from '@tallgrunn/design';
import { partyTexts } from '../texts/party-texts.ts';
import { ValidityFields } from './validity-fields.ts';
import { partyChangeForm, valuesOf } from './party-change-form.ts';

/** Form for a supplier's name or customer number for a buyer. */
@Component({
  selector: 'tg-learned-rule-form',
  imports: [ValidityFields, ErrorSummary, Field],
  template: `
    <form class="tg-form" novalidate (submit)="save($event)">
      <tg-error-summary [faults]="change.faults()" />
      <tg-field
        [for]="'lesson-' + said()"
        [label]="what() === 'number' ? t().lessonHeads.number : t().aliasText"
        [error]="faultAt(change.faults(), 'lesson-' + said())"
      >
        <input
          class="ds-input"
          autocomplete="off"
          [id]="'lesson-' + said()"
          [name]="said()"
          [maxLength]="what() === 'number' ? 60 : 200"
        />
      </tg-field>
      <tg-field for="lesson-buyerId" [label]="t().buyer" [error]="faultAt(change.faults(), 'lesson-buyerId')">
        <select id="lesson-buyerId" name="buyerId" class="ds-input">
          <option value="">{{ t().choose }}</option>
          @for (buyer of buyers(); track buyer.id) {
            <option [value]="buyer.id">{{ buyer.name }}</option>
          }
        </select>
      </tg-field>
      @if (what() === 'number') {
        <tg-validity-fields prefix="lesson" [faults]="change.faults()" />
      }
      <div class="tg-row">
        <button class="ds-button" type="submit" [attr.aria-busy]="change.busy()">{{ t().save }}</button>
        <button class="ds-button" data-variant="tertiary" type="button" (click)="done.emit(false)">
          {{ t().cancel }}
        </button>
      </div>
    </form>
  `,
})
export class LearnedRuleForm {
  readonly partyId = input.required<string>();
  readonly what = input.required<'number' | 'alias'>();
  readonly buyers = input.required<readonly PartySummaryDto[]>();
  /** True when something was saved. */
  readonly done = output<boolean>();
  protected readonly t = texts(partyTexts);
  protected readonly change = partyChangeForm('lesson');
  protected readonly faultAt = fieldError;
  readonly #send = sender();

  protected said(): 'number' | 'text' {
    return this.what() === 'number' ? 'number' : 'text';
  }

  protected async save(event: Event): Promise<void> {
    const values = valuesOf(event);
    if (!this.change.filled(values, [this.said(), 'buyerId'])) return;
    const { number = '', text = '', buyerId = '', fromOn, untilOn } = values;
    const partyId = this.partyId();
    const act = () =>
      this.what() === 'number'
        ? this.#send(supplierPartiesAddCustomerNumber, {
            partyId,
            body: { number, buyerId, fromOn: fromOn || null, untilOn: untilOn || null },
          })
        : this.#send(supplierPartiesAddAlias, { partyId, body: { text, buyerId } });
    if (await this.change.run(act)) this.done.emit(true);
  }
}
