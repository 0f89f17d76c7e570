import { Component, computed, inject, input } from '@angular/core';
import { arrived, read } from '@tallgrunn/api-client';
import { emissionsChange } from '@tallgrunn/api-client/calls';
import { Wording, queryState, texts } from '@tallgrunn/design';
import { emissionsTexts } from './texts/emissions-texts.ts';
import { publishedTexts } from './texts/published-texts.ts';
import { tonnes } from './tonnes.ts';
import { WhySum, type SumFilter } from './why-sum/why-sum.ts';

/** Some months, both included. */
interface Months {
  readonly from: string;
  readonly to: string;
}

const ways = ['books', 'delivery'] as const;

/** Whether the change from some months to others is a certain one, by the books or by when the goods came. The choice stands in the address, and the verdict says which it is. */
@Component({
  selector: 'tg-change-told',
  imports: [WhySum],
  template: `
    @if (told(); as change) {
      <p class="by">
        <label class="ds-label" for="change-by">{{ t().change.by }}</label>
        <select id="change-by" class="ds-input" aria-describedby="change-by-help" (change)="chosen.set(valueOf($event))">
          @for (way of ways; track way) {
            <option [value]="way === 'books' ? '' : way" [selected]="way === by()">{{ t().change.ways[way] }}</option>
          }
        </select>
      </p>
      <p class="tg-text" role="status">
        <strong>{{ t().change.verdicts[verdict()]({ by: t().change.told[by()] }) }}</strong>
        {{ t().change.figures({ before: tonnesOf(change.before), after: tonnesOf(change.after) }) }}
        {{ t().years.change({ low: tonnesOf(change.low), high: tonnesOf(change.high) }) }}
      </p>
      <p class="tg-row">
        @for (side of sides(); track side.name) {
          <span>{{ side.name }} <tg-why-sum [figure]="emissions().page.whyFor({ figure: side.figure, name: side.name })" [filter]="side.filter" /></span>
        }
      </p>
      <p class="tg-subtle tg-text" id="change-by-help">{{ t().change.help }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--tg-gap-sm);
    }

    p {
      margin: 0;
    }

    .by {
      max-width: 26rem;
    }

    select {
      width: 100%;
    }
  `,
})
export class ChangeTold {
  /** Which lines: the run, and whose. */
  readonly filter = input<SumFilter>({});
  readonly before = input.required<Months>();
  readonly after = input.required<Months>();
  protected readonly t = texts(publishedTexts);
  protected readonly emissions = texts(emissionsTexts);
  protected readonly ways = ways;
  protected readonly chosen = queryState('by');
  readonly #wording = inject(Wording);
  protected readonly by = computed(() => ways.find((way) => way === this.chosen()) ?? 'books');
  readonly #change = read(emissionsChange, () => ({ ...this.filter(), ...this.after(), beforeFrom: this.before().from, beforeTo: this.before().to, by: this.by() }));
  /** Nothing where one of the two does not weigh: then there is no change to be sure of. */
  protected readonly told = computed(() => {
    const change = arrived(this.#change);
    return change && Number(change.before) !== 0 && Number(change.after) !== 0 ? change : null;
  });
  protected readonly verdict = computed(() => (['fall', 'rise'] as const).find((verdict) => verdict === this.told()?.verdict) ?? 'unclear');
  protected readonly sides = computed(() => {
    const change = this.told();
    const side = (months: Months, kg: string) => ({ name: this.#nameOf(months), figure: this.tonnesOf(kg), filter: { ...this.filter(), ...months, by: this.by() } });
    const cut = (asked: Months, from: string | null, to: string | null) => ({ from: from ?? asked.from, to: to ?? asked.to });
    return change ? [side(cut(this.before(), change.beforeFrom, change.beforeTo), change.before), side(cut(this.after(), change.afterFrom, change.afterTo), change.after)] : [];
  });

  protected valueOf(event: Event): string {
    return (event.target as HTMLSelectElement).value;
  }

  protected tonnesOf(kg: string): string {
    return this.emissions().page.tonnes({ value: tonnes(kg, 2) });
  }

  #nameOf({ from, to }: Months): string {
    if (from.endsWith('-01') && to === `${from.slice(0, 4)}-12`) return this.#wording.period(from.slice(0, 4));
    return this.t().scopes.months({ from: this.#wording.period(from), to: this.#wording.period(to) });
  }
}
