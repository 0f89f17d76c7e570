import { Component, computed, inject, input } from '@angular/core';
import type { PreviewDto } from '@tallgrunn/api-client/shapes';
import { TextLibrary, Wording, texts } from '@tallgrunn/design';
import { factorTexts } from '../texts/factor-texts.ts';
import { PreviewExplanation } from './preview-explanation.ts';

type Names = ReadonlyMap<string, string>;

/** Preview of a decision: the change in one sentence, per buyer, and between categories. */
@Component({
  selector: 'tg-preview-changes',
  imports: [PreviewExplanation],
  template: `
    <div class="ds-alert" data-color="info" role="status">
      <p>
        {{ said() }}
        @if (told().changed > 0) {
          <tg-preview-explanation
            [figure]="tonnes(told().before) + ' → ' + tonnes(told().after)"
            [told]="told()"
            [part]="told()"
          />
        }
      </p>
      @if (told().buyers.length > 0) {
        <p>{{ t().effect.buyers }}</p>
        <ul class="ds-list">
          @for (buyer of told().buyers; track buyer.buyerId) {
            <li>
              {{ buyer.name }}: {{ tonnes(buyer.before) }} → {{ tonnes(buyer.after) }}
              <tg-preview-explanation
                [figure]="buyer.name + ': ' + tonnes(buyer.before) + ' → ' + tonnes(buyer.after)"
                [told]="told()"
                [part]="buyer"
              />
            </li>
          }
        </ul>
      }
      @if (told().categories.length > 0) {
        <p>{{ t().effect.categories }}</p>
        <ul class="ds-list">
          @for (moved of told().categories; track moved.category) {
            <li>
              {{ movedOf(moved) }} <tg-preview-explanation [figure]="movedOf(moved)" [told]="told()" [part]="moved" />
            </li>
          }
        </ul>
      }
    </div>
  `,
})
export class PreviewChanges {
  readonly told = input.required<PreviewDto>();
  /** Category names by code. */
  readonly categories = input<Names>(new Map());
  protected readonly t = texts(factorTexts);
  readonly #wording = inject(Wording);
  protected readonly language = inject(TextLibrary).language;
  protected readonly said = computed(() => {
    const { lines, changed, before, after, total, categories } = this.told();
    const { nothing, said, saidMoved } = this.t().effect;
    return changed === 0
      ? nothing
      : (categories.length > 0 ? saidMoved : said)({
          lines: changed,
          of: lines,
          before: this.tonnes(before),
          after: this.tonnes(after),
          total: this.tonnes(total),
        });
  });

  protected movedOf({ category, amountBefore, amountAfter, before, after }: PreviewDto['categories'][number]): string {
    const { comes, leaves } = this.t().effect;
    const goes = Number(amountAfter) === 0 && Number(after) === 0;
    const [amount, kg] = goes ? [amountBefore, before] : [amountAfter, after];
    return (goes ? leaves : comes)({
      category: this.categories().get(category) ?? this.t().mappings.unknown,
      amount: this.#wording.money(amount, 0),
      tonnes: this.tonnes(kg),
    });
  }

  protected tonnes(kg: string): string {
    const value = Number(kg) / 1000;
    return `${this.#wording.quantity(String(value === 0 ? 0 : Number(value.toPrecision(3))))} t`;
  }
}
