import { Component, computed, inject, input } from '@angular/core';
import { Patterns, Wording, measuredWidth, patternPrefix, texts, wrapText, type ChartRow } from '@tallgrunn/design';
import { basisPatterns } from '../figures/basis-parts.ts';
import { formatChartAmount } from '../figures/short-kroner.ts';
import { bases } from '../filter/filter-values.ts';
import { insightTexts } from '../texts/insight-texts.ts';
import { picturesTexts } from '../texts/pictures-texts.ts';
import { FLOW_BAR, layFlow, type Flow, type FlowSource } from './draw-flow.ts';
import { PictureFrame } from './picture-frame.ts';

/** Booked amounts from categories on the left to what is known of them on the right, as bands of their width. */
@Component({
  selector: 'tg-flow-picture',
  imports: [Patterns, PictureFrame],
  template: `
    <tg-picture-frame
      [finding]="finding()"
      [subtitle]="t().flow.subtitle({ scope: scope() })"
      [source]="source()"
      [description]="description()"
      [heads]="heads()"
      [rows]="rows()"
      [unit]="t().units.booked"
    >
      <svg
        #picture
        class="tg-chart"
        role="img"
        width="100%"
        [attr.viewBox]="'0 0 ' + width() + ' ' + drawn().height"
        [attr.height]="drawn().height"
        [attr.aria-label]="description()"
      >
        <defs tgPatterns [prefix]="prefix" />
        @for (band of drawn().bands; track $index) {
          <path
            fill="var(--tg-chart-soft)"
            fill-opacity="0.35"
            stroke="var(--tg-chart-line)"
            stroke-width="0.5"
            [attr.d]="band.path"
          />
        }
        @for (node of drawn().sources; track $index) {
          <rect x="0" fill="var(--tg-chart-line)" [attr.y]="node.y" [attr.width]="bar" [attr.height]="node.height" />
          @for (line of node.lines; track $index) {
            <text class="name" x="0" [attr.y]="line.y">{{ line.text }}</text>
          }
        }
        @for (node of drawn().targets; track $index; let at = $index) {
          <rect
            stroke="var(--tg-chart-line)"
            stroke-width="1"
            [attr.fill]="'url(#' + prefix + '-' + patterns[at] + ')'"
            [attr.x]="width() - bar"
            [attr.y]="node.y"
            [attr.width]="bar"
            [attr.height]="node.height"
          />
          @for (line of node.lines; track $index) {
            <text class="name" text-anchor="end" [attr.x]="width()" [attr.y]="line.y">{{ line.text }}</text>
          }
        }
      </svg>
    </tg-picture-frame>
  `,
})
export class FlowPicture {
  readonly flow = input.required<Flow>();
  /** Share known by item or quantity, 0 to 1 as decimal text, as on the page of purchases; null without purchases. */
  readonly shareKnown = input.required<string | null>();
  readonly categoryOf = input.required<(key: string | null) => string>();
  readonly scope = input.required<string>();
  readonly source = input.required<string>();
  protected readonly t = texts(picturesTexts);
  readonly #insight = texts(insightTexts);
  protected readonly wording = inject(Wording);
  protected readonly width = measuredWidth();
  protected readonly prefix = patternPrefix();
  protected readonly bar = FLOW_BAR;
  protected readonly patterns = bases.map((basis) => basisPatterns[basis]);
  readonly #bases = computed(() => bases.map((basis) => this.#insight().basis[basis]));
  protected readonly finding = computed(() => {
    const { leastKnown } = this.flow();
    const share = this.shareKnown();
    return share === null
      ? this.t().heat.findingNone
      : this.t().flow.finding({
          known: this.#insight().coverage.finding({ share }),
          least: leastKnown && {
            category: this.#nameOf(leastKnown.source),
            amount: this.#millions(leastKnown.amount),
          },
        });
  });
  protected readonly heads = computed(() => [this.t().flow.category, ...this.#bases(), this.t().heat.all]);
  protected readonly rows = computed<readonly ChartRow[]>(() => {
    const { sources, targets, total } = this.flow();
    const row = (label: string, amounts: readonly number[]) => ({
      label,
      cells: amounts.map((amount) => this.wording.money(amount.toFixed(2), 0)),
    });
    return [
      ...sources.map((source) => row(this.#nameOf(source), [...source.parts, source.amount])),
      row(this.t().heat.all, [...targets, total]),
    ];
  });
  protected readonly description = computed(() =>
    [
      this.finding(),
      ...this.flow().sources.map((source) => {
        const parts = source.parts.flatMap((part, at) =>
          part > 0 ? [`${this.#bases()[at]} ${this.#millions(part)}`] : [],
        );
        return `${this.#nameOf(source)}: ${parts.join(', ')}`;
      }),
    ].join('. '),
  );
  protected readonly drawn = computed(() => {
    const { sources, targets } = this.flow();
    const wrapped = (name: string, amount: number) =>
      wrapText(`${name} ${this.#millions(amount)}`, this.width() / 2 - 2 * FLOW_BAR);
    return layFlow(this.flow(), this.width(), {
      sources: sources.map((source) => wrapped(this.#nameOf(source), source.amount)),
      targets: targets.map((amount, at) => wrapped(this.#bases()[at] ?? '', amount)),
    });
  });

  #nameOf({ key, isRest }: FlowSource): string {
    return isRest ? this.t().flow.rest : this.categoryOf()(key);
  }

  #millions(amount: number): string {
    return formatChartAmount(amount.toFixed(2), this.#insight());
  }
}
