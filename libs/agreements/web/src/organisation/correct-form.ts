import { Component, input, output } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { organisationsCorrect } from '@tallgrunn/api-client/calls';
import type { PartyTreeDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, fieldError, texts } from '@tallgrunn/design';
import { OrgNumber } from '@tallgrunn/values';
import { partyChangeForm, valuesOf } from '../parties-page/party-change-form.ts';
import { organisationTexts } from '../texts/organisation-texts.ts';

/** Corrects the name or number of a buyer or supplier, with a reason. */
@Component({ selector: 'tg-correct-form', imports: [ErrorSummary, Field], templateUrl: './correct-form.html' })
export class CorrectForm {
  readonly party = input.required<Pick<PartyTreeDto, 'id' | 'name' | 'orgNumber'>>();
  /** True when the correction was saved. */
  readonly done = output<boolean>();
  protected readonly t = texts(organisationTexts);
  protected readonly change = partyChangeForm('correct');
  protected readonly faultAt = fieldError;
  readonly #send = sender();

  protected format(orgNumber: string | null): string {
    return orgNumber ? OrgNumber.format(orgNumber) : '';
  }

  protected async save(event: Event): Promise<void> {
    const { name = '', orgNumber = '', reason = '' } = valuesOf(event);
    if (!this.change.filled({ name, reason }, ['name', 'reason'])) return;
    const body = { name, orgNumber: orgNumber || null, reason };
    if (await this.change.run(() => this.#send(organisationsCorrect, { organisationId: this.party().id, body })))
      this.done.emit(true);
  }
}
