import { Component, computed, input, model } from '@angular/core';
import type { PartyDto } from '@tallgrunn/api-client/shapes';
import { texts } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import type { LotDraft } from './agreement-draft.ts';

/** Selection of suppliers and their lots. */
@Component({
  selector: 'tg-supplier-selection',
  template: `
    <fieldset [attr.aria-describedby]="error() ? 'suppliers-error' : null">
      <legend class="ds-heading" data-size="xs" id="suppliers" tabindex="-1">{{ t().create.suppliers }}</legend>
      <p class="help">{{ suppliers().length > 0 ? t().create.suppliersHelp : t().create.noSuppliers }}</p>
      @if (error()) {
        <p class="ds-validation-message" id="suppliers-error">{{ error() }}</p>
      }
      @if (suppliers().length > 0) {
        <ul>
          @for (supplier of suppliers(); track supplier.id) {
            <li>
              <label class="choice">
                <input
                  class="ds-input"
                  type="checkbox"
                  [checked]="!!chosen()[supplier.id]"
                  (change)="toggle(supplier.id)"
                />{{ supplier.name }}
                @if (supplier.orgNumber; as number) {
                  <small>{{ t().create.orgNumber({ number }) }}</small>
                }
              </label>
              @if (chosen()[supplier.id]; as held) {
                @if (named().length > 0) {
                  <fieldset>
                    <legend class="ds-sr-only">{{ t().create.lotsOf({ supplier: supplier.name }) }}</legend>
                    <div class="lots">
                      @for (lot of named(); track $index) {
                        <label class="choice"
                          ><input
                            class="ds-input"
                            type="checkbox"
                            [checked]="held.includes(lot.key.trim())"
                            (change)="hold(supplier.id, lot.key.trim())"
                          />{{ lot.key }} {{ lot.title }}</label
                        >
                      }
                    </div>
                  </fieldset>
                }
              }
            </li>
          }
        </ul>
      }
    </fieldset>
  `,
  styleUrl: './selection.css',
})
export class SupplierSelection {
  readonly suppliers = input.required<readonly PartyDto[]>();
  readonly lots = input.required<readonly LotDraft[]>();
  readonly chosen = model.required<Readonly<Record<string, readonly string[]>>>();
  readonly error = input('');
  protected readonly t = texts(agreementsTexts);
  protected readonly named = computed(() => this.lots().filter(({ key }) => key.trim() !== ''));

  protected toggle(id: string): void {
    this.chosen.update((all) => {
      const { [id]: before, ...rest } = all;
      return before ? rest : { ...rest, [id]: [] };
    });
  }

  protected hold(id: string, lot: string): void {
    this.chosen.update((all) => {
      const held = all[id] ?? [];
      return { ...all, [id]: held.includes(lot) ? held.filter((other) => other !== lot) : [...held, lot] };
    });
  }
}
