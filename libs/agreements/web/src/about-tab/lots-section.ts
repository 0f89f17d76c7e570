import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, sender } from '@tallgrunn/api-client';
import { lotsCreate, lotsChange } from '@tallgrunn/api-client/calls';
import type { AgreementDto, LotDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Field, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';
import { changeForm, valuesOf } from './change-form.ts';
import { SectionForm } from './section-form.ts';
import { parseAmount, callOffMethodOf, callOffMethods } from './register-values.ts';
import { amountFormatter } from './format-amount.ts';

/** The lots of an agreement with their call-off method and maximum value, and forms to change and add. */
@Component({
  selector: 'tg-lots-section',
  imports: [Cell, DataTable, Field, NgTemplateOutlet, SectionForm],
  templateUrl: './lots-section.html',
  styleUrl: './section.css',
})
export class LotsSection {
  readonly agreement = input.required<AgreementDto>();
  readonly changed = output();
  protected readonly t = texts(registerTexts);
  protected readonly techniques = callOffMethods;
  protected readonly open = signal<LotDto | 'new' | null>(null);
  protected readonly chosen = computed(() => {
    const open = this.open();
    return open === 'new' ? null : open;
  });
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  protected readonly change = changeForm();
  protected readonly trackRow = (row: LotDto) => row.id;
  readonly #session = inject(Session);
  readonly #send = sender();
  readonly #sum = amountFormatter();

  protected readonly columns = computed<readonly Column<LotDto>[]>(() => {
    const { fields, change, techniques: named } = this.t();
    return [
      { key: 'key', head: change.lotKey, text: (row) => row.key },
      { key: 'title', head: change.title, text: (row) => row.title },
      { key: 'cpv', head: fields.cpv, text: (row) => row.cpv ?? '' },
      { key: 'technique', head: fields.technique, text: (row) => (row.technique ? named[row.technique] : '') },
      {
        key: 'maximumValue',
        head: fields.maximumValue,
        numeric: true,
        text: (row) => (row.maximumValue === null ? '' : this.#sum(row.maximumValue, this.agreement().maximumCurrency)),
      },
      ...(this.mayWrite() ? [{ key: 'act', head: change.edit }] : []),
    ];
  });

  protected save(event: Event, lot: LotDto): Promise<void> {
    return this.#during(() =>
      this.#send(lotsChange, { agreementId: this.agreement().id, lotId: lot.id, body: callOffOf(event) }),
    );
  }

  protected add(event: Event): Promise<void> {
    const { key = '', title = '', cpv = '' } = valuesOf(event);
    return this.#during(() =>
      this.#send(lotsCreate, {
        agreementId: this.agreement().id,
        body: { key, title, cpv: cpv || null, ...callOffOf(event) },
      }),
    );
  }

  async #during(act: () => Promise<unknown>): Promise<void> {
    if (!(await this.change.run(act))) return;
    this.open.set(null);
    this.changed.emit();
  }
}

function callOffOf(event: Event) {
  const { maximumValue = '', technique = '' } = valuesOf(event);
  return { maximumValue: parseAmount(maximumValue), technique: callOffMethodOf(technique) };
}
