import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { combinedFilterOptions, municipalitiesList } from '@tallgrunn/api-client/calls';
import { BarChart, Empty, Loaded, PageHeader, Wording, queryState, texts, type Bar } from '@tallgrunn/design';
import { significantDigits, tonnes } from '@tallgrunn/emissions-web';
import { incompleteIn, type IncompleteMonth } from '../figures/incomplete-months.ts';
import { newestComplete } from '../figures/newest-complete.ts';
import { monthsOf, periodsIn } from '../figures/period-months.ts';
import { insightTexts } from '../texts/insight-texts.ts';
import {
  accountsCompared,
  comparedRow,
  largestOf,
  measures,
  pers,
  type ComparedRow,
  type Figure,
  type Per,
} from './compared-row.ts';
import { PopulationForm } from './population-form.ts';

/** Page that compares municipalities, in total or per inhabitant. Those not comparable are shown with the reason. */
@Component({
  selector: 'tg-municipalities-page',
  imports: [BarChart, Empty, Loaded, PageHeader, PopulationForm, RouterLink],
  templateUrl: './municipalities-page.html',
})
export class MunicipalitiesPage {
  readonly #texts = texts(insightTexts);
  protected readonly t = computed(() => this.#texts().municipalities);
  protected readonly wording = inject(Wording);
  protected readonly measures = measures;
  protected readonly pers = pers;
  protected readonly accountsCompared = accountsCompared;
  readonly #session = inject(Session);
  protected readonly mayState = computed(() => this.#session.permissions().has('population.state'));
  readonly #measure = queryState('measure', 'emissions');
  readonly #per = queryState('per');
  readonly #accounts = queryState('accounts', 'operating');
  readonly #period = queryState('period');
  protected readonly measure = computed(() => measures.find((each) => each === this.#measure()) ?? 'emissions');
  protected readonly accounts = computed(
    () => accountsCompared.find((each) => each === this.#accounts()) ?? 'operating',
  );
  protected readonly choices = read(combinedFilterOptions);
  protected readonly periods = computed(() => periodsIn(arrived(this.choices)?.months ?? []));
  /** The selected period, or the latest complete one; '' while loading. */
  protected readonly period = computed(() => {
    const seen = arrived(this.choices);
    return this.periods().includes(this.#period())
      ? this.#period()
      : seen
        ? newestComplete(seen.months, seen.incomplete)
        : '';
  });
  protected readonly rows = read(municipalitiesList, () => {
    const months = monthsOf(this.period());
    return months ? { ...months, accounts: this.accounts() } : undefined;
  });
  /** Whether no municipality of the answer has inhabitants. */
  protected readonly isWithoutPopulation = computed(() => {
    const rows = arrived(this.rows) ?? [];
    return rows.length > 0 && rows.every(({ population }) => population === null);
  });
  /** The selected unit; else per inhabitant, or in total if no inhabitants are entered. */
  protected readonly per = computed<Per>(
    () => pers.find((each) => each === this.#per()) ?? (this.isWithoutPopulation() ? 'total' : 'inhabitant'),
  );
  protected readonly compared = computed<readonly ComparedRow[]>(() =>
    (arrived(this.rows) ?? []).map((row) => comparedRow(row, this.measure(), this.per(), this.accounts())),
  );
  protected readonly buyers = computed(
    () => new Map((arrived(this.rows) ?? []).map(({ buyerId, name }) => [buyerId, name] as const)),
  );
  protected readonly finding = computed(() => {
    const largest = largestOf(this.compared());
    const { finding, findingPer, findingFew } = this.t();
    return largest === null
      ? findingFew
      : (this.per() === 'inhabitant' ? findingPer : finding)[this.measure()](largest);
  });
  protected readonly bars = computed<readonly Bar[]>(() => this.compared().map((each) => this.#barOf(each)));
  protected readonly heads = computed(() => {
    const { municipality, figure, byItem, withFactor, population } = this.t().heads;
    return [municipality, figure, byItem, withFactor, population];
  });
  /** Notes about unclassified spend that no other reason mentions; it is not in the operating figures. */
  protected readonly classNotes = computed(() => {
    const untold =
      this.accounts() === 'all'
        ? []
        : this.compared().filter(({ row, lock }) => lock !== 'class-unknown' && Number(row.classUnknown) !== 0);
    return untold.map(({ row }) => this.t().classLittle({ name: row.name, amount: row.classUnknown }));
  });
  protected readonly sources = computed(() => [
    ...new Set((arrived(this.rows) ?? []).flatMap(({ population }) => (population ? [population.source] : []))),
  ]);

  protected nameOf(period: string, months: readonly IncompleteMonth[]): string {
    const name = this.wording.period(period);
    return incompleteIn(period, null, months).length > 0 ? this.#texts().bought.notComplete({ period: name }) : name;
  }

  protected choose(what: 'period' | 'measure' | 'per' | 'accounts', event: Event): void {
    ({ period: this.#period, measure: this.#measure, per: this.#per, accounts: this.#accounts })[what].set(
      (event.target as HTMLSelectElement).value,
    );
  }

  #barOf({ row, lock, figure }: ComparedRow): Bar {
    const { notKnown, share, population } = this.t();
    const shareOf = (value: string | null | undefined) => (value == null ? notKnown : share({ share: value }));
    const isOpen = lock === null && figure !== null;
    return {
      label: row.name,
      shown: [figure === null ? '' : this.#formatFigure(figure), this.#reason(lock, row)]
        .filter((part) => part !== '')
        .join(', '),
      stretches: isOpen
        ? [{ value: Number(figure.value), pattern: this.measure() === 'spend' ? 'solid' : 'soft' }]
        : [],
      ...(isOpen && figure.low !== null && figure.high !== null
        ? { interval: { low: Number(figure.low), high: Number(figure.high) } }
        : {}),
      cells: [
        shareOf(row.figures?.shareByItem),
        shareOf(row.figures?.shareWithFactor),
        row.population ? population(row.population) : notKnown,
      ],
    };
  }

  #formatFigure({ value, low, high }: Figure): string {
    const told = (amount: string) => this.#figure(amount);
    return low === null || high === null
      ? told(value)
      : `${told(value)} (${this.t().interval({ low: told(low), high: told(high) })})`;
  }

  /** Formats kg per inhabitant or tonnes with two significant digits; amounts without decimals. */
  #figure(amount: string): string {
    if (this.measure() === 'spend') return this.t().spendFigure({ value: amount });
    const kg = String(Number(amount) * 1000);
    return this.t().emissionsFigure[this.per()]({ value: tonnes(kg, significantDigits(kg, kg)) });
  }

  #reason(lock: ComparedRow['lock'], { missing, classUnknown }: ComparedRow['row']): string {
    const { nothing, noPopulation } = this.t();
    return lock === null
      ? ''
      : {
          nothing,
          missing: this.t().missing({ months: missing }),
          'class-unknown': this.t().classUnknown({ amount: classUnknown }),
          'no-population': noPopulation,
        }[lock];
  }
}
