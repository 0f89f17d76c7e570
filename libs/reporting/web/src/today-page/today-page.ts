import { Component, computed } from '@angular/core';
import { read } from '@tallgrunn/api-client';
import { complianceCompliance } from '@tallgrunn/api-client/calls';
import type { ComplianceShape } from '@tallgrunn/api-client/shapes';
import { Loaded, PageHeader, texts } from '@tallgrunn/design';
import { ComplianceMatrix } from '../compliance-page/compliance-matrix.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { CaseTable } from './case-table.ts';
import { casesOf } from './cases.ts';

/** What needs the manager today: decisions, then what is overdue, then the whole matrix. */
@Component({
  selector: 'tg-today-page',
  imports: [CaseTable, ComplianceMatrix, Loaded, PageHeader],
  templateUrl: './today-page.html',
})
export class TodayPage {
  protected readonly t = texts(reportingTexts);
  protected readonly compliance = read(complianceCompliance);
  protected readonly casesOf = casesOf;
  protected readonly lead = computed(() => {
    const counts: ComplianceShape['counts'] | undefined = this.compliance.hasValue() ? this.compliance.value()?.counts : undefined;
    return counts ? this.t().today.lead({ waiting: counts['submitted'] ?? 0, overdue: counts['overdue'] ?? 0 }) : '';
  });
}
