import { Component, computed, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PreviewLineDto, PreviewDto, PreviewWeighingDto } from '@tallgrunn/api-client/shapes';
import { WhyPanel, Wording, texts, type Explanation } from '@tallgrunn/design';
import { add, subtract } from '@tallgrunn/values';
import { factorTexts } from '../texts/factor-texts.ts';

/** A total of a preview over some lines, before and after the change. kg CO2e as decimal text. */
export interface PreviewTotal {
  readonly lines: number;
  readonly before: string;
  readonly after: string;
  /** Limits the listed lines to those of this buyer or category; default: all. */
  readonly buyerId?: string;
  readonly category?: string;
}

/**
 * Explanation of a preview figure: its total, and the lines with the largest change, each calculated before and after.
 */
@Component({
  selector: 'tg-preview-explanation',
  imports: [RouterLink, WhyPanel],
  template: `<tg-why [figure]="figure()" [explanation]="explanation()">
    @if (lines().length > 0) {
      <h3 class="ds-heading" data-size="2xs">{{ t().effect.why.largest }}</h3>
      <div class="scroll" tabindex="0" role="group" [attr.aria-label]="t().effect.why.largest">
        <table class="ds-table" data-color="neutral" data-size="sm">
          <thead>
            <tr>
              <th scope="col">{{ t().effect.why.line }}</th>
              <th scope="col">{{ t().effect.why.now }}</th>
              <th scope="col">{{ t().effect.why.then }}</th>
            </tr>
          </thead>
          <tbody>
            @for (line of lines(); track $index) {
              <tr>
                <th scope="row">
                  <a
                    class="ds-link"
                    routerLink="/combined"
                    [queryParams]="{ line: 's' + line.batchId + ':' + line.lineNo }"
                    (click)="close()"
                    >{{ line.seller || line.text || t().effect.why.noText }}</a><span class="tg-subtle">{{
                    placeOf(line)
                  }}</span>
                </th>
                <td>
                  {{ reckoned(line.before) }}<span class="tg-subtle" lang="nb">{{ line.before.factor }}</span>
                </td>
                <td>
                  {{ reckoned(line.after) }}<span class="tg-subtle" lang="nb">{{ line.after.factor }}</span>
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  </tg-why>`,
  styles: `
    .scroll {
      overflow-x: auto;
    }

    table {
      font-size: var(--ds-body-sm-font-size);
      width: 100%;
    }

    th,
    td {
      overflow-wrap: anywhere;
      text-align: start;
      vertical-align: top;
    }

    tbody th {
      font-weight: 400;
    }

    .tg-subtle {
      display: block;
    }
  `,
})
export class PreviewExplanation {
  /** The figure as shown on the page. */
  readonly figure = input.required<string>();
  readonly told = input.required<PreviewDto>();
  readonly part = input.required<PreviewTotal>();
  protected readonly t = texts(factorTexts);
  protected readonly panel = viewChild.required(WhyPanel);
  readonly #wording = inject(Wording);
  protected readonly lines = computed(() => {
    const { buyerId, category } = this.part();
    const mine = this.told().largest.filter(
      (line) =>
        (buyerId === undefined || line.buyerId === buyerId) &&
        (category === undefined || (line.categories.includes(category) && line.categories[0] !== line.categories[1])),
    );
    return mine.slice(0, 20);
  });
  protected readonly explanation = computed<Explanation>(() => {
    const { why } = this.t().effect;
    const { lines, before, after } = this.part();
    const { run, total, difference } = this.told();
    const exact = (kg: string) => this.#wording.exact(kg);
    return {
      formula: why.formula({ lines, before: exact(before), after: exact(after), kg: exact(subtract(after, before)) }),
      steps: [
        why.asNow,
        why.asThen,
        why.all({ total: exact(total), difference: exact(difference), then: exact(add(total, difference)) }),
      ],
      sources: [],
      versions: run === null ? [] : [{ label: why.run, value: String(run) }],
    };
  });

  protected reckoned({ basis, unit, multiplier, kg }: PreviewWeighingDto): string {
    const { why } = this.t().effect;
    if (basis === null || multiplier === null || kg === null) return why.noFigure;
    return why.reckoned({
      basis: unit === null ? this.#wording.money(basis) : `${this.#wording.exact(basis)} ${unit}`,
      multiplier: this.#wording.exact(multiplier),
      kg: this.#wording.exact(kg),
    });
  }

  protected placeOf({ file, sheet, row }: PreviewLineDto): string {
    return this.t().effect.why.place({
      file: file ?? '',
      sheet: sheet ?? '',
      row: row === null ? '' : this.#wording.count(row),
    });
  }

  protected close(): void {
    this.panel().close();
  }
}
