import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { arrived, read } from '@tallgrunn/api-client';
import { dataQualityList } from '@tallgrunn/api-client/calls';
import type { SupplierDataQualityDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Loaded, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { statementsTexts } from '../statements/texts/statements-texts.ts';
import { FollowUpSection } from './follow-up-section.ts';
import { shortListOf } from './short-list.ts';
import { agreementFollowUpTexts } from './texts/agreement-follow-up-texts.ts';

/** Level of data quality of each supplier's reports of the agreement in the last twelve whole months. */
@Component({
  selector: 'tg-quality-section',
  imports: [Cell, DataTable, FollowUpSection, Loaded, RouterLink],
  template: `
    <tg-follow-up-section
      [heading]="t().quality.title"
      [lead]="lead()"
      page="/data-quality"
      [filter]="filter()"
      [link]="t().quality.all"
    >
      <ng-container *tgLoaded="let all; from: quality; shape: 'text'">
        @if (all.items.length > 0) {
          <tg-data-table
            [caption]="t().quality.caption"
            [rows]="list().rows"
            [total]="list().total"
            [allRows]="list().all"
            [columns]="columns()"
            narrow="cards"
          >
            <ng-template tgCell="supplier" let-row>
              <a class="ds-link" [routerLink]="['/data-quality', row.supplier.id]" [queryParams]="filter()">{{
                row.supplier.name
              }}</a>
            </ng-template>
          </tg-data-table>
          <p class="tg-subtle">{{ t().quality.unlisted }}</p>
        } @else {
          <p>{{ t().quality.unknown }}</p>
        }
      </ng-container>
    </tg-follow-up-section>
  `,
})
export class QualitySection {
  readonly agreementId = input.required<string>();
  protected readonly t = texts(agreementFollowUpTexts);
  protected readonly s = texts(statementsTexts);
  protected readonly filter = computed(() => ({ agreement: this.agreementId() }));
  protected readonly quality = read(dataQualityList, () => ({ agreementId: this.agreementId() }));
  protected readonly list = computed(() => shortListOf(arrived(this.quality)?.items));
  readonly #wording = inject(Wording);
  protected readonly lead = computed(() => {
    const period = arrived(this.quality)?.period;
    if (!period) return '';
    return this.t().quality.lead({ from: this.#wording.period(period.from), to: this.#wording.period(period.to) });
  });

  protected readonly columns = computed((): readonly Column<SupplierDataQualityDto>[] => {
    const { quality: words, unknown } = this.s();
    const { heads } = words;
    return [
      { key: 'supplier', head: heads.supplier, text: ({ supplier }) => supplier.name },
      { key: 'level', head: heads.level, text: ({ level }) => (level === null ? unknown : words.levels[level]) },
      {
        key: 'reports',
        head: this.t().quality.reports,
        numeric: true,
        text: ({ reports }) => this.#wording.count(reports),
      },
      { key: 'lines', head: heads.lines, numeric: true, text: ({ lines }) => this.#wording.count(lines) },
      { key: 'returned', head: heads.returned, numeric: true, text: ({ returned }) => this.#wording.count(returned) },
    ];
  });
}
