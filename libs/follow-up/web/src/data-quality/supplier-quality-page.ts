import { Component, inject, input } from '@angular/core';
import { AgreementFilter } from '@tallgrunn/agreements-web';
import { read } from '@tallgrunn/api-client';
import { dataQualityShow } from '@tallgrunn/api-client/calls';
import type { SupplierDataQualityDetailDto } from '@tallgrunn/api-client/shapes';
import { Loaded, PageHeader, Wording, queryState, texts } from '@tallgrunn/design';
import { statementsTexts } from '../statements/texts/statements-texts.ts';
import { QualityDetail } from './quality-detail.ts';
import { QualityRules } from './quality-rules.ts';

/** Data quality of one supplier, check by check. */
@Component({
  selector: 'tg-supplier-quality-page',
  imports: [AgreementFilter, Loaded, PageHeader, QualityDetail, QualityRules],
  template: `
    <ng-container *tgLoaded="let it; from: quality; shape: 'rows'">
      <tg-page-header
        [heading]="t().quality.supplierHeading({ supplier: it.supplier.name })"
        [lead]="leadOf(it)"
        [crumbs]="[{ label: t().quality.title, link: '/data-quality' }]"
      />
      <div class="tg-stack">
        @if (agreement()) {
          <tg-agreement-filter [agreementId]="agreement()" />
        }
        <tg-quality-detail [quality]="it" />
        <tg-quality-rules />
      </div>
    </ng-container>
  `,
})
export class SupplierQualityPage {
  readonly supplier = input.required<string>();
  protected readonly t = texts(statementsTexts);
  protected readonly from = queryState('from');
  protected readonly to = queryState('to');
  protected readonly agreement = queryState('agreement');
  readonly #wording = inject(Wording);
  protected readonly quality = read(dataQualityShow, () => ({
    supplierId: this.supplier(),
    from: this.from() || undefined,
    to: this.to() || undefined,
    agreementId: this.agreement() || undefined,
  }));

  protected leadOf({ period: { from, to } }: SupplierDataQualityDetailDto): string {
    return this.t().quality.period({ from: this.#wording.period(from), to: this.#wording.period(to) });
  }
}
