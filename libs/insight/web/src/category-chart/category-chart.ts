import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CategoryShareDto } from '@tallgrunn/api-client/shapes';
import { ChartFrame, Patterns, Wording, patternPrefix, texts } from '@tallgrunn/design';
import type { ChartRow } from '@tallgrunn/design';
import { TotalExplanation } from '@tallgrunn/emissions-web';
import type { SumFilter } from '@tallgrunn/emissions-web';
import { subtract, sum } from '@tallgrunn/values';
import { categoryParts } from '../figures/category-parts.ts';
import type { CategoryPart } from '../figures/category-parts.ts';
import { formatChartAmount } from '../figures/short-kroner.ts';
import { significantDigits, tonnes } from '@tallgrunn/emissions-web';
import { insightTexts } from '../texts/insight-texts.ts';

/** Maximum bar width in chart units; the chart is scaled to its container. */
const FULL = 100;

interface Drawn extends CategoryPart {
  readonly name: string;
  /** The figure as text: tonnes, or the reason why there is none. */
  readonly shown: string;
  readonly emissions: readonly { readonly x: number; readonly width: number; readonly pattern: string }[];
  readonly kroner: string;
  readonly stretches: readonly { readonly x: number; readonly width: number; readonly pattern: string }[];
  readonly notes: readonly string[];
}

/**
 * Chart of emissions by category with the spend behind them: solid = from quantities, hatched = spend-based, dotted =
 * needs a decision, empty = no factor. Spend without a figure stays visible.
 */
@Component({
  selector: 'tg-category-chart',
  imports: [ChartFrame, Patterns, RouterLink, TotalExplanation],
  templateUrl: './category-chart.html',
  styleUrl: './category-chart.css',
  host: { '[class.lean]': 'filter() === null' },
})
export class CategoryChart {
  readonly parts = input.required<readonly CategoryShareDto[]>();
  /** Category names by code in the language of the screen. */
  readonly names = input.required<ReadonlyMap<string, string>>();
  /** Query of the chart, for links to the lines. */
  readonly query = input<Readonly<Record<string, string>>>({});
  /** Filter of the chart, for explanations of its figures; null = without explanations. */
  readonly filter = input<SumFilter | null>(null);
  readonly few = input(8);
  /** Buyers and months, if the chart must have its own caption. */
  readonly scope = input('');
  /** The data may be incomplete: every bar ends in thin lines that are not part of its value. */
  readonly isIncomplete = input(false);

  protected readonly t = texts(insightTexts);
  protected readonly wording = inject(Wording);
  protected readonly prefix = patternPrefix();
  protected readonly full = FULL;
  protected readonly all = signal(false);
  protected readonly rows = computed<readonly Drawn[]>(() => this.#draw(categoryParts(this.parts())));
  protected readonly legend = computed(() => {
    const { measured, withFactor, ask, noFactor } = this.t().categories;
    const parts = [
      { pattern: 'solid', label: measured },
      { pattern: 'hatched', label: withFactor },
      { pattern: 'dotted', label: ask },
      { pattern: 'empty', label: noFactor },
    ];
    return this.isIncomplete() ? [...parts, { pattern: 'incomplete', label: this.t().incomplete }] : parts;
  });
  protected readonly shownRows = computed(() => (this.all() ? this.rows() : this.rows().slice(0, this.few())));
  protected readonly finding = computed(() => {
    const first = this.rows().reduce<Drawn | null>(
      (most, row) => (most === null || Number(row.kg ?? 0) > Number(most.kg ?? 0) ? row : most),
      null,
    );
    const total = Number(sum(this.rows().map(({ kg }) => kg ?? '0')));
    if (!first || first.kg === null || total <= 0) return this.t().categories.findingNone;
    return this.t().categories.finding({ category: first.name, share: String(Number(first.kg) / total) });
  });
  protected readonly basis = computed(() =>
    this.scope() === '' ? this.t().categories.basis : `${this.scope()}. ${this.t().categories.basis}`,
  );
  protected readonly table = computed<readonly ChartRow[]>(() => [
    ...this.rows().map(({ name, kg, kgFromKroner, amount, withFactor, ask, noFactor }) => ({
      label: name,
      cells: [
        kg === null
          ? this.t().categories.noFigure
          : this.wording.quantity(tonnes(kg, significantDigits(kg, kgFromKroner))),
        ...[amount, withFactor, ask, noFactor].map((each) => this.wording.amount(each, 0)),
      ],
    })),
    ...(this.isIncomplete() ? [{ label: this.t().incomplete, cells: ['', '', '', '', ''] }] : []),
  ]);

  /** Returns the end of a bar's segments in chart units. */
  protected endOf(stretches: Drawn['stretches']): number {
    return stretches.reduce((end, { x, width }) => Math.max(end, x + width), 0);
  }

  protected queryOf({ code }: CategoryPart): Readonly<Record<string, string>> {
    return code === null ? this.query() : { ...this.query(), category: code };
  }

  protected filterOf({ code }: CategoryPart): SumFilter | null {
    const filter = this.filter();
    return filter && { ...filter, category: code ?? 'unsorted' };
  }

  #draw(parts: readonly CategoryPart[]): readonly Drawn[] {
    const t = this.t();
    const heaviest = Math.max(0, ...parts.map(({ kg }) => Number(kg ?? 0)));
    const dearest = Math.max(0, ...parts.map(({ amount }) => Number(amount)));
    const scaled = (value: number, most: number) => (most > 0 ? (Math.max(0, value) / most) * FULL : 0);
    return parts.map((part) => {
      const laid = (most: number, pieces: readonly { amount: string; pattern: string }[]) => {
        let x = 0;
        return pieces.map(({ amount, pattern }) => {
          const stretch = { x, width: scaled(Number(amount), most), pattern };
          x += stretch.width;
          return stretch;
        });
      };
      const stretches = laid(dearest, [
        { amount: part.measured, pattern: 'solid' },
        { amount: subtract(part.withFactor, part.measured), pattern: 'hatched' },
        { amount: part.ask, pattern: 'dotted' },
        { amount: part.noFactor, pattern: 'empty' },
      ]);
      const emissions = laid(heaviest, [
        { amount: subtract(part.kg ?? '0', part.kgFromKroner), pattern: 'solid' },
        { amount: part.kgFromKroner, pattern: 'hatched' },
      ]);
      return {
        ...part,
        name: part.code === null ? t.categories.none : (this.names().get(part.code) ?? part.code),
        shown:
          part.kg !== null
            ? t.tonnesShort({ value: tonnes(part.kg, significantDigits(part.kg, part.kgFromKroner)) })
            : Number(part.ask) === 0
              ? t.categories.noFigure
              : t.categories.askFigure,
        emissions,
        kroner: formatChartAmount(part.amount, t),
        stretches,
        notes: part.kg === null ? [] : this.#notes(part),
      };
    });
  }

  /** Returns notes about the spend without a figure in a category that has one. */
  #notes({ ask, noFactor }: CategoryPart): string[] {
    const { categories, ...t } = this.t();
    return [
      ...(Number(noFactor) > 0 ? [categories.without({ amount: formatChartAmount(noFactor, t) })] : []),
      ...(Number(ask) > 0 ? [categories.asked({ amount: formatChartAmount(ask, t) })] : []),
    ];
  }
}
