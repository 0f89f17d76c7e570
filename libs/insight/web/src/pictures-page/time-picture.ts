import { Component, computed, inject, input } from '@angular/core';
import {
  Patterns,
  Wording,
  designTexts,
  measuredWidth,
  niceTicks,
  patternPrefix,
  texts,
  type ChartRow,
} from '@tallgrunn/design';
import { TotalExplanation, significantDigits, tonnes, type SumFilter } from '@tallgrunn/emissions-web';
import { formatChartAmount } from '../figures/short-kroner.ts';
import { insightTexts } from '../texts/insight-texts.ts';
import { picturesTexts } from '../texts/pictures-texts.ts';
import { everyLabel, largestComplete, type PeriodKind, type TimePoint } from './draw-time.ts';
import { marksIn, type FactorMark } from './factor-marks.ts';
import { PictureFrame } from './picture-frame.ts';

const LEFT = 84;
const RIGHT = 8;
const PANEL = 150;
const HEAD = 26;
const GAP = 14;
const AXIS = 26;
const LABEL_WIDTH = 78;
const TICKS = 3;

interface Panel {
  readonly title: string;
  readonly top: number;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly bars: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly pattern: 'soft' | 'dotted' | 'incomplete';
  }[];
  readonly whiskers: readonly string[];
}

/**
 * Purchases and emissions over time as two rows of bars. Incomplete periods are hatched, years
 * with figures made elsewhere are dotted, intervals are lines, and dashed lines are changes of emission factors.
 */
@Component({
  selector: 'tg-time-picture',
  imports: [Patterns, PictureFrame, TotalExplanation],
  templateUrl: './time-picture.html',
})
export class TimePicture {
  readonly points = input.required<readonly TimePoint[]>();
  readonly kind = input.required<PeriodKind>();
  /** Who and when. */
  readonly scope = input.required<string>();
  readonly source = input.required<string>();
  readonly total = input.required<{ readonly kgCo2e: string | null }>();
  /** Days on which emission factors changed. */
  readonly marks = input<readonly FactorMark[]>([]);
  /** Explains the total; null if emissions cannot explain this selection. */
  readonly whyFilter = input<SumFilter | null>(null);
  protected readonly t = texts(picturesTexts);
  readonly #insight = texts(insightTexts);
  readonly #design = texts(designTexts);
  protected readonly wording = inject(Wording);
  protected readonly width = measuredWidth();
  protected readonly prefix = patternPrefix();
  protected readonly height = 2 * (HEAD + PANEL) + GAP + AXIS;
  protected readonly left = LEFT;
  protected readonly axis = AXIS;
  /** Points with ledgers of their own; the others have figures made elsewhere, or none. */
  readonly #own = computed(() => this.points().filter(({ booked }) => booked !== null));
  readonly #incompleteCount = computed(() => this.#own().filter(({ isComplete }) => !isComplete).length);
  protected readonly finding = computed(() => {
    const largest = largestComplete(this.points());
    const counts = { incomplete: this.#incompleteCount(), count: this.#own().length, kind: this.kind() };
    return largest
      ? this.t().time.finding({
          period: this.wording.period(largest.key),
          amount: formatChartAmount(largest.booked ?? '0', this.#insight()),
          ...counts,
        })
      : this.t().time.findingNone(counts);
  });
  protected readonly subtitle = computed(() =>
    this.t().time.subtitle({
      kind: this.kind(),
      scope: this.scope(),
      hasIntervals: this.#hasIntervals(),
      hasMarks: this.marks().length > 0,
      madeBy: [...new Set(this.points().flatMap(({ madeBy }) => madeBy ?? []))],
    }),
  );
  readonly #hasIntervals = computed(() => this.points().some(({ interval }) => interval !== null));
  protected readonly totalFigure = computed(() => this.#tonnes(this.total().kgCo2e));
  protected readonly heads = computed(() => [
    ...this.t().time.heads,
    ...(this.marks().length > 0 ? [this.t().time.marks] : []),
  ]);
  protected readonly rows = computed<readonly ChartRow[]>(() =>
    this.points().map((point, at) => ({
      label: this.wording.period(point.key),
      cells: [
        point.booked === null ? this.#design().notStated : this.wording.money(point.booked, 0),
        this.#tonnes(point.kgCo2e),
        point.interval
          ? this.t().between({ low: tonnes(point.interval.low, 2), high: tonnes(point.interval.high, 2) })
          : this.#design().notCalculated,
        this.#basis(point),
        ...(this.marks().length > 0 ? [marksIn(this.marks(), at).join(', ')] : []),
      ],
    })),
  );
  protected readonly description = computed(() =>
    [
      this.finding(),
      ...this.rows().map(({ label, cells }) => `${label}: ${cells.filter(Boolean).join(', ')}`),
      ...this.changes().map(({ text }) => text),
    ].join('. '),
  );
  protected readonly panels = computed<readonly Panel[]>(() => {
    const points = this.points();
    const kroner = points.map(({ booked }) => ({ value: Number(booked ?? 0), low: null, high: null }));
    const mass = points.map(({ kgCo2e, interval }) => ({
      value: Number(kgCo2e ?? 0) / 1000,
      low: interval ? Number(interval.low) / 1000 : null,
      high: interval ? Number(interval.high) / 1000 : null,
    }));
    return [
      this.#panel(this.t().time.kroner, 0, kroner, (value) => formatChartAmount(String(value), this.#insight())),
      this.#panel(this.t().time.tonnes, HEAD + PANEL + GAP, mass, (value) => this.wording.quantity(String(value))),
    ];
  });
  protected readonly labels = computed(() => {
    const step = everyLabel(this.points().length, this.width() - LEFT, LABEL_WIDTH);
    return this.points().flatMap(({ key }, at) =>
      at % step === 0 ? [{ x: this.#place(at) + this.#slot() / 2, text: this.#axisText(key) }] : [],
    );
  });
  /** The changes of factors as a list below the picture. */
  protected readonly changes = computed(() =>
    this.marks().map(({ number, day, assignments }) => ({
      number,
      text: this.t().time.change({
        number,
        day: this.wording.date(day),
        factors: assignments.map((each) => ({
          target: each.targetName?.[this.wording.language()] ?? each.target,
          factor: each.factor,
          value: each.value,
          unit: this.wording.emissionUnit(each.unit),
        })),
      }),
    })),
  );
  protected readonly markLines = computed(() =>
    this.marks().map(({ number, at, fraction }) => ({ number, x: this.#place(at) + fraction * this.#slot() })),
  );
  readonly #slot = computed(() => Math.max(1, this.width() - LEFT - RIGHT) / Math.max(1, this.points().length));

  #basis({ isComplete, madeBy, booked }: TimePoint): string {
    if (madeBy) return this.t().time.madeBy({ madeBy });
    if (booked === null) return this.#design().notStated;
    return isComplete ? this.t().time.complete : this.t().time.incomplete;
  }

  #place(at: number): number {
    return LEFT + at * this.#slot();
  }

  #axisText(key: string): string {
    if (this.kind() === 'month') return this.wording.date(`${key}-01`, 'short').slice(3);
    return this.kind() === 'quarter' ? this.t().time.quarter({ quarter: key.slice(-1), year: key.slice(0, 4) }) : key;
  }

  #tonnes(kg: string | null): string {
    return kg === null
      ? this.#design().notCalculated
      : this.t().tonnes({ value: tonnes(kg, significantDigits(kg, kg)) });
  }

  #panel(
    title: string,
    top: number,
    values: readonly { readonly value: number; readonly low: number | null; readonly high: number | null }[],
    format: (value: number) => string,
  ): Panel {
    const ticks = niceTicks(Math.max(0, ...values.map(({ value, high }) => Math.max(value, high ?? 0))), TICKS);
    const bottom = top + HEAD + PANEL;
    const y = (value: number) => bottom - (Math.max(0, value) / (ticks.at(-1) || 1)) * (PANEL - 10);
    const width = Math.max(1, this.#slot() * 0.7);
    return {
      title,
      top,
      ticks: ticks.map((value) => ({ y: y(value), text: format(value) })),
      bars: values.map(({ value }, at) => ({
        x: this.#place(at) + this.#slot() * 0.15,
        y: y(value),
        width,
        height: bottom - y(value),
        pattern: patternOf(this.points()[at]),
      })),
      whiskers: values.flatMap(({ low, high }, at) =>
        low === null || high === null
          ? []
          : [whisker(this.#place(at) + this.#slot() / 2, y(low), y(high), Math.min(4, width / 2))],
      ),
    };
  }
}

function patternOf(point: TimePoint | undefined): Panel['bars'][number]['pattern'] {
  if (point?.madeBy) return 'dotted';
  return point?.isComplete ? 'soft' : 'incomplete';
}

const whisker = (x: number, from: number, to: number, half: number): string =>
  `M${(x - half).toFixed(1)} ${from.toFixed(1)}h${2 * half}m${-half} 0V${to.toFixed(1)}m${-half} 0h${2 * half}`;
