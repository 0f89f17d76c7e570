import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Cell, DataTable, Wording, texts, type Column } from '@tallgrunn/design';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { dutyName } from '../standing/duty-name.ts';
import type { ReportCase } from './cases.ts';

/** Reports that need somebody, in the order they should be taken. */
@Component({
  selector: 'tg-case-table',
  imports: [Cell, DataTable, RouterLink],
  template: `
    <tg-data-table [caption]="caption()" [rows]="cases()" [columns]="columns()" [trackRow]="track" narrow="cards">
      <ng-template tgCell="report" let-row
        ><a class="ds-link" [routerLink]="linkOf(row)">{{ nameOf(row) }}</a></ng-template
      >
    </tg-data-table>
  `,
})
export class CaseTable {
  readonly caption = input.required<string>();
  readonly cases = input.required<readonly ReportCase[]>();
  readonly about = input.required<'decision' | 'overdue' | 'returned'>();
  protected readonly t = texts(reportingTexts);
  readonly #wording = inject(Wording);
  readonly #name = dutyName();
  protected readonly track = (row: ReportCase) => row.id;

  protected readonly columns = computed((): readonly Column<ReportCase>[] => {
    const { heads, nil } = this.t().today;
    const shared: Column<ReportCase>[] = [
      { key: 'report', head: heads.report, text: (row) => this.nameOf(row) },
      { key: 'agreement', head: heads.agreement, text: ({ agreement }) => agreement.title },
    ];
    const late: Column<ReportCase> = { key: 'late', head: heads.late, text: ({ daysLate }) => (daysLate > 0 ? this.t().late({ days: daysLate }) : '') };
    if (this.about() === 'overdue') return [...shared, late];
    if (this.about() === 'returned') return [...shared, { key: 'reason', head: heads.reason, text: ({ version }) => version?.returnReason ?? '' }];
    return [
      ...shared,
      { key: 'lines', head: heads.lines, numeric: true, text: ({ version }) => (version?.kind === 'nil' ? nil : this.#wording.count(version?.lines ?? 0)) },
      { key: 'amount', head: heads.amount, numeric: true, text: ({ version }) => (version?.kind === 'nil' ? '' : this.#wording.money(version?.amount ?? '0')) },
      { key: 'submitted', head: heads.submitted, text: ({ version }) => (version?.submittedAt ? this.#wording.date(version.submittedAt) : '') },
    ];
  });

  protected nameOf(row: ReportCase): string {
    return [row.supplier.name, ...this.#name.marks(row), this.#name.period(row)].join(', ');
  }

  protected linkOf({ id, version }: ReportCase): readonly string[] {
    return version ? ['/reports/versions', version.id] : ['/reports', id];
  }
}
