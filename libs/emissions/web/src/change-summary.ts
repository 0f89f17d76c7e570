import { Component, computed, inject, input } from '@angular/core';
import { arrived, read } from '@tallgrunn/api-client';
import { emissionsChange } from '@tallgrunn/api-client/calls';
import { Wording, queryState, texts } from '@tallgrunn/design';
import { subtract } from '@tallgrunn/values';
import { ComparisonNote } from './comparison/comparison-note.ts';
import { relativeChange } from './comparison/relative-change.ts';
import { comparisonTexts } from './texts/comparison-texts.ts';
import { emissionsTexts } from './texts/emissions-texts.ts';
import { publishedTexts } from './texts/published-texts.ts';
import { tonnes } from './tonnes.ts';
import { TotalExplanation, type SumFilter } from './sum-explanation/sum-explanation.ts';

/** Months, both inclusive. */
interface Months {
  readonly from: string;
  readonly to: string;
}

/** Least share of the earlier emissions that is told. */
const SHIFTED_SHARE_MIN = 0.01;
const dateModes = ['books', 'delivery'] as const;
const directions = ['fall', 'rise', 'unclear'] as const;

/**
 * Summary of the change in purchases and emissions between two periods and whether it is certain, by accounting period
 * or delivery date; or why no comparison is possible. The options are stored in the URL.
 */
@Component({
  selector: 'tg-change-summary',
  imports: [ComparisonNote, TotalExplanation],
  template: `
    @if (told(); as change) {
      <p class="tg-text" role="status">
        @if (change.verdict; as verdict) {
          <strong>{{ t().change.verdicts[verdict]({ by: t().change.told[by()] }) }}</strong>
        }
        {{ t().change.figures({ before: tonnesOf(change.before), after: tonnesOf(change.after) }) }}
        {{ t().years.change({ low: tonnesOf(change.low), high: tonnesOf(change.high) }) }}
      </p>
      @if (spend(); as said) {
        <p class="tg-text">{{ said }}</p>
      }
      @if (shifted(); as said) {
        <p class="tg-text">{{ said }}</p>
      }
      <p class="tg-row">
        @for (side of sides(); track side.name) {
          <span
            >{{ side.name }}
            <tg-sum-explanation
              [figure]="emissions().page.whyFor({ figure: side.figure, name: side.name })"
              [filter]="side.filter"
          /></span>
        }
      </p>
      <p class="tg-text">{{ comparisons().classes.of[shownOf()] }}</p>
      @for (said of unknownClasses(); track said) {
        <p class="tg-text">{{ said }}</p>
      }
      @if (prices(); as said) {
        <p class="tg-text">{{ said }}</p>
      }
    }
    @if (comparison(); as compared) {
      <tg-comparison-note [comparison]="compared">
        <p class="tg-text">{{ t().years.sameError }}</p>
        @for (said of knownClasses(); track said) {
          <p class="tg-text">{{ said }}</p>
        }
      </tg-comparison-note>
    }
    @if (told()) {
      <p class="by">
        <label class="ds-label" for="change-by">{{ t().change.by }}</label>
        <select
          id="change-by"
          class="ds-input"
          aria-describedby="change-by-help"
          (change)="chosen.set(valueOf($event))"
        >
          @for (way of ways; track way) {
            <option [value]="way === 'books' ? '' : way" [selected]="way === by()">{{ t().change.ways[way] }}</option>
          }
        </select>
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
export class ChangeSummary {
  /**
   * The lines: run, buyer and account class. Default class: operating, or all together if operating and investment
   * cannot be separated.
   */
  readonly filter = input<SumFilter>({});
  readonly before = input.required<Months>();
  readonly after = input.required<Months>();
  protected readonly t = texts(publishedTexts);
  protected readonly comparisons = texts(comparisonTexts);
  protected readonly emissions = texts(emissionsTexts);
  protected readonly ways = dateModes;
  protected readonly chosen = queryState('by');
  readonly #wording = inject(Wording);
  protected readonly by = computed(() => dateModes.find((way) => way === this.chosen()) ?? 'books');
  readonly #request = computed(() => ({
    ...this.filter(),
    accountClass: this.filter().accountClass ?? ('operating' as const),
    ...this.after(),
    beforeFrom: this.before().from,
    beforeTo: this.before().to,
    by: this.by(),
  }));
  readonly #difference = read(emissionsChange, () => this.#request());
  /** Too much is unclassified for operating and investment to be separated. */
  readonly #isMixed = computed(
    () => this.filter().accountClass === undefined && arrived(this.#difference)?.classes?.isKnown === false,
  );
  readonly #together = read(emissionsChange, () =>
    this.#isMixed() ? { ...this.#request(), accountClass: undefined } : undefined,
  );
  readonly #change = computed(() => arrived(this.#isMixed() ? this.#together : this.#difference));
  protected readonly shownOf = computed(() =>
    this.#isMixed() ? 'together' : (this.filter().accountClass ?? 'operating'),
  );
  protected readonly comparison = computed(() => this.#change()?.comparison ?? null);
  /** Null if no comparison is possible, or if a period has no emissions: then there is no change to assess. */
  protected readonly told = computed(() => {
    const change = this.#change();
    if (!change || change.before === null || change.after === null || change.low === null || change.high === null)
      return null;
    const { before, after, low, high } = change;
    const verdict = this.#isMixed() ? null : change.verdict;
    return Number(before) !== 0 && Number(after) !== 0
      ? { before, after, low, high, verdict: directions.find((each) => each === verdict) ?? null }
      : null;
  });
  /** The change by purchase date, if booking in other months matters to the change. */
  protected readonly shifted = computed(() => {
    const { before, difference, shifted } = this.#change() ?? {};
    if (!before || !difference || !shifted || Math.abs(Number(shifted)) < SHIFTED_SHARE_MIN * Number(before))
      return null;
    return this.t().change.shifted({ figure: this.tonnesOf(subtract(difference, shifted)) });
  });
  protected readonly prices = computed(() => {
    const kg = this.#change()?.notDeflated ?? '0';
    return Number(kg) > 0 ? this.comparisons().prices({ figure: this.tonnesOf(kg) }) : null;
  });
  readonly #classes = computed(() =>
    (this.filter().accountClass ?? 'operating') === 'operating' ? this.#change()?.classes : null,
  );
  /** Why no direction is stated: the buyers with unclassified amounts. */
  protected readonly unknownClasses = computed(() => (this.#classes()?.isKnown === false ? this.#unknownLines() : []));
  /** Investment alongside operating, and buyers with little that is unclassified. */
  protected readonly knownClasses = computed(() => {
    const classes = this.#classes();
    if (!classes?.isKnown) return [];
    const { investment } = classes;
    const hasInvestment = [investment.spendBefore, investment.spendAfter].some((amount) => Number(amount) !== 0);
    const [before, after] = [this.tonnesOf(investment.before), this.tonnesOf(investment.after)];
    return [
      ...(hasInvestment ? [this.comparisons().classes.investment({ ...investment, before, after })] : []),
      ...this.#unknownLines(),
    ];
  });
  protected readonly spend = computed(() => {
    const { spendBefore: before, spendAfter: after } = this.#change() ?? { spendBefore: null, spendAfter: null };
    if (before === null || after === null) return null;
    const { way, share } = relativeChange(after, before);
    return this.comparisons().spend[way]({ before, after, share });
  });
  protected readonly sides = computed(() => {
    const change = this.told();
    const accountClass = this.#isMixed() ? undefined : (this.filter().accountClass ?? 'operating');
    const side = (months: Months, kg: string) => ({
      name: this.#nameOf(months),
      figure: this.tonnesOf(kg),
      filter: { ...this.filter(), ...months, accountClass, by: this.by() },
    });
    const compared = this.comparison();
    return change && compared ? [side(compared.before, change.before), side(compared.after, change.after)] : [];
  });

  protected valueOf(event: Event): string {
    return (event.target as HTMLSelectElement).value;
  }

  protected tonnesOf(kg: string): string {
    return this.emissions().page.tonnes({ value: tonnes(kg, 2) });
  }

  #unknownLines(): string[] {
    const { unknownOf = [], isKnown } = this.#classes() ?? {};
    if (unknownOf.length === 0) return [];
    const t = this.comparisons().classes;
    return [
      isKnown ? t.little : t.notKnown,
      ...unknownOf.map(({ name, spendBefore: before, spendAfter: after }) => t.unknownOf({ name, before, after })),
    ];
  }

  #nameOf({ from, to }: Months): string {
    if (from.endsWith('-01') && to === `${from.slice(0, 4)}-12`) return this.#wording.period(from.slice(0, 4));
    return this.t().scopes.months({ from: this.#wording.period(from), to: this.#wording.period(to) });
  }
}
