import { Component, computed, input } from '@angular/core';
import { arrived, read } from '@tallgrunn/api-client';
import { emissionsChange, publicationsBridgePeriods, publicationsYearsWithFigures } from '@tallgrunn/api-client/calls';
import type { PublicationShape, RunPeriodShape } from '@tallgrunn/api-client/shapes';
import { queryState, texts } from '@tallgrunn/design';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { publishedTexts } from '../texts/published-texts.ts';
import { tonnes } from '../tonnes.ts';
import { BridgePicture } from './bridge-picture.ts';

const chosen = (event: Event): string => (event.target as HTMLSelectElement).value;

/** What lies between two years, each as it is reckoned now or as it was published. The choice stands in the address. */
@Component({
  selector: 'tg-period-bridge',
  imports: [BridgePicture],
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
                @for (one of publications(); track one.id) {
                  <option [value]="one.run" [selected]="side.run() === '' + one.run">{{ t().years.published({ caseNumber: one.caseNumber, run: one.run }) }}</option>
                }
              </select>
            </p>
          }
        </div>
        @if (told(); as bridge) {
          @if (missing(); as year) {
            <p role="status">{{ t().years.none({ year }) }}</p>
          } @else {
            <tg-bridge-picture of="groups" [before]="{ label: labelOf(bridge.before), kg: bridge.before.kg }" [after]="{ label: labelOf(bridge.after), kg: bridge.after.kg }" [steps]="bridge.steps" />
            @if (change(); as told) {
              <p class="tg-text">
                <strong>{{ verdictOf(told.verdict) }}</strong>
                {{ t().years.change({ low: tonnesOf(told.low), high: tonnesOf(told.high) }) }}
              </p>
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
  readonly publications = input.required<readonly PublicationShape[]>();
  readonly newest = input.required<number>();
  protected readonly t = texts(publishedTexts);
  protected readonly emissions = texts(emissionsTexts);
  protected readonly valueOf = chosen;
  readonly #before = { year: queryState('fromYear'), run: queryState('fromRun') };
  readonly #after = { year: queryState('toYear'), run: queryState('toRun') };
  protected readonly sides = computed(() => [
    { id: 'bridge-before', label: this.t().years.before, ...this.#before },
    { id: 'bridge-after', label: this.t().years.after, ...this.#after },
  ]);
  readonly #known = read(publicationsYearsWithFigures);
  /** Years of which something has been reckoned, newest first. */
  protected readonly years = computed(() => (arrived(this.#known) ?? []).map(String));
  /** There is nothing to lie between. */
  protected readonly few = computed(() => this.#known.hasValue() && this.years().length < 2);
  readonly #asked = computed(() => {
    const [a, b] = [this.#before.year(), this.#after.year()];
    if (!this.years().includes(a) || !this.years().includes(b)) return undefined;
    const runOf = (text: string) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : this.newest());
    return { beforeRun: runOf(this.#before.run()), beforeFrom: `${a}-01`, beforeTo: `${a}-12`, run: runOf(this.#after.run()), from: `${b}-01`, to: `${b}-12` };
  });
  readonly #bridge = read(publicationsBridgePeriods, () => this.#asked());
  protected readonly told = computed(() => arrived(this.#bridge) ?? null);
  /** How sure the change is, where one run tells both years: only then do they share their factors. */
  readonly #change = read(emissionsChange, () => {
    const bridge = this.told();
    if (!bridge || bridge.before.run !== bridge.after.run || this.missing() !== null) return undefined;
    const { before, after } = bridge;
    return { run: after.run, beforeFrom: before.from, beforeTo: before.to, from: after.from, to: after.to };
  });
  protected readonly change = computed(() => arrived(this.#change) ?? null);
  /** The year of which nothing has been reckoned. */
  protected readonly missing = computed(() => {
    const bridge = this.told();
    const side = bridge && [bridge.before, bridge.after].find(({ kg }) => Number(kg) === 0);
    return side ? Number(side.from.slice(0, 4)) : null;
  });

  protected verdictOf(verdict: string): string {
    return (this.t().years.verdicts as Readonly<Record<string, string>>)[verdict] ?? verdict;
  }

  protected tonnesOf(kg: string): string {
    return this.emissions().page.tonnes({ value: tonnes(kg, 2) });
  }

  protected labelOf({ from, to, run }: RunPeriodShape): string {
    const published = this.publications().find((one) => one.run === run);
    const as = published ? this.t().years.published({ caseNumber: published.caseNumber, run }) : this.t().years.now;
    return `${to.endsWith('-12') ? from.slice(0, 4) : this.t().years.until({ month: to })}, ${as}`;
  }
}
