import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CategoryPartShape } from '@tallgrunn/api-client/shapes';
import { ChartFrame, Patterns, Wording, patternPrefix, texts } from '@tallgrunn/design';
import type { ChartRow } from '@tallgrunn/design';
import { WhySum } from '@tallgrunn/emissions-web';
import type { SumFilter } from '@tallgrunn/emissions-web';
import { subtract, sum } from '@tallgrunn/values';
import { categoryParts } from '../figures/category-parts.ts';
import type { CategoryPart } from '../figures/category-parts.ts';
import { shortKroner } from '../figures/short-kroner.ts';
import { digitsOf, tonnes } from '@tallgrunn/emissions-web';
import { insightTexts } from '../texts/insight-texts.ts';

/** Bars are this wide at most, in the drawing's own units; the drawing stretches to its place. */
const FULL = 100;

interface Drawn extends CategoryPart {
  readonly name: string;
  /** The figure as read: tonnes, or in words why there are none. */
  readonly shown: string;
  readonly emissions: readonly { readonly x: number; readonly width: number; readonly pattern: string }[];
  readonly kroner: string;
  readonly stretches: readonly { readonly x: number; readonly width: number; readonly pattern: string }[];
  readonly notes: readonly string[];
}

/**
 * Emissions by category, and beside them the kroner they come from: solid where a quantity reckons them, hatched where kroner do, dotted where somebody must
 * answer first, empty where there is no factor. What has no number keeps its kroner in sight.
 */
@Component({
  selector: 'tg-category-chart',
  imports: [ChartFrame, Patterns, RouterLink, WhySum],
  templateUrl: './category-chart.html',
  styleUrl: './category-chart.css',
  host: { '[class.lean]': 'filter() === null' },
})
export class CategoryChart {
  readonly parts = input.required<readonly CategoryPartShape[]>();
  /** Name of each category in the language of the screen. */
  readonly names = input.required<ReadonlyMap<string, string>>();
  /** What the picture is of, for the way down. */
  readonly query = input<Readonly<Record<string, string>>>({});
  /** The same, for a "why?" beside each figure; without it the chart is leaner. */
  readonly filter = input<SumFilter | null>(null);
  readonly few = input(8);
  /** Whose purchases it shows and of which months, where the picture is to say so itself. */
  readonly scope = input('');
  /** More may come of the months it shows: every bar ends in thin lines that are no part of it. */
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
        kg === null ? this.t().categories.noFigure : this.wording.quantity(tonnes(kg, digitsOf(kg, kgFromKroner))),
        ...[amount, withFactor, ask, noFactor].map((each) => this.wording.amount(each, 0)),
      ],
    })),
    ...(this.isIncomplete() ? [{ label: this.t().incomplete, cells: ['', '', '', '', ''] }] : []),
  ]);

  /** Where the stretches of a bar end, in the drawing's own units. */
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
            ? t.tonnesShort({ value: tonnes(part.kg, digitsOf(part.kg, part.kgFromKroner)) })
            : Number(part.ask) === 0
              ? t.categories.noFigure
              : t.categories.askFigure,
        emissions,
        kroner: shortKroner(part.amount, t),
        stretches,
        notes: part.kg === null ? [] : this.#notes(part),
      };
    });
  }

  /** The kroner that have no number although others of the category do. */
  #notes({ ask, noFactor }: CategoryPart): string[] {
    const { categories, ...t } = this.t();
    return [
      ...(Number(noFactor) > 0 ? [categories.without({ amount: shortKroner(noFactor, t) })] : []),
      ...(Number(ask) > 0 ? [categories.asked({ amount: shortKroner(ask, t) })] : []),
    ];
  }
}
