import { Component, input, model } from '@angular/core';
import { Field, fieldError, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import type { LotDraft } from './agreement-draft.ts';

/** Rows for the lots of a new agreement. */
@Component({
  selector: 'tg-lot-rows',
  imports: [Field],
  template: `
    <fieldset>
      <legend class="ds-heading" data-size="xs">{{ t().create.lots }}</legend>
      <p class="help">{{ t().create.lotsHelp }}</p>
      <div class="rows">
        @for (lot of lots(); track $index; let at = $index) {
          <div class="row">
            <tg-field [for]="'lot-key-' + at" [label]="t().create.lotKey" [error]="faultAt(faults(), 'lot-key-' + at)">
              <input
                class="ds-input"
                type="text"
                maxlength="40"
                autocomplete="off"
                [id]="'lot-key-' + at"
                [value]="lot.key"
                (input)="write(at, 'key', $event)"
              />
            </tg-field>
            <tg-field
              [for]="'lot-title-' + at"
              [label]="t().create.lotTitle"
              [error]="faultAt(faults(), 'lot-title-' + at)"
            >
              <input
                class="ds-input"
                type="text"
                maxlength="200"
                autocomplete="off"
                [id]="'lot-title-' + at"
                [value]="lot.title"
                (input)="write(at, 'title', $event)"
              />
            </tg-field>
            <button class="ds-button" data-variant="tertiary" type="button" (click)="remove(at)">
              {{ t().create.removeLot({ lot: lot.key || wording(at) }) }}
            </button>
          </div>
        }
      </div>
      <p class="tools">
        <button class="ds-button" data-variant="secondary" type="button" (click)="add()">
          {{ t().create.addLot }}
        </button>
      </p>
    </fieldset>
  `,
  styleUrl: './selection.css',
})
export class LotRows {
  readonly lots = model.required<readonly LotDraft[]>();
  readonly faults = input.required<readonly FormError[]>();
  protected readonly t = texts(agreementsTexts);
  protected readonly faultAt = fieldError;

  protected wording(at: number): string {
    return String(at + 1);
  }

  protected write(at: number, part: keyof LotDraft, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.lots.update((lots) => lots.map((lot, index) => (index === at ? { ...lot, [part]: value } : lot)));
  }

  protected add(): void {
    this.lots.update((lots) => [...lots, { key: '', title: '' }]);
    const id = `lot-key-${this.lots().length - 1}`;
    setTimeout(() => document.getElementById(id)?.focus());
  }

  protected remove(at: number): void {
    this.lots.update((lots) => lots.filter((_, index) => index !== at));
  }
}
