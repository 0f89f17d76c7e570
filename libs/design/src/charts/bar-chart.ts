import { Component, computed, inject, input } from '@angular/core';
import { Wording } from '../texts/wording.ts';
import { ChartFrame } from './chart-frame.ts';
import { placeAxisLabels, figureSpace, lineHeight, wrapText } from './fit.ts';
import { measuredWidth } from './measured-width.ts';
import { Patterns, patternPrefix } from './pattern.ts';
import type { Pattern } from './pattern.ts';
import { niceTicks } from './ticks.ts';

/** A segment of a bar with its own data basis. */
export interface BarSegment {
  readonly value: number;
  readonly pattern: Pattern;
}

/** One bar: `shown` is the exact figure as text, the segments are drawn. */
export interface Bar {
  readonly label: string;
  readonly shown: string;
  readonly stretches: readonly BarSegment[];
  /** Uncertainty interval of the figure. */
  readonly interval?: { readonly low: number; readonly high: number };
  /** Further cells of the table. */
  readonly cells?: readonly string[];
}

export interface BarLegend {
  readonly label: string;
  readonly pattern: Pattern;
}

const barHeight = 34;
const axisHeight = 26;

/** Horizontal bars from zero, each with name and figure. Hatching marks spend-based figures. */
@Component({
  selector: 'tg-bar-chart',
  imports: [ChartFrame, Patterns],
  templateUrl: './bar-chart.html',
  styleUrl: './bar-chart.css',
})
export class BarChart {
  readonly finding = input.required<string>();
  readonly basis = input('');
  readonly heads = input.required<readonly string[]>();
  readonly bars = input.required<readonly Bar[]>();
  readonly legend = input<readonly BarLegend[]>([]);
  /** Unit on the axis, for example "tonn CO₂e". */
  readonly unit = input('');

  protected readonly wording = inject(Wording);
  protected readonly prefix = patternPrefix();
  protected readonly width = measuredWidth();
  /** Each name, wrapped to the width of the chart. */
  readonly #names = computed(() => this.bars().map(({ label }) => wrapText(label, this.width() - 8)));
  protected readonly plotHeight = computed(() =>
    this.#names().reduce((sum, lines) => sum + lines.length * lineHeight + barHeight, 0),
  );
  protected readonly height = computed(() => this.plotHeight() + axisHeight);
  protected readonly tableRows = computed(() =>
    this.bars().map((bar) => ({ label: bar.label, cells: [bar.shown, ...(bar.cells ?? [])] })),
  );
  protected readonly spoken = computed(() =>
    this.bars()
      .map((bar) => `${bar.label}: ${bar.shown}`)
      .join('. '),
  );
  readonly #max = computed(() =>
    Math.max(
      0,
      ...this.bars().map((bar) =>
        Math.max(
          bar.interval?.high ?? 0,
          bar.stretches.reduce((sum, stretch) => sum + stretch.value, 0),
        ),
      ),
    ),
  );
  readonly #scale = computed(() => {
    const ticks = niceTicks(this.#max(), this.width() < 480 ? 3 : 5);
    const top = ticks.at(-1) || 1;
    const room = figureSpace(
      this.bars().map(({ shown }) => shown),
      this.width(),
    );
    return { ticks, perUnit: Math.max(1, this.width() - room) / top };
  });
  protected readonly ticks = computed(() =>
    this.#scale().ticks.map((value) => ({
      x: value * this.#scale().perUnit,
      text: this.wording.quantity(String(value)),
    })),
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
  protected readonly rows = computed(() => {
    let y = 0;
    return this.bars().map((bar, index) => {
      let end = 0;
      const stretches = bar.stretches.map(({ value, pattern }) => {
        const stretch = { x: end, width: Math.max(0, value) * this.#scale().perUnit, pattern };
        end += stretch.width;
        return stretch;
      });
      const lines = (this.#names()[index] ?? []).map((text, line) => ({ text, y: y + 16 + line * lineHeight }));
      const interval = bar.interval && {
        from: Math.max(0, bar.interval.low) * this.#scale().perUnit,
        to: bar.interval.high * this.#scale().perUnit,
      };
      const row = {
        bar,
        lines,
        y: y + lines.length * lineHeight + 4,
        stretches,
        interval,
        end: Math.max(end, interval?.to ?? 0),
      };
      y += lines.length * lineHeight + barHeight;
      return row;
    });
  });
}
