import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, sender } from '@tallgrunn/api-client';
import { agreementHeadChangeAgreement } from '@tallgrunn/api-client/calls';
import type { AgreementView } from '@tallgrunn/api-client/shapes';
import { Field, Wording, texts } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';
import { changer, valuesOf } from './changer.ts';

const techniques = ['single-supplier', 'ranked', 'share', 'reopening', 'mixed'] as const;

/** Name, numbers, dates, way of calling off and maximum value, and a form to change them. */
@Component({
  selector: 'tg-head-part',
  imports: [Field],
  templateUrl: './head-part.html',
  styleUrl: './part.css',
})
export class HeadPart {
  readonly agreement = input.required<AgreementView>();
  readonly changed = output();
  protected readonly t = texts(registerTexts);
  protected readonly techniques = techniques;
  protected readonly editing = signal(false);
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  protected readonly change = changer();
  readonly #session = inject(Session);
  readonly #send = sender();
  readonly #wording = inject(Wording);

  protected readonly facts = computed(() => {
    const { caseNumber, documentNumber, technique, maximumValue, maximumCurrency, noticeId, startsOn, endsOn } = this.agreement();
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

  /** In kroner as money; in another currency as an amount with its code. */
  #sum(amount: string, currency: string | null): string {
    return currency === null || currency === 'NOK' ? this.#wording.money(amount) : this.t().change.sum({ amount: this.#wording.amount(amount), currency });
  }

  protected async save(event: Event): Promise<void> {
    const { title = '', startsOn = '', maximumValue = '', technique = '', ...rest } = valuesOf(event);
    const known = techniques.find((each) => each === technique) ?? null;
    const amount = maximumValue.replace(/[\s\u00a0]/g, '').replace(',', '.');
    const texts = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value || null]));
    const body = { ...(title && { title }), ...(startsOn && { startsOn }), ...texts, technique: known, maximumValue: amount || null, maximumCurrency: amount ? (this.agreement().maximumCurrency ?? 'NOK') : null };
    if (await this.change.run(() => this.#send(agreementHeadChangeAgreement, { agreementId: this.agreement().id, body }))) {
      this.editing.set(false);
      this.changed.emit();
    }
  }
}
