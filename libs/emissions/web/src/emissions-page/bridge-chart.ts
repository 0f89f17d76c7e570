import { Component, computed, inject, input } from '@angular/core';
import type { BridgeStepDto, NotDeflatedDto } from '@tallgrunn/api-client/shapes';
import { Waterfall, Wording, texts, type WaterfallStep } from '@tallgrunn/design';
import { subtract } from '@tallgrunn/values';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { publishedTexts } from '../texts/published-texts.ts';
import { PeriodStepExplanation, type Months } from '../period-step-explanation/period-step-explanation.ts';
import { TotalExplanation, type SumFilter } from '../sum-explanation/sum-explanation.ts';

/** Steps that are not changes in purchasing. */
const calculationSteps: readonly string[] = ['data', 'factor', 'method', 'price'];

const monthsOf = ({ run = 0, from = '', to = '' }: SumFilter): Months => ({ run, from, to });

/** Waterfall chart of a bridge between two totals; changes in the calculation are grey. */
@Component({
  selector: 'tg-bridge-chart',
  imports: [Waterfall, PeriodStepExplanation, TotalExplanation],
  template: `<tg-waterfall
      [finding]="finding()"
      [basis]="words().basis"
      [close]="words().close"
      [heads]="heads()"
      [before]="totalOf(before())"
      [after]="totalOf(after())"
      [steps]="drawn()"
      [legend]="words().legend"
      [unit]="t().page.unit"
    >
      @if (asked().length > 0) {
        <ul below class="ds-list why">
          @for (one of asked(); track one.name) {
            <li>
              {{ one.name }}: {{ one.figure }}
              @if (one.between; as between) {
                <tg-period-step-explanation
                  [figure]="t().page.whyFor(one)"
                  [step]="between.step"
                  [before]="between.before"
                  [after]="between.after"
                  [accountClass]="one.filter.accountClass"
                />
              } @else {
                <tg-sum-explanation [figure]="t().page.whyFor(one)" [filter]="one.filter" [step]="one.step" />
              }
            </li>
          }
        </ul>
      }
    </tg-waterfall>
    @if (notDeflated(); as lacking) {
      <p class="tg-text">{{ words().notDeflated(lacking) }}</p>
    }`,
  styles: `
    .why {
      columns: 20rem 2;
      font-size: var(--ds-body-sm-font-size);
    }
  `,
  host: { class: 'tg-panel' },
})
export class BridgeChart {
  readonly before = input.required<{ readonly label: string; readonly kg: string }>();
  readonly after = input.required<{ readonly label: string; readonly kg: string }>();
  readonly steps = input.required<readonly BridgeStepDto[]>();
  /** Unit of the step counts: lines between runs, or product groups between periods. */
  readonly of = input<'lines' | 'groups'>('lines');
  /** Spend without a price index, between periods; an empty price step is then shown as not calculated. */
  readonly notDeflated = input<NotDeflatedDto | null>(null);
  /** Filters of the two totals, for their explanations; and the runs, if the bridge is between two runs. */
  readonly ends = input<{ readonly before: SumFilter; readonly after: SumFilter } | null>(null);
  readonly runs = input<{ readonly from: number; readonly to: number } | null>(null);
  protected readonly asked = computed(() => {
    const [ends, runs] = [this.ends(), this.runs()];
    if (!ends) return [];
    const end = ({ label, kg }: { readonly label: string; readonly kg: string }, filter: SumFilter) => ({
      name: label,
      figure: this.#rounded(kg),
      filter,
      step: null,
      between: null,
    });
    const moved = this.steps().filter(({ kg }) => Number(kg) !== 0);
    const steps = moved.map(({ step, kg }) => ({
      name: runs ? this.t().page.bridge.steps[step] : this.words().groupSteps[step],
      figure: this.#signed(kg) ?? this.#rounded('0'),
      filter: ends.after,
      step: runs && { ...runs, step },
      between: runs ? null : { step, before: monthsOf(ends.before), after: monthsOf(ends.after) },
    }));
    return [end(this.before(), ends.before), ...steps, end(this.after(), ends.after)];
  });
  protected readonly t = texts(emissionsTexts);
  readonly #published = texts(publishedTexts);
  readonly #wording = inject(Wording);
  protected readonly words = computed(() => this.#published().bridge);
  protected readonly heads = computed(() => (this.of() === 'lines' ? this.words().heads : this.words().groupHeads));
  protected readonly finding = computed(() => {
    const [before, after] = [this.before().kg, this.after().kg];
    return this.words().finding({
      before: this.#rounded(before),
      after: this.#rounded(after),
      difference: this.#signed(subtract(after, before)) ?? this.words().none,
    });
  });
  protected readonly drawn = computed<readonly WaterfallStep[]>(() => {
    const names = this.of() === 'lines' ? this.t().page.bridge.steps : this.words().groupSteps;
    const value = (kg: string) => Number(kg) / 1000;
    return this.steps().map(({ step, kg, lines }) => ({
      label: names[step],
      value: value(kg),
      shown:
        this.#signed(kg) ?? (step === 'price' && this.notDeflated() ? this.words().notCalculated : this.#rounded('0')),
      grey: calculationSteps.includes(step),
      cells: [this.#wording.count(lines)],
    }));
  });

  /** Formats the value with its sign; null for zero. */
  #signed(kg: string): string | null {
    if (Number(kg) === 0) return null;
    return `${Number(kg) > 0 ? '+' : '−'}${this.#rounded(kg.replace('-', ''))}`;
  }

  /** Rounds all values to the same number of decimals, so that the chart adds up as shown. */
  #rounded(kg: string): string {
    const small = Math.max(Number(this.before().kg), Number(this.after().kg)) < 1_000_000;
    return this.t().page.tonnes({ value: (Number(kg) / 1000).toFixed(small ? 1 : 0) });
  }

  protected totalOf({ label, kg }: { readonly label: string; readonly kg: string }) {
    return { label, value: Number(kg) / 1000, shown: this.#rounded(kg) };
  }
}
