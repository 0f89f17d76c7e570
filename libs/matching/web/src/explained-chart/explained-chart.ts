import { Component, computed, inject, input } from '@angular/core';
import {
  ChartFrame,
  Patterns,
  Wording,
  figureSpace,
  lineHeight,
  wrapText,
  measuredWidth,
  patternPrefix,
  texts,
} from '@tallgrunn/design';
import type { ChartRow, Pattern } from '@tallgrunn/design';
import type { ExplainedPartDto } from '@tallgrunn/api-client/shapes';
import { matchingTexts } from '../texts/matching-texts.ts';

const barHeight = 28;
const MILLION = 1_000_000;

/** Waterfall chart from booked to unexplained amounts: each cause takes its part away. Also available as a table. */
@Component({
  selector: 'tg-explained-chart',
  imports: [ChartFrame, Patterns],
  templateUrl: './explained-chart.html',
  styleUrl: './explained-chart.css',
})
export class ExplainedChart {
  readonly booked = input.required<string>();
  readonly parts = input.required<readonly ExplainedPartDto[]>();
  protected readonly t = texts(matchingTexts);
  protected readonly wording = inject(Wording);
  protected readonly prefix = patternPrefix();
  protected readonly width = measuredWidth();

  protected readonly steps = computed(() => {
    const explained = this.parts().filter(({ cause }) => cause !== 'none');
    const rest = this.parts().filter(({ cause }) => cause === 'none');
    const all = Number(this.booked());
    const room = figureSpace(
      [this.booked(), ...this.parts().map(({ amount }) => amount)].map((amount) => this.#shown(amount)),
      this.width(),
    );
    const scale = Math.max(1, this.width() - room) / Math.max(all, 1);
    let left = all;
    const first = {
      label: this.t().coverage.booked,
      shown: this.#shown(this.booked()),
      lines: null as number | null,
      x: 0,
      width: all * scale,
      pattern: 'soft' as Pattern,
    };
    const subtracted = [...explained, ...rest].map(({ cause, amount, lines }) => {
      const value = Number(amount);
      const [from, until] = [Math.max(0, Math.min(left, left - value)), Math.max(left, left - value)];
      left -= value;
      return {
        label: this.nameOf(cause),
        shown: this.#shown(amount),
        lines,
        x: from * scale,
        width: Math.max(1, (until - from) * scale),
        pattern: patternOf(cause),
      };
    });
    let below = 0;
    return [first, ...subtracted].map((step) => {
      const names = wrapText(step.label, this.width() - 8).map((text, line) => ({
        text,
        y: below + 15 + line * lineHeight,
      }));
      const y = below + names.length * lineHeight + 2;
      below = y + barHeight - 2;
      return { ...step, names, y, below };
    });
  });
  protected readonly height = computed(() => this.steps().at(-1)?.below ?? 0);
  protected readonly rows = computed<readonly ChartRow[]>(() =>
    this.steps().map(({ label, shown, lines }) => ({
      label,
      cells: [shown, lines === null ? '' : this.wording.count(lines)],
    })),
  );
  protected readonly spoken = computed(() =>
    this.steps()
      .map(({ label, shown }) => `${label}: ${shown}`)
      .join('. '),
  );

  protected nameOf(cause: string): string {
    return (this.t().causes as Readonly<Record<string, string>>)[cause] ?? cause;
  }

  #shown(amount: string): string {
    return this.t().millions({ value: (Number(amount) / MILLION).toFixed(2) });
  }
}

const patternOf = (cause: string): Pattern => (cause === 'matched' ? 'solid' : cause === 'none' ? 'empty' : 'hatched');
