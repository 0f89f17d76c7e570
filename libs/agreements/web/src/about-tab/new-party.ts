import { Component, output, signal } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { partiesCreate } from '@tallgrunn/api-client/calls';
import { Field, texts } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';
import { changeForm, valuesOf } from './change-form.ts';

/** Registers an organisation that is in no list; its number is validated before it is stored. */
@Component({
  selector: 'tg-new-party',
  imports: [Field],
  template: `
    <details class="ds-details">
      <summary>{{ t().change.newParty }}</summary>
      <form class="tg-form" novalidate (submit)="add($event)">
        <p class="tg-subtle">{{ t().change.newPartyHelp }}</p>
        <tg-field for="party-kind" [label]="t().change.partyKind">
          <select id="party-kind" name="kind" class="ds-input">
            <option value="supplier">{{ t().change.kinds.supplier }}</option>
            <option value="buyer">{{ t().change.kinds.buyer }}</option>
          </select>
        </tg-field>
        <tg-field for="party-name" [label]="t().change.name"
          ><input id="party-name" name="name" class="ds-input" maxlength="200" autocomplete="off"
        /></tg-field>
        <tg-field
          for="party-number"
          [label]="t().change.orgNumber"
          [help]="t().change.orgNumberHelp"
          [error]="change.fault()"
          ><input
            id="party-number"
            name="orgNumber"
            class="ds-input"
            inputmode="numeric"
            maxlength="40"
            autocomplete="off"
        /></tg-field>
        <label class="tick"
          ><input class="ds-input" type="checkbox" name="testNumber" />{{ t().change.testNumber }}</label
        >
        @if (added()) {
          <div class="ds-alert" data-color="success" role="status">
            <p>{{ t().change.added({ name: added() }) }}</p>
          </div>
        }
        <button class="ds-button" data-variant="secondary" type="submit" [attr.aria-busy]="change.busy()">
          {{ t().change.addParty }}
        </button>
      </form>
    </details>
  `,
  styles: `
    .tick {
      align-items: center;
      display: flex;
      gap: var(--tg-gap-sm);
      min-height: 2.5rem;
    }
  `,
})
export class NewParty {
  readonly made = output();
  protected readonly t = texts(registerTexts);
  protected readonly added = signal('');
  protected readonly change = changeForm();
  readonly #send = sender();

  protected async add(event: Event): Promise<void> {
    const { kind = '', name = '', orgNumber = '', testNumber = '' } = valuesOf(event);
    this.added.set('');
    const body = {
      kind: kind === 'buyer' ? ('buyer' as const) : ('supplier' as const),
      name,
      orgNumber: orgNumber || null,
      ...(testNumber && { testNumber: true }),
    };
    if (!(await this.change.run(() => this.#send(partiesCreate, { body })))) return;
    this.added.set(name);
    this.made.emit();
  }
}
