import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import {
  categoriesList,
  combinedFilterOptions,
  combinedCharts,
  combinedTotals,
  emissionsSummary,
} from '@tallgrunn/api-client/calls';
import type { FilterOptionsDto, CombinedTotalsDto } from '@tallgrunn/api-client/shapes';
import {
  CoverageBar,
  Empty,
  Loaded,
  PageHeader,
  TextLibrary,
  WhyPanel,
  Wording,
  setPrintContext,
  queryState,
  texts,
} from '@tallgrunn/design';
import type { Explanation } from '@tallgrunn/design';
import {
  ChangeSummary,
  PublishedComparison,
  TotalExplanation,
  significantDigits,
  tonnes,
} from '@tallgrunn/emissions-web';
import { add, subtract } from '@tallgrunn/values';
import { CategoryChart } from '../category-chart/category-chart.ts';
import { basisParts, knownOf } from '../figures/basis-parts.ts';
import { classNote } from '../figures/class-note.ts';
import { accountClasses } from '../filter/filter-values.ts';
import { comparablePeriod } from '../figures/comparable-period.ts';
import { hasEmissions } from '../figures/has-emissions.ts';
import { incompleteIn, type IncompleteMonth } from '../figures/incomplete-months.ts';
import { newestComplete } from '../figures/newest-complete.ts';
import { monthsOf, periodsIn, yearBefore } from '../figures/period-months.ts';
import { CalculationStatus } from '../calculation-status/calculation-status.ts';
import { isCalculating } from '../calculation-status/is-calculating.ts';
import { insightTexts } from '../texts/insight-texts.ts';
import { RecoveredAmounts } from './recovered-amounts.ts';

/** Page of purchases: how well the booked spend is known, and its emissions. */
@Component({
  selector: 'tg-purchases-page',
  imports: [
    CategoryChart,
    ChangeSummary,
    CoverageBar,
    Empty,
    CalculationStatus,
    Loaded,
    PageHeader,
    PublishedComparison,
    RecoveredAmounts,
    RouterLink,
    WhyPanel,
    TotalExplanation,
  ],
  templateUrl: './purchases-page.html',
  styleUrl: './purchases-page.css',
})
export class PurchasesPage {
  protected readonly t = texts(insightTexts);
  protected readonly wording = inject(Wording);
  protected readonly session = inject(Session);
  readonly #library = inject(TextLibrary);
  protected readonly isReckoned = hasEmissions;
  /** A period such as 2026-Q1; 'all' = all data; '' = the latest complete period. */
  protected readonly choice = queryState('period');
  protected readonly buyer = queryState('buyer');
  /** Operating, investment or unclassified; '' = all. */
  readonly #class = queryState('class');
  protected readonly accountClass = computed(() => accountClasses.find((each) => each === this.#class()));
  protected readonly accountClasses = accountClasses;
  protected readonly supplier = queryState('supplier');
  protected readonly choices = read(combinedFilterOptions);
  /** Undefined until the complete months are known; no figures are requested before. */
  readonly #opened = computed(() => {
    const options = arrived(this.choices);
    if (this.choice() !== '') return this.choice() === 'all' ? '' : this.choice();
    return options && newestComplete(options.months, this.#lacks(options));
  });
  protected readonly period = computed(() => this.#opened() ?? '');

  readonly #who = computed(() => ({
    ...(this.buyer() ? { buyerId: this.buyer() } : {}),
    ...(this.supplier() ? { supplierId: this.supplier() } : {}),
  }));
  readonly #accounts = computed(() => (this.accountClass() ? { accountClass: this.accountClass() } : {}));
  protected readonly narrowed = computed(() => ({
    ...this.#who(),
    ...(monthsOf(this.period()) ?? {}),
    ...this.#accounts(),
  }));
  /** The selected period; the newest year that can be compared, if the selected period has no year before it. */
  readonly #comparable = computed(() => {
    const options = arrived(this.choices);
    return (options && comparablePeriod(this.period(), options, this.#chosenBuyer())) ?? this.period();
  });
  /** Months and the same months of the previous year, with a note if they are not those of the other figures. */
  protected readonly compared = computed(() => {
    const [period, instead] = [this.period(), this.#comparable()];
    const after = period === '' ? null : monthsOf(instead);
    return (
      after && {
        filter: { ...this.#who(), ...this.#accounts() },
        after,
        before: { from: yearBefore(after.from), to: yearBefore(after.to) },
        note: instead === period ? null : this.t().bought.comparedInstead({ period, instead }),
      }
    );
  });

  protected readonly pictures = read(combinedCharts, () => this.#request());
  protected readonly totals = read(
    combinedTotals,
    () => this.#request() && { ...this.narrowed(), scope: 'purchases' as const },
  );
  protected readonly summary = read(emissionsSummary, () => this.#request());
  readonly #categories = read(categoriesList);

  protected readonly names = computed(
    () =>
      new Map(
        arrived(this.#categories)?.map(({ code, name }) => [code, name[this.#library.language()]] as const) ?? [],
      ),
  );
  protected readonly periods = computed(() => periodsIn(arrived(this.choices)?.months ?? []));
  /** The selection as query parameters of the combined table. */
  protected readonly query = computed<Readonly<Record<string, string>>>(() => ({
    ...(this.buyer() ? { buyer: this.buyer() } : {}),
    ...(this.supplier() ? { supplier: this.supplier() } : {}),
    ...(monthsOf(this.period()) ?? {}),
    ...(this.accountClass() ? { class: this.accountClass() ?? '' } : {}),
  }));
  readonly #request = computed(() => (this.#opened() === undefined ? undefined : this.narrowed()));
  /** Notes about incomplete data in the selected months. */
  protected readonly incomplete = computed(() => {
    const options = arrived(this.choices);
    const spans = incompleteIn(this.period(), this.#chosenBuyer(), options?.incomplete ?? []).map((span) =>
      this.t().bought.incomplete(span),
    );
    const without = (options?.withoutLedger ?? []).filter((name) => [null, name].includes(this.#chosenBuyer()));
    return without.length > 0 ? [...spans, this.t().bought.withoutLedger({ buyers: without })] : spans;
  });
  /** The data behind the figures are incomplete. */
  protected readonly isIncomplete = computed(() => {
    const options = arrived(this.choices);
    return options !== undefined && !this.#isComplete(options);
  });
  /** Buyers and months of the figures, as a caption of the panels. */
  protected readonly scope = computed(() => {
    const options = arrived(this.choices);
    const own = this.session.side() === 'buyer' ? this.session.acting()?.organisation.name : undefined;
    const buyers = this.#chosenBuyer() ?? own ?? this.t().bought.everybody({ count: options?.buyers.length ?? 0 });
    const seller = options?.suppliers.find(({ value }) => value === this.supplier())?.label;
    const who = seller ? this.t().bought.from({ buyers, supplier: seller }) : buyers;
    const when =
      this.period() === ''
        ? this.t().bought.allMonths({ from: options?.months[0] ?? '', to: options?.months.at(-1) ?? '' })
        : this.wording.period(this.period());
    const scope = this.t().bought.scope({ who, when, isComplete: !this.isIncomplete() && options !== undefined });
    const accounts = this.accountClass();
    return accounts ? `${scope}, ${this.t().accountClass[accounts].toLowerCase()}` : scope;
  });
  protected readonly lead = computed(() =>
    this.session.side() === 'buyer'
      ? this.t().bought.lead({ organisation: this.session.acting()?.organisation.name ?? '' })
      : this.t().bought.leadAll,
  );
  protected readonly known = computed(() => knownOf(arrived(this.pictures)));
  protected readonly parts = computed(() =>
    basisParts(
      arrived(this.pictures)?.basis ?? [],
      this.t().basis,
      (amount) => this.wording.money(amount, 0),
      this.query(),
    ),
  );
  protected readonly coverageWhy = computed(() => {
    const { known, total, share } = this.known();
    const { formula, steps } = this.t().coverage;
    return { formula: formula({ amount: known, total, share: share ?? '0' }), steps, sources: [], versions: [] };
  });
  protected readonly spendWhy = computed<Explanation>(() => {
    const { spend, spendSteps } = this.t().why;
    return {
      formula: spend({ lines: this.known().lines, amount: this.known().total }),
      steps: spendSteps,
      sources: [],
      versions: [],
    };
  });
  protected readonly withoutWhy = computed<Explanation | null>(() => {
    const weighed = arrived(this.summary)?.totals;
    const { without, withoutSteps } = this.t().why;
    return weighed
      ? {
          formula: without({ none: weighed.noFactor, ask: weighed.ask, amount: add(weighed.noFactor, weighed.ask) }),
          steps: withoutSteps,
          sources: [],
          versions: [],
          wayDown: { label: this.t().bought.toFactors, link: '/emission-factors' },
        }
      : null;
  });
  protected readonly isMaking = computed(() => isCalculating(arrived(this.choices), this.session.instance()?.loading));
  #waited = false;

  constructor() {
    setPrintContext(() => ({
      whose: arrived(this.choices)?.buyers.find(({ value }) => value === this.buyer())?.label,
      period: this.period() && this.wording.period(this.period()),
    }));
    effect(() => {
      if (this.isMaking()) this.#waited = true;
      else if (this.#waited && arrived(this.choices)) this.#requestAll();
    });
  }

  protected askAgain(): void {
    if (!this.choices.isLoading()) this.choices.reload();
  }

  /** Reloads the figures that were requested before there were data. */
  #requestAll(): void {
    this.#waited = false;
    for (const asked of [this.pictures, this.totals, this.summary]) asked.reload();
  }

  /** Name of the selected municipality; null = all. */
  #chosenBuyer(): string | null {
    return arrived(this.choices)?.buyers.find(({ value }) => value === this.buyer())?.label ?? null;
  }

  /**
   * Returns whether the ledgers of all buyers in the figures are complete. A buyer without purchases is not in the
   * figures.
   */
  #isComplete({ incomplete, withoutLedger, buyers }: FilterOptionsDto): boolean {
    const chosen = this.#chosenBuyer();
    const isWithout = buyers.some(({ label }) => [null, label].includes(chosen) && withoutLedger.includes(label));
    return !isWithout && incompleteIn(this.period(), chosen, incomplete).length === 0;
  }

  /**
   * Returns the months that must not be opened by default: those missing from the selected ledgers, or all without a
   * ledger.
   */
  #lacks({ months, incomplete, withoutLedger, buyers }: FilterOptionsDto): readonly { readonly month: string }[] {
    const chosen = this.#chosenBuyer();
    const isWithout =
      chosen === null ? buyers.every(({ label }) => withoutLedger.includes(label)) : withoutLedger.includes(chosen);
    return isWithout
      ? months.map((month) => ({ month }))
      : incomplete.filter(({ buyers: lacking }) => chosen === null || lacking.includes(chosen));
  }

  /** Query of the selected lines with one method. */
  protected queryWith(method: string): Readonly<Record<string, string>> {
    return { ...this.query(), method };
  }

  protected tonnesOf({ kg, kgFromKroner }: CombinedTotalsDto): string {
    return this.t().tonnes({ value: tonnes(kg, significantDigits(kg, kgFromKroner)) });
  }

  /** Share of the booked spend behind the figure. */
  protected shareWith(booked: string, without: string): string {
    return Number(booked) > 0 ? String(Number(subtract(booked, without)) / Number(booked)) : '0';
  }

  /** Name of a period in the list, with a note if a ledger is incomplete. */
  protected nameOf(key: string, months: readonly IncompleteMonth[]): string {
    const name = this.wording.period(key);
    return incompleteIn(key, this.#chosenBuyer(), months).length > 0
      ? this.t().bought.notComplete({ period: name })
      : name;
  }

  protected classNoteOf({ classes }: CombinedTotalsDto): string | null {
    return classNote(classes, this.accountClass() ?? '', this.t());
  }

  protected chooseClass(event: Event): void {
    this.#class.set(this.chosen(event));
  }

  protected chosen(event: Event): string {
    return (event.target as HTMLSelectElement).value;
  }
}
