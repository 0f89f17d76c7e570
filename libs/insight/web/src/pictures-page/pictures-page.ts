import { Component, computed, inject } from '@angular/core';
import { arrived, read } from '@tallgrunn/api-client';
import {
  categoriesList,
  combinedFilterOptions,
  emissionsUncertaintyByPeriod,
  emissionsListRuns,
  externalFiguresList,
  factorAssignmentsList,
  pivotSums,
} from '@tallgrunn/api-client/calls';
import type { BasisShareDto, PivotSumsDto } from '@tallgrunn/api-client/shapes';
import {
  Empty,
  Loaded,
  PageHeader,
  TextLibrary,
  Wording,
  designTexts,
  queryState,
  setPrintContext,
  texts,
} from '@tallgrunn/design';
import { significantDigits, tonnes, type SumFilter } from '@tallgrunn/emissions-web';
import { knownOf } from '../figures/basis-parts.ts';
import { filterAddress } from '../filter/filter-address.ts';
import { FilterBar } from '../filter/filter-bar.ts';
import { isExplainable, paramsOf } from '../filter/filter-values.ts';
import { nameOf } from '../pivot-page/pivot-view.ts';
import { insightTexts } from '../texts/insight-texts.ts';
import { picturesTexts } from '../texts/pictures-texts.ts';
import { flowOf } from './draw-flow.ts';
import { heatOf, type HeatRow } from './draw-heat.ts';
import { paretoDimensions, paretoOf, pictureMeasures, type ParetoRow } from './draw-pareto.ts';
import { periodKinds, timePoints } from './draw-time.ts';
import { withExternalYears } from './external-years.ts';
import { factorMarks } from './factor-marks.ts';
import { FlowPicture } from './flow-picture.ts';
import { HeatPicture } from './heat-picture.ts';
import { ParetoPicture } from './pareto-picture.ts';
import { TimePicture } from './time-picture.ts';

export const pictures = ['time', 'pareto', 'heat', 'flow'] as const;
type ControlName = 'picture' | 'period' | 'by' | 'measure';

const HEAT_ROWS = 10;
const ROWS_MAX = 1000;

/** Page of pictures of purchases; the picture, its choices and the filter are in the URL. */
@Component({
  selector: 'tg-pictures-page',
  imports: [Empty, FilterBar, FlowPicture, HeatPicture, Loaded, PageHeader, ParetoPicture, TimePicture],
  templateUrl: './pictures-page.html',
})
export class PicturesPage {
  protected readonly t = texts(picturesTexts);
  readonly #insight = texts(insightTexts);
  readonly #design = texts(designTexts);
  readonly #wording = inject(Wording);
  readonly #library = inject(TextLibrary);
  protected readonly filter = filterAddress();
  readonly #picture = queryState('picture', 'time');
  readonly #period = queryState('period', 'month');
  readonly #by = queryState('by', 'item');
  readonly #measure = queryState('measure', 'booked');
  protected readonly picture = computed(() => pictures.find((each) => each === this.#picture()) ?? 'time');
  protected readonly period = computed(() => periodKinds.find((each) => each === this.#period()) ?? 'month');
  protected readonly by = computed(() => paretoDimensions.find((each) => each === this.#by()) ?? 'item');
  protected readonly measure = computed(() => pictureMeasures.find((each) => each === this.#measure()) ?? 'booked');
  protected readonly choices = read(combinedFilterOptions);
  readonly #categories = read(categoriesList);
  protected readonly categories = computed(() => {
    const language = this.#library.language();
    return new Map((arrived(this.#categories) ?? []).map(({ code, name }) => [code, name[language]] as const));
  });
  readonly #runs = read(emissionsListRuns);
  readonly #params = computed(() => {
    const { scope: _, ...params } = paramsOf(this.filter.values());
    return params;
  });
  /** Whether the picture has categories beside its rows. */
  readonly #isGrid = computed(() => this.picture() === 'heat' || this.picture() === 'flow');
  protected readonly answer = read(pivotSums, () => {
    const rows = { time: this.period(), pareto: this.by(), heat: 'supplier', flow: 'basis' } as const;
    return {
      ...this.#params(),
      rows: rows[this.picture()],
      columns: this.#isGrid() ? ('category' as const) : ('none' as const),
      by: ['time', 'flow'].includes(this.picture()) ? ('booked' as const) : this.measure(),
      limit: this.picture() === 'heat' ? HEAT_ROWS : ROWS_MAX,
    };
  });
  /** Filter by which emissions explain the same lines; null if none does. */
  protected readonly whyFilter = computed<SumFilter | null>(() => {
    if (!isExplainable(this.filter.values())) return null;
    const { buyerId, supplierId, category, from, to, accountClass, method } = this.#params();
    return { buyerId, supplierId, category, from, to, accountClass, method: method as SumFilter['method'] };
  });
  readonly #intervals = read(emissionsUncertaintyByPeriod, () => {
    const filter = this.whyFilter();
    return this.picture() === 'time' && filter ? { ...filter, period: this.period() } : undefined;
  });
  readonly #buyer = computed(() => {
    const { buyer } = this.filter.values();
    const buyers = arrived(this.choices)?.buyers ?? [];
    return buyers.find(({ value }) => value === buyer)?.label ?? (buyers.length === 1 ? buyers[0]!.label : null);
  });
  protected readonly points = computed(() => {
    const [answer, choices] = [arrived(this.answer), arrived(this.choices)];
    if (!answer || !choices || this.picture() !== 'time') return [];
    const intervals = this.whyFilter() ? (arrived(this.#intervals) ?? []) : [];
    const points = timePoints(answer.rows, intervals, choices, this.#buyer());
    const scope = this.#externalScope();
    return scope ? withExternalYears(points, arrived(this.#external) ?? [], scope) : points;
  });
  readonly #assignments = read(factorAssignmentsList, () => (this.picture() === 'time' ? {} : undefined));
  protected readonly marks = computed(() => factorMarks(this.points(), arrived(this.#assignments) ?? []));
  /** Figures made elsewhere are by year, buyer and category; null if the selection is something else. */
  readonly #externalScope = computed(() => {
    const { buyer, category, ...others } = this.filter.values();
    const isOther = Object.values(others).some((value) => value !== '');
    if (this.picture() !== 'time' || this.period() !== 'year' || isOther) return null;
    const buyers = arrived(this.choices)?.buyers ?? [];
    return { buyerId: buyer || (buyers.length === 1 ? buyers[0]!.value : null), category: category || null };
  });
  readonly #external = read(externalFiguresList, () => (this.#externalScope() ? {} : undefined));
  protected readonly pareto = computed(() => paretoOf(arrived(this.answer)!, this.measure()));
  protected readonly flow = computed(() => flowOf(arrived(this.answer)!));
  /** Share known by item or quantity, rounded as on the page of purchases. */
  protected readonly shareKnown = computed(() => {
    const rows = arrived(this.answer)?.rows ?? [];
    const basis = rows.map(({ key, booked }) => ({ basis: key ?? 'none', amount: booked }));
    return knownOf({ basis: basis as BasisShareDto[], lines: 0 }).share;
  });
  protected readonly heat = computed(() => heatOf(arrived(this.answer)!, this.measure(), HEAT_ROWS));
  protected readonly scope = computed(() => {
    const { from, to } = this.filter.values();
    const months = arrived(this.choices)?.months ?? [];
    const [first, last] = [from || months[0], to || months.at(-1)];
    if (!first || !last) return '';
    return this.t().scope({
      who: this.#buyer(),
      from: this.#wording.period(first),
      to: this.#wording.period(last),
      isNarrowed: Object.entries(this.filter.values()).some(
        ([field, value]) => value !== '' && !['buyer', 'from', 'to'].includes(field),
      ),
      withoutLedger: arrived(this.choices)?.withoutLedger ?? [],
    });
  });
  protected readonly source = computed(() => {
    const run = arrived(this.#runs)?.[0];
    return this.t().source({
      run: run ? this.#wording.count(run.number) : null,
      at: run?.finishedAt ? this.#wording.instant(run.finishedAt) : null,
    });
  });
  protected readonly controls = computed(() => {
    const t = this.t();
    const control = (name: ControlName, values: readonly string[], value: string) => ({
      name,
      label: t.controls[name],
      value,
      options: values.map((each) => ({
        value: each,
        label: (t.options[name] as Readonly<Record<string, string>>)[each] ?? each,
      })),
    });
    const picture = this.picture();
    return [
      control('picture', pictures, picture),
      ...(picture === 'time' ? [control('period', periodKinds, this.period())] : []),
      ...(picture === 'pareto' ? [control('by', paretoDimensions, this.by())] : []),
      ...(picture === 'time' || picture === 'flow' ? [] : [control('measure', pictureMeasures, this.measure())]),
    ];
  });
  /** Formats a figure with its unit. */
  protected readonly figure = computed(() => (sums: PivotSumsDto) => {
    if (this.measure() === 'booked') return this.#wording.money(sums.booked, 0);
    if (sums.kgCo2e === null) return this.#design().notCalculated;
    return this.t().tonnes({ value: tonnes(sums.kgCo2e, significantDigits(sums.kgCo2e, sums.kgCo2e)) });
  });
  protected readonly paretoName = computed(
    () => (row: ParetoRow) => nameOf(this.by(), row, this.categories(), this.#insight(), this.#wording),
  );
  protected readonly supplierName = computed(
    () => (row: HeatRow) => nameOf('supplier', row, this.categories(), this.#insight(), this.#wording),
  );
  protected readonly categoryName = computed(
    () => (key: string | null) =>
      nameOf('category', { key, label: null }, this.categories(), this.#insight(), this.#wording),
  );

  constructor() {
    setPrintContext(() => ({ period: this.scope() }));
  }

  protected choose(name: ControlName, event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    ({ picture: this.#picture, period: this.#period, by: this.#by, measure: this.#measure })[name].set(value);
  }
}
