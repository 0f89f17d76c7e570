import { Component, computed, inject, input } from '@angular/core';
import { Wording, measuredWidth, texts, wrapText, type ChartRow } from '@tallgrunn/design';
import { picturesTexts } from '../texts/pictures-texts.ts';
import type { Heat, HeatCell, HeatRow } from './draw-heat.ts';
import type { PictureMeasure } from './draw-pareto.ts';
import { PictureFrame } from './picture-frame.ts';

const LINE = 18;
const CELL = 28;
const GAP = 8;
const HEAD_LINE = 14;
const HEAD_SIZE = 11;
/** Smallest width of a column, px, so that figures do not touch. A narrow picture has fewer columns. */
const COLUMN_MIN = 66;

/** Purchases by supplier and category: a grid of figures whose shade shows how large they are. */
@Component({
  selector: 'tg-heat-picture',
  imports: [PictureFrame],
  template: `
    <tg-picture-frame
      [finding]="finding()"
      [subtitle]="subtitle()"
      [source]="source()"
      [description]="description()"
      [heads]="heads()"
      [rows]="rows()"
      [unit]="t().units[measure()]"
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
        @for (head of drawn().heads; track $index) {
          <text class="tick" font-size="11" style="font-size: 11px" [attr.x]="head.x" [attr.y]="head.y">
            {{ head.text }}
          </text>
        }
        @for (row of drawn().rows; track $index) {
          @for (line of row.lines; track $index) {
            <text class="name" x="0" [attr.y]="line.y">{{ line.text }}</text>
          }
          @for (cell of row.cells; track $index) {
            <rect
              height="28"
              stroke="var(--ds-color-neutral-border-subtle)"
              fill="var(--tg-chart-soft)"
              [attr.fill-opacity]="cell.opacity"
              [attr.x]="cell.x"
              [attr.y]="row.y"
              [attr.width]="cell.width"
            />
            <text
              class="tick"
              text-anchor="middle"
              style="font-size: 11px; fill: var(--ds-color-neutral-text-default)"
              [attr.x]="cell.x + cell.width / 2"
              [attr.y]="row.y + 18"
            >
              {{ cell.text }}
            </text>
          }
        }
      </svg>
    </tg-picture-frame>
  `,
})
export class HeatPicture {
  readonly heat = input.required<Heat>();
  readonly measure = input.required<PictureMeasure>();
  readonly nameOf = input.required<(row: HeatRow) => string>();
  readonly columnOf = input.required<(key: string | null) => string>();
  readonly figureOf = input.required<(sums: NonNullable<HeatCell['sums']>) => string>();
  readonly scope = input.required<string>();
  readonly source = input.required<string>();
  protected readonly t = texts(picturesTexts);
  protected readonly wording = inject(Wording);
  protected readonly width = measuredWidth();
  protected readonly finding = computed(() => {
    const { largest } = this.heat();
    if (!largest?.cell.sums) return this.t().heat.findingNone;
    return this.t().heat.finding({
      supplier: this.nameOf()(largest.row),
      category: this.columnOf()(largest.column),
      figure: this.figureOf()(largest.cell.sums),
    });
  });
  protected readonly subtitle = computed(() =>
    this.t().heat.subtitle({
      measure: this.measure(),
      scope: this.scope(),
      suppliers: this.heat().rows.length,
      others: this.heat().otherColumnCount + this.heat().columns.length - this.#columnCount(),
    }),
  );
  readonly #columnCount = computed(() =>
    Math.min(this.heat().columns.length, Math.max(2, Math.floor(this.width() / COLUMN_MIN))),
  );
  protected readonly heads = computed(() => [
    this.t().heat.supplier,
    ...this.heat().columns.map((key) => this.columnOf()(key)),
    this.t().heat.all,
  ]);
  protected readonly rows = computed<readonly ChartRow[]>(() =>
    this.heat().rows.map((row) => ({
      label: this.nameOf()(row),
      cells: [...row.cells.map((cell) => this.#figure(cell)), this.figureOf()(row.sums)],
    })),
  );
  protected readonly description = computed(() =>
    [
      this.finding(),
      ...this.heat().rows.map((row) => {
        const cells = row.cells.flatMap((cell, at) =>
          cell.sums ? [`${this.columnOf()(this.heat().columns[at] ?? null)} ${this.#figure(cell)}`] : [],
        );
        return `${this.nameOf()(row)}: ${cells.join(', ')}`;
      }),
    ].join('. '),
  );
  protected readonly drawn = computed(() => {
    const { rows } = this.heat();
    const columns = this.heat().columns.slice(0, this.#columnCount());
    const slot = this.width() / Math.max(1, columns.length);
    const names = columns.map((key) => wrapText(this.columnOf()(key), slot - 6, HEAD_SIZE));
    const headHeight = Math.max(0, ...names.map(({ length }) => length)) * HEAD_LINE + GAP;
    let y = headHeight;
    const drawn = rows.map((row) => {
      const lines = wrapText(this.nameOf()(row), this.width()).map((text, at) => ({ text, y: y + 14 + at * LINE }));
      const top = y + lines.length * LINE + 2;
      y = top + CELL + GAP;
      const cells = row.cells.slice(0, columns.length).map((cell, at) => ({
        x: at * slot,
        width: slot - 2,
        opacity: cell.strength.toFixed(2),
        text: this.#short(cell),
      }));
      return { lines, y: top, cells };
    });
    const heads = names.flatMap((lines, at) =>
      lines.map((text, line) => ({ text, x: at * slot + 2, y: HEAD_LINE * (line + 1) })),
    );
    return { heads, rows: drawn, height: y };
  });

  #figure({ sums }: HeatCell): string {
    return sums ? this.figureOf()(sums) : this.t().heat.nothing;
  }

  /** The figure with at most three digits, in thousands or millions where it is an amount. */
  #short({ sums, value }: HeatCell): string {
    if (!sums || (this.measure() === 'emissions' && sums.kgCo2e === null)) return '';
    return this.t().heat.short({ value, measure: this.measure() });
  }
}
