import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, sender } from '@tallgrunn/api-client';
import { agreementDetailsChange } from '@tallgrunn/api-client/calls';
import type { AgreementDto } from '@tallgrunn/api-client/shapes';
import { Field, texts } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';
import { changeForm, valuesOf } from './change-form.ts';
import { parseAmount, callOffMethodOf, callOffMethods } from './register-values.ts';
import { amountFormatter } from './format-amount.ts';

/** Name, numbers, dates, call-off method and maximum value, with a form to change them. */
@Component({
  selector: 'tg-head-section',
  imports: [Field],
  templateUrl: './head-section.html',
  styleUrl: './section.css',
})
export class HeadSection {
  readonly agreement = input.required<AgreementDto>();
  readonly changed = output();
  protected readonly t = texts(registerTexts);
  protected readonly techniques = callOffMethods;
  protected readonly editing = signal(false);
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  protected readonly change = changeForm();
  readonly #session = inject(Session);
  readonly #send = sender();
  readonly #sum = amountFormatter();

  protected readonly facts = computed(() => {
    const { caseNumber, documentNumber, technique, maximumValue, maximumCurrency, noticeId, startsOn, endsOn } =
      this.agreement();
    const { fields, change, techniques: named, intake } = this.t();
    return [
      { name: fields.caseNumber, value: caseNumber },
      { name: fields.documentNumber, value: documentNumber },
      { name: intake.agreementHeads.span, value: intake.span({ from: startsOn, until: endsOn }) },
      { name: fields.technique, value: technique && named[technique] },
      { name: fields.maximumValue, value: maximumValue && this.#sum(maximumValue, maximumCurrency) },
      { name: fields.noticeId, value: noticeId },
    ].map(({ name, value }) => ({ name, value: value ?? change.none }));
  });

  protected async save(event: Event): Promise<void> {
    const { title = '', startsOn = '', maximumValue = '', technique = '', ...rest } = valuesOf(event);
    const amount = parseAmount(maximumValue);
    const texts = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value || null]));
    const body = {
      ...(title && { title }),
      ...(startsOn && { startsOn }),
      ...texts,
      technique: callOffMethodOf(technique),
      maximumValue: amount,
      maximumCurrency: amount ? (this.agreement().maximumCurrency ?? 'NOK') : null,
    };
    if (await this.change.run(() => this.#send(agreementDetailsChange, { agreementId: this.agreement().id, body }))) {
      this.editing.set(false);
      this.changed.emit();
    }
  }
}
