import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AgreementFilter } from '@tallgrunn/agreements-web';
import { Session, read } from '@tallgrunn/api-client';
import { casesList } from '@tallgrunn/api-client/calls';
import type { CaseSummaryDto } from '@tallgrunn/api-client/shapes';
import {
  Cell,
  DataTable,
  Empty,
  Field,
  Loaded,
  PageHeader,
  StatusTag,
  Wording,
  queryState,
  texts,
} from '@tallgrunn/design';
import type { Column, StatusTone } from '@tallgrunn/design';
import { casesTexts } from '../texts/cases-texts.ts';
import { CaseRuleForm } from './case-rule-form.ts';

type Kind = CaseSummaryDto['kind'];

const tones: Record<CaseSummaryDto['status'], StatusTone> = {
  open: 'attention',
  'waiting-for-supplier': 'waiting',
  'waiting-for-us': 'attention',
  closed: 'quiet',
};

/** Cases that the user may see, with filters for owner, kind, status and next date. */
@Component({
  selector: 'tg-cases-page',
  imports: [AgreementFilter, CaseRuleForm, Cell, DataTable, Empty, Field, Loaded, PageHeader, RouterLink, StatusTag],
  templateUrl: './cases-page.html',
})
export class CasesPage {
  protected readonly t = texts(casesTexts);
  protected readonly wording = inject(Wording);
  protected readonly session = inject(Session);
  protected readonly status = queryState('status');
  protected readonly kind = queryState('kind');
  protected readonly whose = queryState('whose');
  protected readonly agreement = queryState('agreement');
  protected readonly sort = queryState('sort');
  protected readonly isOurs = computed(() => this.session.side() === 'cooperative');
  protected readonly mayManage = computed(() => this.session.permissions().has('case.manage'));
  protected readonly mayAsk = computed(() => this.session.permissions().has('case.request'));
  protected readonly mayHandOver = computed(() => this.session.permissions().has('responsibility.hand-over'));
  protected readonly lead = computed(() => {
    const side = this.session.side();
    return side === 'supplier' ? this.t().leadSupplier : side === 'buyer' ? this.t().leadBuyer : this.t().lead;
  });
  protected readonly cases = read(casesList, () => ({
    ...(this.status() !== 'all' && { status: (this.status() || 'not-closed') as 'not-closed' }),
    ...(this.kind() && { kind: this.kind() as Kind }),
    ...(this.whose() === 'mine' && { mine: true }),
    ...(this.whose() === 'due' && { due: true }),
    ...(this.agreement() && { agreementId: this.agreement() }),
  }));
  protected readonly trackRow = (row: CaseSummaryDto) => row.id;
  protected readonly kinds = computed(() => Object.entries(this.t().kinds));
  protected readonly statuses = computed(() => Object.entries(this.t().statuses));

  protected readonly columns = computed<readonly Column<CaseSummaryDto>[]>(() => {
    const { heads, noOwner, noDate } = this.t();
    const ours = this.isOurs();
    return [
      { key: 'number', head: heads.number, text: (row) => row.number, order: (row) => row.number },
      { key: 'kind', head: heads.kind, text: (row) => this.nameOf(row), order: (row) => this.nameOf(row) },
      ...(this.session.side() === 'supplier'
        ? []
        : [
            {
              key: 'supplier',
              head: heads.supplier,
              text: (row: CaseSummaryDto) => row.supplier.name,
              order: (row: CaseSummaryDto) => row.supplier.name,
            },
          ]),
      { key: 'agreement', head: heads.agreement, text: (row) => row.agreement?.title ?? '' },
      { key: 'status', head: heads.status, text: (row) => this.t().statuses[row.status], order: (row) => row.status },
      ...(ours
        ? [
            { key: 'owner', head: heads.owner, text: (row: CaseSummaryDto) => row.owner?.name ?? noOwner },
            {
              key: 'next',
              head: heads.next,
              text: (row: CaseSummaryDto) => (row.nextOn ? this.nextOf(row, row.nextOn) : noDate),
              order: (row: CaseSummaryDto) => row.nextOn ?? '9999',
            },
          ]
        : []),
      { key: 'days', head: heads.days, text: (row) => this.daysOf(row), order: (row) => row.days },
    ];
  });

  protected nameOf({ kind, title, periods }: CaseSummaryDto): string {
    const name = title || this.t().kinds[kind];
    if (periods.length === 0) return name;
    return `${name}, ${this.t().periods({ periods: periods.map((key) => this.wording.period(key)) })}`;
  }

  protected daysOf({ days, closedAt }: CaseSummaryDto): string {
    return closedAt === null ? this.t().openFor({ days }) : this.t().closedAfter({ days });
  }

  protected choose(state: { set(value: string): void }, event: Event): void {
    state.set((event.target as HTMLSelectElement).value);
  }

  protected nextOf({ isDue }: CaseSummaryDto, date: string): string {
    return isDue ? this.t().dueNow({ date }) : this.wording.date(date);
  }

  protected toneOf({ status }: CaseSummaryDto): StatusTone {
    return tones[status];
  }

  protected statusOf({ status }: CaseSummaryDto): string {
    return this.t().statuses[status];
  }
}
