import { Component, computed, inject, input } from '@angular/core';
import { Patterns, Wording, measuredWidth, patternPrefix, texts, wrapText, type ChartRow } from '@tallgrunn/design';
import { picturesTexts } from '../texts/pictures-texts.ts';
import type { Pareto, ParetoDimension, ParetoRow, PictureMeasure } from './draw-pareto.ts';
import { PictureFrame } from './picture-frame.ts';

const ROWS_MAX = 12;
const LINE = 18;
const BAR = 18;
const GAP = 14;
const AXIS = 26;
const HEAD = 4;
const TABLE_MAX = 200;
const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** The largest items with their share of the sum, and a line of the shares added up. One axis: 0 to 100 %. */
@Component({
  selector: 'tg-pareto-picture',
  imports: [Patterns, PictureFrame],
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
        [attr.viewBox]="'0 0 ' + width() + ' ' + height()"
        [attr.height]="height()"
        [attr.aria-label]="description()"
      >
        <defs tgPatterns [prefix]="prefix" />
        @for (tick of ticks(); track tick.x) {
          <line class="grid" y1="0" [attr.x1]="tick.x" [attr.x2]="tick.x" [attr.y2]="height() - 26" />
          <text class="tick" [attr.text-anchor]="tick.anchor" [attr.x]="tick.x" [attr.y]="height() - 8">
            {{ tick.text }}
          </text>
        }
        <polyline
          fill="none"
          stroke="var(--tg-chart-line)"
          stroke-dasharray="5 4"
          stroke-width="2"
          [attr.points]="drawn().line"
        />
        @for (bar of drawn().bars; track $index) {
          <rect
            stroke="var(--tg-chart-line)"
            x="0"
            height="18"
            [attr.y]="bar.y"
            [attr.width]="bar.width"
            [attr.fill]="'url(#' + prefix + '-soft)'"
          />
          <circle r="4" fill="var(--tg-chart-line)" [attr.cx]="bar.cumulative" [attr.cy]="bar.y + 9" />
          @for (line of bar.lines; track $index) {
            <text class="name" x="4" [attr.y]="line.y">{{ line.text }}</text>
          }
        }
      </svg>
    </tg-picture-frame>
  `,
})
export class ParetoPicture {
  readonly pareto = input.required<Pareto>();
  readonly by = input.required<ParetoDimension>();
  readonly measure = input.required<PictureMeasure>();
  readonly nameOf = input.required<(row: ParetoRow) => string>();
  readonly figureOf = input.required<(row: ParetoRow['sums']) => string>();
  readonly scope = input.required<string>();
  readonly source = input.required<string>();
  protected readonly t = texts(picturesTexts);
  protected readonly wording = inject(Wording);
  protected readonly width = measuredWidth();
  protected readonly prefix = patternPrefix();
  protected readonly finding = computed(() => {
    const { rows, rowCount, halfCount } = this.pareto();
    const of = { by: this.by(), rowCount, ...this.#known() };
    if (halfCount !== null) return this.t().pareto.finding({ count: halfCount, ...of });
    const part = this.wording.share(rows.at(-1)?.cumulative ?? 0);
    return this.t().pareto.findingLess({ count: rows.length, part, ...of });
  });
  protected readonly subtitle = computed(() =>
    this.t().pareto.subtitle({ by: this.by(), scope: this.scope(), ...this.#known() }),
  );
  /** What shares are of. A part is named unless it is all. */
  readonly #known = computed(() => {
    const { shareKnown } = this.pareto();
    const isAll = shareKnown === null || shareKnown >= 1;
    return { measure: this.measure(), share: isAll ? null : this.wording.share(shareKnown) };
  });
  protected readonly heads = computed(() => [
    this.t().pareto.by[this.by()],
    this.t().measures[this.measure()],
    ...this.t().pareto.heads,
  ]);
  protected readonly rows = computed<readonly ChartRow[]>(() =>
    this.pareto()
      .rows.slice(0, TABLE_MAX)
      .map((row) => ({
        label: this.nameOf()(row),
        cells: [this.figureOf()(row.sums), this.wording.share(row.share), this.wording.share(row.cumulative)],
      })),
  );
  protected readonly description = computed(() =>
    [
      this.finding(),
      ...this.rows()
        .slice(0, ROWS_MAX)
        .map(({ label, cells: [figure, , together] }) =>
          this.t().pareto.row({ label, figure: figure!, together: together! }),
        ),
    ].join('. '),
  );
  protected readonly drawn = computed(() => {
    let y = HEAD;
    const bars = this.pareto()
      .rows.slice(0, ROWS_MAX)
      .map((row) => {
        const name = `${this.nameOf()(row)}: ${this.figureOf()(row.sums)} (${this.wording.share(row.share)})`;
        const lines = wrapText(name, this.width() - 8).map((text, at) => ({ text, y: y + 14 + at * LINE }));
        const top = y + lines.length * LINE + 2;
        y = top + BAR + GAP;
        return { lines, y: top, width: row.share * this.width(), cumulative: row.cumulative * this.width() };
      });
    const line = bars.map(({ cumulative, y: top }) => `${cumulative.toFixed(1)},${(top + BAR / 2).toFixed(1)}`);
    return { bars, line: line.join(' '), bottom: y };
  });
  protected readonly height = computed(() => this.drawn().bottom + AXIS);
  protected readonly ticks = computed(() =>
    SHARES.map((share, at) => ({
      x: share * this.width(),
      text: this.wording.share(share),
      anchor: at === 0 ? 'start' : at === SHARES.length - 1 ? 'end' : 'middle',
    })),
  );
}
