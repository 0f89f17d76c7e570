import { Component, computed, inject, input } from '@angular/core';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { publicationsBridgePeriods, publicationsYears } from '@tallgrunn/api-client/calls';
import type { PublicationDto, RunPeriodDto } from '@tallgrunn/api-client/shapes';
import { queryState, texts } from '@tallgrunn/design';
import { comparisonTexts } from '../texts/comparison-texts.ts';
import { publishedTexts } from '../texts/published-texts.ts';
import { ChangeSummary } from '../change-summary.ts';
import { ComparisonNote } from '../comparison/comparison-note.ts';
import { coversYear } from '../published-pages/scope.ts';
import { BridgeChart } from './bridge-chart.ts';

/** Account classes of the filter. */
const accountClasses = ['operating', 'investment', 'unknown'] as const;

const chosen = (event: Event): string => (event.target as HTMLSelectElement).value;

/** Bridge between two years, each as calculated now or as published. The options are stored in the URL. */
@Component({
  selector: 'tg-period-bridge',
  imports: [BridgeChart, ChangeSummary, ComparisonNote],
  template: `
    <section class="tg-stack">
      <div>
        <h2 class="ds-heading" data-size="xs">{{ t().years.title }}</h2>
        <p class="tg-subtle">{{ t().years.help }}</p>
      </div>
      @if (few()) {
        <p>{{ t().years.few({ year: years()[0] ?? '' }) }}</p>
      } @else {
        <div class="choices">
          @for (side of sides(); track side.id) {
            <p>
              <label class="ds-label" [for]="side.id">{{ side.label }}</label>
              <select class="ds-input" [id]="side.id" (change)="side.year.set(valueOf($event))">
                <option value=""></option>
                @for (year of years(); track year) {
                  <option [value]="year" [selected]="side.year() === year">{{ year }}</option>
                }
              </select>
            </p>
            <p>
              <label class="ds-label" [for]="side.id + '-as'">{{ t().years.as }}</label>
              <select class="ds-input" [id]="side.id + '-as'" (change)="side.run.set(valueOf($event))">
                <option value="">{{ t().years.now }}</option>
                @for (one of offered(side.year()); track one.id) {
                  <option [value]="one.run" [selected]="side.run() === '' + one.run">
                    {{ t().years.published({ caseNumber: one.caseNumber, run: one.run }) }}
                  </option>
                }
              </select>
            </p>
          }
          <p>
            <label class="ds-label" for="bridge-class">{{ comparisons().classes.show }}</label>
            <select id="bridge-class" class="ds-input" (change)="chosenClass.set(valueOf($event))">
              <option value="" [selected]="!accountClass()">{{ comparisons().classes.all }}</option>
              @for (each of accountClasses; track each) {
                <option [value]="each" [selected]="accountClass() === each">
                  {{ comparisons().classes.names[each] }}
                </option>
              }
            </select>
          </p>
        </div>
        @if (told(); as bridge) {
          @if (missing(); as year) {
            <p role="status">{{ t().years.none({ year }) }}</p>
          } @else if (bridge.comparison.standing === 'incomplete') {
            <tg-comparison-note [comparison]="bridge.comparison" />
          } @else {
            <tg-bridge-chart
              of="groups"
              [before]="{ label: labelOf(bridge.before, 0), kg: bridge.before.kg }"
              [after]="{ label: labelOf(bridge.after, 1), kg: bridge.after.kg }"
              [steps]="bridge.steps"
              [notDeflated]="bridge.notDeflated"
              [ends]="{ before: monthsOf(bridge.before), after: monthsOf(bridge.after) }"
            />
            <p class="tg-subtle">{{ t().change.bridgeByBooks }}</p>
            @if (bridge.before.run === bridge.after.run) {
              <tg-change-summary
                [filter]="{ run: bridge.after.run, accountClass: accountClass() }"
                [before]="bridge.before"
                [after]="bridge.after"
              />
            } @else {
              <tg-comparison-note [comparison]="bridge.comparison" />
            }
          }
        }
      }
    </section>
  `,
  styles: `
    .choices {
      display: grid;
      gap: var(--tg-gap-sm) var(--tg-gap);
      grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
    }

    p {
      margin: 0;
    }

    select {
      width: 100%;
    }
  `,
})
export class PeriodBridge {
  readonly publications = input.required<readonly PublicationDto[]>();
  readonly newest = input.required<number>();
  protected readonly t = texts(publishedTexts);
  protected readonly comparisons = texts(comparisonTexts);
  protected readonly valueOf = chosen;
  protected readonly accountClasses = accountClasses;
  protected readonly chosenClass = queryState('class');
  protected readonly accountClass = computed(() => accountClasses.find((each) => each === this.chosenClass()));
  readonly #session = inject(Session);
  readonly #before = { year: queryState('fromYear'), run: queryState('fromRun') };
  readonly #after = { year: queryState('toYear'), run: queryState('toRun') };
  protected readonly sides = computed(() => [
    { id: 'bridge-before', label: this.t().years.before, ...this.#before },
    { id: 'bridge-after', label: this.t().years.after, ...this.#after },
  ]);
  readonly #years = read(publicationsYears);
  /** Years with emissions, newest first. */
  protected readonly years = computed(() => (arrived(this.#years) ?? []).map(String));
  /** There are fewer than two years to compare. */
  protected readonly few = computed(() => this.#years.hasValue() && this.years().length < 2);
  readonly #request = computed(() => {
    const [a, b] = [this.#before.year(), this.#after.year()];
    if (!this.years().includes(a) || !this.years().includes(b)) return undefined;
    // A publication that does not cover the year is not a valid option in the URL.
    const runOf = (text: string, year: string) =>
      this.offered(year).find(({ run }) => String(run) === text)?.run ?? this.newest();
    return {
      beforeRun: runOf(this.#before.run(), a),
      beforeFrom: `${a}-01`,
      beforeTo: `${a}-12`,
      run: runOf(this.#after.run(), b),
      from: `${b}-01`,
      to: `${b}-12`,
      accountClass: this.accountClass(),
    };
  });
  readonly #bridge = read(publicationsBridgePeriods, () => this.#request());
  protected readonly told = computed(() => arrived(this.#bridge) ?? null);
  /**
   * The year without emissions, if any. Uncertainty is shown only if one run has both years, because only then do they
   * share their factors.
   */
  protected readonly missing = computed(() => {
    const bridge = this.told();
    // With a filter on account class, no emissions in a year is a valid result.
    const side = bridge && !this.accountClass() && [bridge.before, bridge.after].find(({ kg }) => Number(kg) === 0);
    return side ? Number(side.from.slice(0, 4)) : null;
  });

  /** Returns the publications that cover the whole year, as far as the user may see it. */
  protected offered(year: string): readonly PublicationDto[] {
    const own = this.#session.side() === 'buyer' ? this.#session.acting()?.organisation.id : undefined;
    return this.publications().filter((one) => year === '' || coversYear(year, one, own));
  }

  protected monthsOf({ run, from, to }: RunPeriodDto) {
    return { run, from, to, accountClass: this.accountClass() };
  }

  /** Labels a period as requested: as published if that was chosen, even if the current figures are of the same run. */
  protected labelOf({ from, to, run }: RunPeriodDto, side: 0 | 1): string {
    const chosen = [this.#before, this.#after][side]?.run();
    const published = this.offered(from.slice(0, 4)).find((one) => one.run === run && String(run) === chosen);
    const as = published ? this.t().years.published({ caseNumber: published.caseNumber, run }) : this.t().years.now;
    return `${to.endsWith('-12') ? from.slice(0, 4) : this.t().years.until({ month: to })}, ${as}`;
  }
}
