import { Component, computed, inject, input } from '@angular/core';
import type { UtilisationDto } from '@tallgrunn/api-client/shapes';
import { ChartFrame, Patterns, Wording, measuredWidth, niceTicks, patternPrefix, texts } from '@tallgrunn/design';
import type { ChartRow } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';
import { formatChartAmount } from '../figures/short-kroner.ts';
import { drawConsumption, type ConsumptionPoint, type ConsumptionRow } from './draw-consumption.ts';

const HEIGHT = 240;
const AXIS = 24;
const LEFT = 76;
const RIGHT = 8;
const NARROW = 480;

/**
 * Chart of accumulated call-offs by month against the maximum: reported = thick line, booked = dotted, expected =
 * dashed. Incomplete months are hatched.
 */
@Component({
  selector: 'tg-consumption-chart',
  imports: [ChartFrame, Patterns],
  templateUrl: './consumption-chart.html',
  styleUrl: './consumption-chart.css',
})
export class ConsumptionChart {
  readonly use = input.required<UtilisationDto>();
  readonly currency = input('NOK');
  readonly endsOn = input<string | null>(null);
  protected readonly t = texts(insightTexts);
  protected readonly wording = inject(Wording);
  protected readonly width = measuredWidth();
  protected readonly prefix = patternPrefix();
  protected readonly height = HEIGHT + AXIS;
  protected readonly plot = { left: LEFT, bottom: HEIGHT };
  protected readonly drawn = computed(() => drawConsumption(this.use(), this.endsOn()));
  readonly #scale = computed(() => {
    const ticks = niceTicks(this.drawn().top, 4);
    const months = Math.max(1, this.drawn().months.length);
    return {
      ticks,
      x: (at: number) => LEFT + (at / months) * Math.max(1, this.width() - LEFT - RIGHT),
      y: (value: number) => HEIGHT - (value / (ticks.at(-1) || 1)) * (HEIGHT - 16),
    };
  });

  protected readonly finding = computed(() => {
    const { forecast, maximum, used, share } = this.use();
    const { finding } = this.t().use.chart;
    const whole = this.#money(maximum ?? '0');
    if (forecast.state === 'cannot-be-told') return finding['cannot-be-told']({ share: share ?? '0' });
    if (forecast.state === 'no-maximum') return finding['no-maximum']({ used: this.#money(used) });
    return finding[forecast.state]({ maximum: whole, earliest: forecast.earliest ?? '', latest: forecast.latest });
  });
  protected readonly rows = computed<readonly ChartRow[]>(() =>
    this.drawn().rows.map((row) => ({
      label: this.#nameOf(row),
      cells: [row.reported, row.reportedSum, row.booked, row.bookedSum].map((amount) => this.wording.amount(amount, 0)),
    })),
  );
  protected readonly lines = computed(() => {
    const { reported, booked, expected } = this.drawn();
    return [
      { kind: 'booked', points: this.#path(booked) },
      { kind: 'reported', points: this.#path(reported) },
      { kind: 'expected', points: this.#path(expected) },
    ].filter(({ points }) => points !== '');
  });
  protected readonly roof = computed(() => {
    const { maximum } = this.drawn();
    return maximum === null
      ? null
      : {
          y: this.#scale().y(maximum),
          text: `${this.t().use.chart.maximum} ${formatChartAmount(String(maximum), this.t())}`,
        };
  });
  protected readonly heights = computed(() =>
    this.#scale().ticks.map((value) => ({
      y: this.#scale().y(value),
      text: formatChartAmount(String(value), this.t()),
    })),
  );
  /** Axis labels: the first month, and the start of each year or part of a year. */
  protected readonly marks = computed(() => {
    const { months } = this.drawn();
    const step = this.width() < NARROW ? 12 : months.length > 18 ? 6 : 3;
    return months
      .flatMap((month, at) =>
        at === 0 || (Number(month.slice(5)) - 1) % step === 0
          ? [{ x: this.#scale().x(at), text: this.wording.date(`${month}-01`, 'short').slice(3) }]
          : [],
      )
      .filter(({ x }, at, all) => at === 0 || x - (all[at - 1]?.x ?? 0) > 60);
  });
  /** Hatched areas, where sums may still increase. */
  protected readonly incomplete = computed(() =>
    this.drawn().incomplete.map(({ from, to }) => ({
      x: this.#scale().x(from),
      width: this.#scale().x(to) - this.#scale().x(from),
    })),
  );
  protected readonly spoken = computed(() => {
    const { incompleteMonths } = this.t().use.chart;
    const lacking = this.drawn()
      .rows.filter(isIncomplete)
      .map(({ month }) => month);
    return [
      this.finding(),
      `${this.rows().at(-1)?.label ?? ''}: ${this.#money(this.use().used)}`,
      ...(lacking.length > 0 ? [incompleteMonths({ months: lacking })] : []),
    ].join('. ');
  });

  #nameOf(row: ConsumptionRow): string {
    const month = this.wording.period(row.month);
    return isIncomplete(row)
      ? this.t().use.chart.incompleteMonth({ month, reports: !row.isReportedComplete, ledgers: !row.isBookedComplete })
      : month;
  }

  #path(points: readonly ConsumptionPoint[]): string {
    const { x, y } = this.#scale();
    return points.some(({ value }) => value !== 0)
      ? points.map(({ at, value }) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
      : '';
  }

  #money(amount: string): string {
    return this.t().use.money({ amount, currency: this.currency() });
  }
}

const isIncomplete = ({ isReportedComplete, isBookedComplete }: ConsumptionRow): boolean =>
  !isReportedComplete || !isBookedComplete;
