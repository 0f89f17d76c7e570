import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AgreementFilter } from '@tallgrunn/agreements-web';
import { read } from '@tallgrunn/api-client';
import { penaltiesList } from '@tallgrunn/api-client/calls';
import type { PenaltySummaryDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Empty, Loaded, PageHeader, Wording, queryState, texts, type Column } from '@tallgrunn/design';
import { claimsTexts } from '../texts/claims/claims-texts.ts';

/** Late reports with their calculated penalties. Decisions are made on the page of each report. */
@Component({
  selector: 'tg-penalties-page',
  imports: [AgreementFilter, Cell, DataTable, Empty, Loaded, PageHeader, RouterLink],
  template: `
    <tg-page-header [heading]="t().penalties.title" [lead]="t().penalties.lead" />
    @if (agreement()) {
      <tg-agreement-filter [agreementId]="agreement()" />
    }
    <ng-container *tgLoaded="let list; from: penalties; shape: 'rows'">
      <div class="tg-stack">
        <div class="tg-choice">
          <label class="ds-label" for="penalties-show">{{ t().penalties.show }}</label>
          <select id="penalties-show" class="ds-input" (change)="choose($event)">
            @for (each of choices; track each) {
              <option [value]="each" [selected]="each === (show() || 'undecided')">
                {{ t().penalties.shows[each] }}
              </option>
            }
          </select>
        </div>
        @if (list.isTruncated) {
          <p>{{ t().penalties.truncated }}</p>
        }
        @if (shown(list.items); as rows) {
          @if (rows.length === 0) {
            <tg-empty [heading]="t().penalties.noneTitle" [reason]="t().penalties.none" />
          } @else {
            <tg-data-table
              narrow="cards"
              [caption]="t().penalties.caption"
              [rows]="rows"
              [columns]="columns()"
              [sort]="sort()"
              (sortChange)="sort.set($event)"
            >
              <ng-template tgCell="report" let-row>
                <a class="ds-link" [routerLink]="['/penalties', row.obligationId]">{{ nameOf(row) }}</a>
              </ng-template>
            </tg-data-table>
          }
        }
      </div>
    </ng-container>
  `,
})
export class PenaltiesPage {
  protected readonly t = texts(claimsTexts);
  protected readonly wording = inject(Wording);
  protected readonly supplier = queryState('supplier');
  protected readonly agreement = queryState('agreement');
  protected readonly show = queryState('show');
  protected readonly sort = queryState('sort');
  protected readonly choices = ['undecided', 'all'] as const;
  protected readonly penalties = read(penaltiesList, () => ({
    supplierId: this.supplier() || undefined,
    agreementId: this.agreement() || undefined,
  }));

  protected readonly columns = computed((): readonly Column<PenaltySummaryDto>[] => {
    const t = this.t();
    const { heads } = t.penalties;
    return [
      { key: 'report', head: heads.report, text: (row) => this.nameOf(row), order: ({ periodKey }) => periodKey },
      {
        key: 'supplier',
        head: heads.supplier,
        text: ({ supplier }) => supplier.name,
        order: ({ supplier }) => supplier.name,
      },
      {
        key: 'agreement',
        head: heads.agreement,
        text: ({ agreement }) => `${agreement.number} ${agreement.title}`,
        order: ({ agreement }) => agreement.number,
      },
      {
        key: 'due',
        head: heads.due,
        text: ({ dueOn }) => this.wording.date(dueOn, 'short'),
        order: ({ dueOn }) => dueOn,
      },
      {
        key: 'delivered',
        head: heads.delivered,
        text: ({ deliveredOn }) => (deliveredOn ? this.wording.date(deliveredOn, 'short') : t.penalties.notDelivered),
        order: ({ deliveredOn }) => deliveredOn ?? '9999',
      },
      {
        key: 'units',
        head: heads.units,
        numeric: true,
        text: (row) => this.#units(row),
        order: ({ unitCount }) => unitCount,
      },
      {
        key: 'amount',
        head: heads.amount,
        numeric: true,
        text: ({ amount, currency }) => (amount === null ? t.penalties.noAmount : t.money({ amount, currency })),
        order: ({ amount }) => Number(amount ?? -1),
      },
      {
        key: 'decision',
        head: heads.decision,
        text: ({ decision }) => (decision ? t.penalties.decisions[decision.decision] : t.penalties.undecided),
      },
    ];
  });

  /** Returns undecided reports with at least one counted day, or all reports. */
  protected shown(items: readonly PenaltySummaryDto[]): readonly PenaltySummaryDto[] {
    return this.show() === 'all' ? items : items.filter(({ decision, isFailure }) => decision === null && isFailure);
  }

  protected nameOf({ periodKey, partName }: PenaltySummaryDto): string {
    return [this.wording.period(periodKey), partName].filter(Boolean).join(', ');
  }

  protected choose(event: Event): void {
    const choice = (event.target as HTMLSelectElement).value;
    this.show.set(choice === 'undecided' ? '' : choice);
  }

  #units({ unitCount, per, isFailure }: PenaltySummaryDto): string {
    const { units, nothing } = this.t().penalties;
    return isFailure ? units({ units: unitCount, per }) : nothing;
  }
}
