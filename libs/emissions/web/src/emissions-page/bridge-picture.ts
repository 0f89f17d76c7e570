import { Component, computed, inject, input } from '@angular/core';
import type { BridgeStepShape } from '@tallgrunn/api-client/shapes';
import { Waterfall, Wording, texts, type WaterfallStep } from '@tallgrunn/design';
import { subtract } from '@tallgrunn/values';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { publishedTexts } from '../texts/published-texts.ts';
import { tonnes } from '../tonnes.ts';

/** Steps that nobody reached by buying otherwise. */
const grey: readonly string[] = ['data', 'factor', 'method', 'price'];

/** A bridge drawn: from one total to another, what is only reckoned otherwise in grey. */
@Component({
  selector: 'tg-bridge-picture',
  imports: [Waterfall],
  template: `<tg-waterfall [finding]="finding()" [basis]="words().basis" [close]="words().close" [heads]="heads()" [before]="totalOf(before())" [after]="totalOf(after())" [steps]="drawn()" [legend]="words().legend" [unit]="t().page.unit" />`,
  host: { class: 'tg-panel' },
})
export class BridgePicture {
  readonly before = input.required<{ readonly label: string; readonly kg: string }>();
  readonly after = input.required<{ readonly label: string; readonly kg: string }>();
  readonly steps = input.required<readonly BridgeStepShape[]>();
  /** Lines of runs, or groups of goods between periods. */
  readonly of = input<'lines' | 'groups'>('lines');
  protected readonly t = texts(emissionsTexts);
  readonly #published = texts(publishedTexts);
  readonly #wording = inject(Wording);
  protected readonly words = computed(() => this.#published().bridge);
  protected readonly heads = computed(() => (this.of() === 'lines' ? this.words().heads : this.words().groupHeads));
  protected readonly finding = computed(() => {
    const [before, after] = [this.before().kg, this.after().kg];
    return this.words().finding({ before: this.#total(before), after: this.#total(after), difference: this.#signed(subtract(after, before)) ?? this.words().none });
  });
  protected readonly drawn = computed<readonly WaterfallStep[]>(() => {
    const names = this.of() === 'lines' ? this.t().page.bridge.steps : this.words().groupSteps;
    const value = (kg: string) => Number(kg) / 1000;
    return this.steps().map(({ step, kg, lines }) => ({ label: names[step], value: value(kg), shown: this.#signed(kg) ?? '–', grey: grey.includes(step), cells: [this.#wording.count(lines)] }));
  });

  /** With its sign; null for nothing. */
  #signed(kg: string): string | null {
    if (Number(kg) === 0) return null;
    return `${Number(kg) > 0 ? '+' : '−'}${this.#rounded(kg.replace('-', ''))}`;
  }

  /** A total with as many digits as it takes to see that the other one differs. */
  #total(kg: string): string {
    const [before, after] = [Number(this.before().kg), Number(this.after().kg)];
    const close = before !== after && Math.abs(after - before) < 0.1 * Math.abs(before);
    return close ? this.t().page.tonnes({ value: (Number(kg) / 1000).toFixed(1) }) : this.#rounded(kg);
  }

  #rounded(kg: string): string {
    return this.t().page.tonnes({ value: tonnes(kg) });
  }

  protected totalOf({ label, kg }: { readonly label: string; readonly kg: string }) {
    return { label, value: Number(kg) / 1000, shown: this.#total(kg) };
  }
}
