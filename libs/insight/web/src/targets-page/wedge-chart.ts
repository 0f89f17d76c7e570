import { Component, computed, inject, input } from '@angular/core';
import type { MeasureDto, TargetDto } from '@tallgrunn/api-client/shapes';
import {
  ChartFrame,
  Patterns,
  Wording,
  measuredWidth,
  niceTicks,
  patternPrefix,
  texts,
  type ChartRow,
} from '@tallgrunn/design';
import { tonnes } from '@tallgrunn/emissions-web';
import { insightTexts } from '../texts/insight-texts.ts';
import { wedgeOf, type Wedge } from './wedge.ts';

const HEIGHT = 260;
const AXIS = 24;
const LEFT = 64;
const RIGHT = 12;
const KG_A_TONNE = 1000;

/** Chart of the way from today over the measures to the target year, with the path and what is not known. */
@Component({
  selector: 'tg-wedge-chart',
  imports: [ChartFrame, Patterns],
  templateUrl: './wedge-chart.html',
  styleUrl: './wedge-chart.css',
})
export class WedgeChart {
  readonly target = input.required<TargetDto>();
  readonly measures = input.required<readonly MeasureDto[]>();
  readonly today = input.required<string>();
  readonly #texts = texts(insightTexts);
  protected readonly t = computed(() => this.#texts().targets.wedge);
  readonly #wording = inject(Wording);
  protected readonly legendKinds = ['decided', 'proposed'] as const;
  protected readonly width = measuredWidth();
  protected readonly prefix = patternPrefix();
  protected readonly height = HEIGHT + AXIS;
  protected readonly plot = { left: LEFT, bottom: HEIGHT };
  protected readonly wedge = computed(() => wedgeOf(this.target(), this.measures(), this.today()));
  readonly #scale = computed(() => {
    const wedge = this.wedge();
    const ticks = niceTicks(Math.max(0, wedge?.start ?? 0, ...(wedge?.path ?? [])) / KG_A_TONNE, 4);
    const steps = Math.max(1, (wedge?.years.length ?? 1) - 1);
    return {
      ticks,
      x: (at: number) => LEFT + (at / steps) * Math.max(1, this.width() - LEFT - RIGHT),
      y: (kg: number) => HEIGHT - (Math.max(0, kg) / KG_A_TONNE / (ticks.at(-1) || 1)) * (HEIGHT - 16),
    };
  });
  protected readonly finding = computed(() => {
    const [wedge, year] = [this.wedge(), this.target().targetYear];
    if (!wedge) return '';
    if (wedge.coveredShare === null) return this.t().reached({ year });
    return wedge.bands.length === 0
      ? this.t().none({ year })
      : this.t().finding({ share: String(wedge.coveredShare), year });
  });
  protected readonly basis = computed(() =>
    this.t().basis({
      who: this.target().buyer ?? this.#texts().targets.whole,
      year: this.target().baseYear,
      isFromData: this.wedge()?.isStartFromData ?? false,
    }),
  );
  protected readonly unknown = computed(() => {
    const [wedge, t] = [this.wedge(), this.t()];
    return [
      t.growth,
      t.overlap,
      ...(wedge && wedge.withoutEffect.length > 0 ? [t.withoutEffect({ titles: wedge.withoutEffect })] : []),
      ...(wedge && wedge.ofOthers.length > 0 ? [t.ofOthers({ titles: wedge.ofOthers })] : []),
    ];
  });
  protected readonly rows = computed<readonly ChartRow[]>(() => {
    const wedge = this.wedge();
    if (!wedge) return [];
    const t = this.t();
    const row = (label: string, kg: number, interval = ''): ChartRow => ({
      label,
      cells: [this.#tonnes(kg), interval],
    });
    return [
      row(t.today, wedge.start),
      ...wedge.bands.map(({ title, isProposed, kg, low, high }) =>
        row(isProposed ? t.proposed({ title }) : title, -(kg.at(-1) ?? 0), this.#range(-high, -low)),
      ),
      row(t.remaining, wedge.remaining, this.#range(wedge.remainingLow, wedge.remainingHigh)),
      row(t.goal, wedge.target),
    ];
  });
  /** The areas of the measures below today's level, the first at the top. */
  protected readonly areas = computed(() => {
    const wedge = this.wedge();
    if (!wedge) return [];
    const { x, y } = this.#scale();
    let upper = wedge.years.map(() => wedge.start);
    return wedge.bands.map(({ id, title, isProposed, kg }) => {
      const lower = upper.map((value, at) => value - (kg[at] ?? 0));
      const top = upper.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
      const bottom = lower.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).reverse();
      const middle = ((upper.at(-1) ?? 0) + (lower.at(-1) ?? 0)) / 2;
      const isTall = y(lower.at(-1) ?? 0) - y(upper.at(-1) ?? 0) > 14;
      upper = lower;
      return {
        id,
        points: [...top, ...bottom].join(' '),
        fill: `url(#${this.prefix}-${isProposed ? 'hatched' : 'soft'})`,
        label: isTall ? { x: x(wedge.years.length - 1) - 8, y: y(middle) + 4, text: title } : null,
      };
    });
  });
  protected readonly lines = computed(() => {
    const wedge = this.wedge();
    if (!wedge) return null;
    const { x, y } = this.#scale();
    const last = x(wedge.years.length - 1);
    return {
      start: { y: y(wedge.start), to: last },
      path: wedge.path.map((kg, at) => `${x(at).toFixed(1)},${y(kg).toFixed(1)}`).join(' '),
      interval: { x: last, from: y(wedge.remainingHigh), to: y(wedge.remainingLow) },
    };
  });
  protected readonly heights = computed(() =>
    this.#scale().ticks.map((tick) => ({ y: this.#scale().y(tick * KG_A_TONNE), text: this.#wording.count(tick) })),
  );
  protected readonly yearLabels = computed(() => {
    const years = this.wedge()?.years ?? [];
    const step = Math.max(1, Math.ceil((years.length * 56) / Math.max(1, this.width() - LEFT)));
    return years.flatMap((year, at) => (at % step === 0 ? [{ x: this.#scale().x(at), text: String(year) }] : []));
  });
  protected readonly spoken = computed(() => {
    const wedge: Wedge | null = this.wedge();
    if (!wedge) return '';
    const figure = (kg: number) => this.t().tonne(tonnes(String(kg)));
    return this.t().spoken({
      finding: this.finding(),
      start: figure(wedge.start),
      remaining: figure(wedge.remaining),
      low: figure(wedge.remainingLow),
      high: figure(wedge.remainingHigh),
      goal: figure(wedge.target),
    });
  });

  #tonnes(kg: number): string {
    return this.#wording.quantity(tonnes(String(kg)));
  }

  #range(low: number, high: number): string {
    return `${this.#tonnes(low)} – ${this.#tonnes(high)}`;
  }
}
