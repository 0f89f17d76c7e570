import { Component, computed, inject, input, output } from '@angular/core';
import { Session, read, sender } from '@tallgrunn/api-client';
import { agreementOwnersAssignOwner, agreementOwnersContractManagers } from '@tallgrunn/api-client/calls';
import type { AgreementDto } from '@tallgrunn/api-client/shapes';
import { Field, Loaded, texts } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';
import { changeForm } from './change-form.ts';

/** The contract manager who is responsible for the agreement. */
@Component({
  selector: 'tg-owner-section',
  imports: [Field, Loaded],
  template: `
    <section>
      <h2 class="ds-heading" data-size="xs">{{ t().owner.head }}</h2>
      @if (mayWrite()) {
        <ng-container *tgLoaded="let people; from: people; shape: 'text'">
          <form class="tg-form" novalidate (submit)="save($event, owner.value)">
            <tg-field for="agreement-owner" [label]="t().owner.head">
              <select #owner id="agreement-owner" class="ds-input">
                <option value="" [selected]="agreement().owner === null">{{ t().owner.none }}</option>
                @for (person of people; track person.id) {
                  <option [value]="person.id" [selected]="agreement().owner?.id === person.id">
                    {{ person.name }}
                  </option>
                }
              </select>
            </tg-field>
            @if (change.fault()) {
              <p class="ds-validation-message" role="alert">{{ change.fault() }}</p>
            }
            <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
              {{ t().owner.save }}
            </button>
          </form>
        </ng-container>
      } @else {
        <p>{{ agreement().owner?.name ?? t().owner.none }}</p>
      }
    </section>
  `,
})
export class OwnerSection {
  readonly agreement = input.required<AgreementDto>();
  readonly changed = output();
  protected readonly t = texts(registerTexts);
  protected readonly change = changeForm();
  readonly #session = inject(Session);
  readonly #send = sender();
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  protected readonly people = read(agreementOwnersContractManagers, () => (this.mayWrite() ? {} : undefined));

  protected async save(event: Event, personId: string): Promise<void> {
    event.preventDefault();
    const act = () =>
      this.#send(agreementOwnersAssignOwner, {
        agreementId: this.agreement().id,
        body: { personId: personId || null },
      });
    if (await this.change.run(act)) this.changed.emit();
  }
}
