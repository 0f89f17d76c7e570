import { Component, computed, input, output } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { sitesCreate, sitesChange } from '@tallgrunn/api-client/calls';
import type { UnitDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, fieldError, texts } from '@tallgrunn/design';
import { partyTexts } from '../texts/party-texts.ts';
import { ValidityFields } from './validity-fields.ts';
import { partyChangeForm, valuesOf } from './party-change-form.ts';

/** Form for a site or department of a buyer, new or existing. */
@Component({
  selector: 'tg-site-form',
  imports: [ValidityFields, ErrorSummary, Field],
  templateUrl: './site-form.html',
})
export class SiteForm {
  readonly partyId = input.required<string>();
  readonly units = input.required<readonly UnitDto[]>();
  /** Null for a new one. */
  readonly unit = input<UnitDto | null>(null);
  /** True when something was saved. */
  readonly done = output<boolean>();
  protected readonly t = texts(partyTexts);
  protected readonly kinds = ['site', 'department'] as const;
  protected readonly change = partyChangeForm('unit');
  protected readonly faultAt = fieldError;
  protected readonly others = computed(() => this.units().filter(({ id }) => id !== this.unit()?.id));
  readonly #send = sender();

  protected async save(event: Event): Promise<void> {
    const values = valuesOf(event);
    if (!this.change.filled(values, ['name'])) return;
    const { name = '', kind, parentId, orgNumber, costCentre, deliveryNames = '', fromOn, untilOn } = values;
    const body = {
      name,
      kind: kind === 'department' ? ('department' as const) : ('site' as const),
      parentId: parentId || null,
      orgNumber: orgNumber || null,
      costCentre: costCentre || null,
      deliveryNames: deliveryNames
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      fromOn: fromOn || null,
      untilOn: untilOn || null,
    };
    const [partyId, unit] = [this.partyId(), this.unit()];
    const act = () =>
      unit ? this.#send(sitesChange, { partyId, siteId: unit.id, body }) : this.#send(sitesCreate, { partyId, body });
    if (await this.change.run(act)) this.done.emit(true);
  }
}
