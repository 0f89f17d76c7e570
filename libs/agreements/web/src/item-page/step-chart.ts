import { Component, computed, inject, input } from '@angular/core';
import type { ItemPriceDto } from '@tallgrunn/api-client/shapes';
import { ChartFrame, Wording, measuredWidth, niceTicks, texts } from '@tallgrunn/design';
import { daysBetween, formatMoney } from '@tallgrunn/values';
import { currentLanguage } from '../current-language.ts';
import { pricesTexts } from '../texts/prices-texts.ts';
import { mainPrices, stepsOf } from './price-steps.ts';

const height = 220;
const axisWidth = 64;
const axisHeight = 28;
const top = 12;

/** The price of an item over time as a step chart from zero, with the same data as a table. */
@Component({
  selector: 'tg-step-chart',
  imports: [ChartFrame],
  template: `
    <tg-chart-frame
      [finding]="finding()"
      [basis]="t().item.basis"
      [heads]="[t().item.heads.from, t().item.heads.price, t().item.heads.basis, t().item.heads.version]"
      [rows]="rows()"
    >
      <svg
        class="tg-chart"
        [attr.width]="width()"
        [attr.height]="total"
        [attr.viewBox]="'0 0 ' + width() + ' ' + total"
        role="img"
        [attr.aria-label]="spoken()"
      >
        @for (tick of ticks(); track tick.y) {
          <line [attr.x1]="axis" [attr.x2]="width()" [attr.y1]="tick.y" [attr.y2]="tick.y" class="grid" />
          <text class="tick" [attr.x]="axis - 8" [attr.y]="tick.y + 4" text-anchor="end">{{ tick.label }}</text>
        }
        <path [attr.d]="path()" class="stairs" />
        <text class="tick" [attr.x]="axis" [attr.y]="total - 8">{{ wording.date(drawn().first, 'short') }}</text>
        <text class="tick" [attr.x]="width()" [attr.y]="total - 8" text-anchor="end">
          {{ wording.date(drawn().last, 'short') }}
        </text>
      </svg>
    </tg-chart-frame>
  `,
  styles: `
    :host {
      display: block;
    }

    .stairs {
      fill: none;
      stroke: var(--ds-color-base-default);
      stroke-width: 2.5;
    }
  `,
})
export class StepChart {
  readonly prices = input.required<readonly ItemPriceDto[]>();
  readonly today = input.required<string>();
  protected readonly t = texts(pricesTexts);
  protected readonly wording = inject(Wording);
  protected readonly width = measuredWidth();
  protected readonly axis = axisWidth;
  protected readonly total = height + axisHeight;
  readonly #language = currentLanguage();
  readonly #main = computed(() => mainPrices(this.prices()));
  protected readonly drawn = computed(() => stepsOf(this.#main(), this.today()));

  protected readonly rows = computed(() =>
    this.#main().map((price) => ({
      label: this.t().span({ from: price.validFrom, to: price.validTo }),
      cells: [
        this.#money(price),
        this.t().versions.kinds[price.basis],
        this.t().item.ofVersion({ version: price.version, reason: this.t().versions.reasons[price.reason] }),
      ],
    })),
  );
  protected readonly spoken = computed(() =>
    this.rows()
      .map(({ label, cells }) => `${label}: ${cells[0] ?? ''}`)
      .join('. '),
  );
  protected readonly finding = computed(() => {
    const [first, last] = [this.#main()[0], this.#main().at(-1)];
    if (!first || !last) return '';
    const { finding, steady } = this.t().item;
    if (first.price === last.price || Number(first.price) === 0) return steady({ price: this.#money(last) });
    const percent = ((Number(last.price) / Number(first.price) - 1) * 100).toFixed(1);
    return finding({ first: this.#money(first), last: this.#money(last), percent: this.t().signed({ percent }) });
  });

  readonly #scale = computed(() => {
    const all = niceTicks(Math.max(0, ...this.drawn().steps.map(({ price }) => price)), 4);
    return { all, perUnit: (height - top) / (all.at(-1) || 1) };
  });
  protected readonly ticks = computed(() =>
    this.#scale().all.map((value) => ({ y: this.#y(value), label: this.wording.quantity(String(value)) })),
  );
  protected readonly path = computed(() => {
    const { steps, first, last } = this.drawn();
    const perDay = (this.width() - axisWidth) / Math.max(1, daysBetween(first, last) + 1);
    const x = (day: number) => (axisWidth + day * perDay).toFixed(1);
    return steps
      .map(
        ({ from, days, price }, at) =>
          `${at > 0 && steps[at - 1]!.from + steps[at - 1]!.days >= from ? 'L' : 'M'}${x(from)} ${this.#y(price)}H${x(from + days)}`,
      )
      .join('');
  });

  #y(value: number): number {
    return Math.round(height - value * this.#scale().perUnit);
  }

  #money({ price, currency }: ItemPriceDto): string {
    return formatMoney(price, currency, this.#language());
  }
}
