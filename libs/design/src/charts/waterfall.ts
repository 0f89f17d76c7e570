import { Component, computed, inject, input } from '@angular/core';
import { Wording } from '../texts/wording.ts';
import { ChartFrame } from './chart-frame.ts';
import { placeAxisLabels, figureSpace, lineHeight, wrapText } from './fit.ts';
import { measuredWidth } from './measured-width.ts';
import { niceTicks } from './ticks.ts';

/**
 * One step between two totals: `shown` is its figure as text. `grey` marks a change in the calculation rather than in
 * purchasing.
 */
export interface WaterfallStep {
  readonly label: string;
  readonly value: number;
  readonly shown: string;
  readonly grey: boolean;
  /** Further cells of the table. */
  readonly cells?: readonly string[];
}

export interface WaterfallTotal {
  readonly label: string;
  readonly value: number;
  readonly shown: string;
}

const barHeight = 30;
const axisHeight = 26;

/**
 * Horizontal waterfall from one total to another by steps that add up, readable in a narrow window. Changes in the
 * calculation are grey and dashed.
 */
@Component({
  selector: 'tg-waterfall',
  imports: [ChartFrame],
  templateUrl: './waterfall.html',
  styleUrl: './waterfall.css',
})
export class Waterfall {
  readonly finding = input.required<string>();
  readonly basis = input('');
  readonly heads = input.required<readonly string[]>();
  readonly before = input.required<WaterfallTotal>();
  readonly after = input.required<WaterfallTotal>();
  readonly steps = input.required<readonly WaterfallStep[]>();
  /** Labels of the three kinds of bar: fall, rise, grey. */
  readonly legend = input.required<{ readonly fall: string; readonly rise: string; readonly grey: string }>();
  /** Text shown when the steps are so small compared with the totals that only a section of the axis is drawn. */
  readonly close = input.required<string>();
  /** Unit on the axis, for example "tonn CO₂e". */
  readonly unit = input('');

  protected readonly wording = inject(Wording);
  protected readonly width = measuredWidth();
  protected readonly keys = computed(() =>
    (['fall', 'rise', 'grey'] as const).map((kind) => ({ kind, label: this.legend()[kind] })),
  );
  readonly #layout = computed(() => {
    let at = this.before().value;
    const steps = this.steps().map((step) => {
      const from = at;
      at += step.value;
      return {
        label: step.label,
        shown: step.shown,
        from,
        to: at,
        kind: step.grey ? 'grey' : step.value < 0 ? 'fall' : 'rise',
      };
    });
    const whole = ({ label, shown, value }: WaterfallTotal) => ({ label, shown, from: 0, to: value, kind: 'total' });
    return [whole(this.before()), ...steps, whole(this.after())];
  });
  /** Each name, wrapped to the width of the chart, and the position of its bar. */
  readonly #places = computed(() => {
    let y = 0;
    return this.#layout().map(({ label }) => {
      const lines = wrapText(label, this.width() - 8).map((text, line) => ({ text, y: y + 15 + line * lineHeight }));
      const bar = y + lines.length * lineHeight + 3;
      y += lines.length * lineHeight + barHeight;
      return { lines, y: bar, below: y };
    });
  });
  readonly #room = computed(
    () =>
      this.width() -
      figureSpace(
        this.#layout().map(({ shown }) => shown),
        this.width(),
      ),
  );
  protected readonly plotHeight = computed(() => this.#places().at(-1)?.below ?? 0);
  protected readonly height = computed(() => this.plotHeight() + axisHeight);
  protected readonly spoken = computed(() =>
    this.#layout()
      .map(({ label, shown }) => `${label}: ${shown}`)
      .join('. '),
  );
  protected readonly tableRows = computed(() => {
    const row = ({
      label,
      shown,
      cells = this.heads()
        .slice(2)
        .map(() => ''),
    }: {
      readonly label: string;
      readonly shown: string;
      readonly cells?: readonly string[];
    }) => ({ label, cells: [shown, ...cells] });
    return [row(this.before()), ...this.steps().map(row), row(this.after())];
  });
  readonly #path = computed(() => this.#layout().map(({ to }) => to));
  /** Whether the steps would be too small to see on an axis from zero. */
  protected readonly near = computed(() => {
    const [least, most] = [Math.min(...this.#path()), Math.max(...this.#path())];
    return least > 0 && most > least && most - least < 0.1 * most;
  });
  readonly #scale = computed(() => {
    const ends = this.#layout().flatMap(({ from, to }) => [from, to]);
    const about = this.width() < 480 ? 3 : 5;
    if (this.near()) return this.#stretch(about);
    const ticks = niceTicks(Math.max(0, ...ends), about);
    const low = Math.min(0, ...ends);
    return { ticks, low, perUnit: Math.max(1, this.#room()) / ((ticks.at(-1) || 1) - low) };
  });
  protected readonly ticks = computed(() =>
    this.#scale().ticks.map((value) => ({ x: this.#x(value), text: this.wording.quantity(String(value)) })),
  );
  protected readonly labels = computed(() =>
    placeAxisLabels(
      this.ticks().map(({ x, text }, index, all) => ({
        x,
        text: index === all.length - 1 && this.unit() ? `${text} ${this.unit()}` : text,
      })),
      this.width(),
    ),
  );
  protected readonly rows = computed(() =>
    this.#layout().map(({ shown, from, to, kind }, index) => {
      // When the axis does not start at zero, a total is drawn as a mark, because its length would be misleading.
      const mark = kind === 'total' && this.near();
      const [left, right] = mark
        ? [this.#x(to) - 2, this.#x(to) + 2]
        : [this.#x(Math.min(from, to)), this.#x(Math.max(from, to))];
      const { lines, y } = this.#places()[index] ?? { lines: [], y: 0 };
      const next = this.#places()[index + 1];
      return {
        lines,
        shown,
        kind,
        y,
        left: Math.max(0, left),
        width: from === to ? 0 : Math.max(1, right - left),
        end: right,
        joint: next ? { x: this.#x(to), until: next.y } : null,
      };
    }),
  );

  /** Returns an axis for the steps only, in round numbers from below the minimum to above the maximum. */
  #stretch(about: number) {
    const [least, most] = [Math.min(...this.#path()), Math.max(...this.#path())];
    const [, step = 1] = niceTicks(most - least, about);
    const [first, last] = [Math.floor(least / step), Math.ceil(most / step)];
    const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
      Number(((first + index) * step).toPrecision(12)),
    );
    return { ticks, low: first * step, perUnit: Math.max(1, this.#room()) / ((last - first) * step) };
  }

  #x(value: number): number {
    const { low, perUnit } = this.#scale();
    return (value - low) * perUnit;
  }
}
