import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AgreementFilter } from '@tallgrunn/agreements-web';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { dataQualityList } from '@tallgrunn/api-client/calls';
import type { SupplierDataQualityDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Empty, Loaded, PageHeader, Wording, queryState, texts, type Column } from '@tallgrunn/design';
import { statementsTexts } from '../statements/texts/statements-texts.ts';
import { QualityDetail } from './quality-detail.ts';
import { QualityRules } from './quality-rules.ts';

interface Ranked extends SupplierDataQualityDto {
  readonly rank: number;
}

/** Suppliers by the quality of their reports. A supplier sees its own levels and checks only. */
@Component({
  selector: 'tg-data-quality-page',
  imports: [AgreementFilter, Cell, DataTable, Empty, Loaded, PageHeader, QualityDetail, QualityRules, RouterLink],
  template: `
    <tg-page-header [heading]="t().quality.title" [lead]="lead()" />
    <div class="tg-stack">
      @if (agreement()) {
        <tg-agreement-filter [agreementId]="agreement()" />
      }
      <ng-container *tgLoaded="let list; from: quality; shape: 'rows'">
        @if (list.items.length === 0) {
          <tg-empty [heading]="t().quality.none" [reason]="t().quality.noneReason" />
        } @else if (isSupplier()) {
          @for (own of list.items; track own.supplier.id) {
            <tg-quality-detail [quality]="own" />
          }
        } @else {
          <tg-data-table
            narrow="cards"
            [caption]="t().quality.caption"
            [rows]="ranked(list.items)"
            [columns]="columns()"
            [sort]="sort()"
            (sortChange)="sort.set($event)"
          >
            <ng-template tgCell="supplier" let-row>
              <a class="ds-link" [routerLink]="['/data-quality', row.supplier.id]" queryParamsHandling="preserve">{{
                row.supplier.name
              }}</a>
            </ng-template>
          </tg-data-table>
        }
      </ng-container>
      <tg-quality-rules />
    </div>
  `,
})
export class DataQualityPage {
  protected readonly t = texts(statementsTexts);
  protected readonly from = queryState('from');
  protected readonly to = queryState('to');
  protected readonly agreement = queryState('agreement');
  protected readonly sort = queryState('sort');
  readonly #session = inject(Session);
  readonly #wording = inject(Wording);
  protected readonly isSupplier = computed(() => this.#session.side() === 'supplier');
  protected readonly quality = read(dataQualityList, () => ({
    from: this.from() || undefined,
    to: this.to() || undefined,
    agreementId: this.agreement() || undefined,
  }));
  protected readonly lead = computed(() => {
    const period = arrived(this.quality)?.period;
    if (!period) return '';
    const months = { from: this.#wording.period(period.from), to: this.#wording.period(period.to) };
    return this.isSupplier() ? this.t().quality.leadSupplier(months) : this.t().quality.lead(months);
  });

  protected ranked(items: readonly SupplierDataQualityDto[]): readonly Ranked[] {
    return items.map((item, index) => ({ ...item, rank: index + 1 }));
  }

  protected readonly columns = computed((): readonly Column<Ranked>[] => {
    const t = this.t();
    const { heads, levels } = t.quality;
    const perThousand = (level: 'required' | 'expected' | 'excellent') => ({
      key: level,
      head: heads[level],
      numeric: true,
      text: (row: Ranked) => {
        const errors = row.levels.find((each) => each.level === level)?.errorsPerThousand ?? null;
        return errors === null ? t.unknown : this.#wording.amount(errors, 1);
      },
    });
    return [
      { key: 'rank', head: heads.rank, numeric: true, text: ({ rank }) => String(rank), order: ({ rank }) => rank },
      {
        key: 'supplier',
        head: heads.supplier,
        text: ({ supplier }) => supplier.name,
        order: ({ supplier }) => supplier.name,
      },
      { key: 'level', head: heads.level, text: ({ level }) => (level === null ? t.unknown : levels[level]) },
      {
        key: 'lines',
        head: heads.lines,
        numeric: true,
        text: ({ lines }) => this.#wording.count(lines),
        order: ({ lines }) => lines,
      },
      ...(['required', 'expected', 'excellent'] as const).map(perThousand),
      {
        key: 'overridden',
        head: heads.overridden,
        numeric: true,
        text: ({ findingCount, overriddenCount }) => t.quality.overridden({ count: overriddenCount, of: findingCount }),
        order: ({ overriddenCount }) => overriddenCount,
      },
      { key: 'returned', head: heads.returned, numeric: true, text: ({ returned }) => this.#wording.count(returned) },
    ];
  });
}
