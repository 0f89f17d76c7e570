import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, read } from '@tallgrunn/api-client';
import { supplierOverviewOverview } from '@tallgrunn/api-client/calls';
import type {
  CaseSummaryDto,
  PunctualityDto,
  SupplierAgreementDto,
  SupplierObligationDto,
} from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Loaded, PageHeader, StatusTag, Wording, texts } from '@tallgrunn/design';
import type { Column } from '@tallgrunn/design';
import { AcceptedReports } from '../accepted-reports/accepted-reports.ts';
import { casesTexts } from '../cases/texts/cases-texts.ts';
import { Conversations } from './conversations.ts';
import { MeetingSheet } from './meeting-sheet.ts';

/** Overview of one supplier, with the available actions. */
@Component({
  selector: 'tg-supplier-page',
  imports: [AcceptedReports, Cell, Conversations, DataTable, Loaded, MeetingSheet, PageHeader, RouterLink, StatusTag],
  templateUrl: './supplier-page.html',
})
export class SupplierPage {
  /** Id of the supplier, from the URL. */
  readonly supplier = input.required<string>();
  protected readonly t = texts(casesTexts);
  protected readonly wording = inject(Wording);
  protected readonly view = read(supplierOverviewOverview, () => ({ supplierId: this.supplier() }));
  protected readonly trackRow = ({ id }: { readonly id: string }) => id;
  readonly #session = inject(Session);
  protected readonly mayManage = computed(() => this.#session.permissions().has('case.manage'));

  protected readonly agreementColumns = computed<readonly Column<SupplierAgreementDto>[]>(() => {
    const { agreementHeads: heads, clauses, noEnd } = this.t().supplier;
    return [
      { key: 'title', head: heads.title, text: (row) => `${row.number} ${row.title}` },
      { key: 'from', head: heads.from, text: (row) => this.wording.date(row.fromOn) },
      { key: 'until', head: heads.until, text: (row) => (row.untilOn ? this.wording.date(row.untilOn) : noEnd) },
      { key: 'clause', head: heads.clause, text: (row) => clauses[row.clauseStatus] ?? row.clauseStatus },
      { key: 'owner', head: heads.owner, text: (row) => row.owner?.name ?? this.t().noOwner },
    ];
  });

  protected readonly openColumns = computed<readonly Column<SupplierObligationDto>[]>(() => {
    const { openHeads: heads, states } = this.t().supplier;
    return [
      { key: 'period', head: heads.period, text: (row) => this.wording.period(row.periodKey) },
      { key: 'agreement', head: heads.agreement, text: (row) => row.agreement },
      { key: 'due', head: heads.due, text: (row) => this.wording.date(row.dueOn) },
      { key: 'state', head: heads.state, text: (row) => states[row.state] ?? row.state },
    ];
  });

  protected readonly caseColumns = computed<readonly Column<CaseSummaryDto>[]>(() => {
    const { heads, kinds, statuses, noDate } = this.t();
    return [
      { key: 'number', head: heads.number, text: (row) => row.number },
      { key: 'kind', head: heads.kind, text: (row) => row.title || kinds[row.kind] },
      { key: 'status', head: heads.status, text: (row) => statuses[row.status] },
      { key: 'next', head: heads.next, text: (row) => (row.nextOn ? this.wording.date(row.nextOn) : noDate) },
    ];
  });

  protected reload(): void {
    this.view.reload();
  }

  protected punctualityOf({ due, onTime, late, missing, exempt, meanDaysLate }: PunctualityDto): readonly string[] {
    const { supplier } = this.t();
    if (due === 0) return [supplier.noneDue];
    return [
      supplier.due({ due, onTime }),
      ...(late > 0 ? [supplier.lateOnes({ late, days: this.wording.amount(String(meanDaysLate ?? 0), 1) })] : []),
      ...(missing > 0 ? [supplier.missing({ count: missing })] : []),
      ...(exempt > 0 ? [supplier.exempt({ count: exempt })] : []),
    ];
  }
}
