import { Component, computed, inject, input } from '@angular/core';
import { AgreementTabs, agreementsTexts } from '@tallgrunn/agreements-web';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { agreementsShow } from '@tallgrunn/api-client/calls';
import { Denied, Loaded, PageHeader, setPrintContext, texts } from '@tallgrunn/design';
import { AcceptedReports } from '../accepted-reports/accepted-reports.ts';
import { CasesSection } from './cases-section.ts';
import { ClaimsSection } from './claims-section.ts';
import { DeclarationsSection } from './declarations-section.ts';
import { DeviationsSection } from './deviations-section.ts';
import { PenaltiesSection } from './penalties-section.ts';
import { QualitySection } from './quality-section.ts';
import { ReportsSection } from './reports-section.ts';
import { StatementsSection } from './statements-section.ts';
import { agreementFollowUpTexts } from './texts/agreement-follow-up-texts.ts';

/** Page of what must be followed up in one agreement. Each part leads to the page with everything about it. */
@Component({
  selector: 'tg-agreement-follow-up-page',
  imports: [
    AcceptedReports,
    AgreementTabs,
    CasesSection,
    ClaimsSection,
    DeclarationsSection,
    Denied,
    DeviationsSection,
    Loaded,
    PageHeader,
    PenaltiesSection,
    QualitySection,
    ReportsSection,
    StatementsSection,
  ],
  template: `
    <tg-page-header
      [heading]="heading()"
      [part]="a().agreement.tabs['follow-up']"
      [lead]="lead()"
      [crumbs]="[{ label: a().agreements, link: '/agreements' }]"
    />
    <tg-agreement-tabs [agreementId]="agreementId()" shown="follow-up" />
    @if (mayFollowUp()) {
      <div class="parts" *tgLoaded="let view; from: agreement; shape: 'rows'">
        <p class="tg-text">{{ t().intro }}</p>
        <tg-reports-section [agreementId]="view.id" [hasTerms]="view.termsVersions.length > 0" />
        <tg-accepted-reports [agreementId]="view.id" />
        <tg-cases-section [agreementId]="view.id" />
        <tg-penalties-section [agreementId]="view.id" />
        <tg-deviations-section [agreementId]="view.id" />
        <tg-claims-section [agreementId]="view.id" />
        <tg-quality-section [agreementId]="view.id" />
        <tg-declarations-section [agreementId]="view.id" />
        <tg-statements-section [agreementId]="view.id" />
      </div>
    } @else {
      <tg-denied />
    }
  `,
  styles: `
    .parts {
      display: grid;
      gap: var(--tg-gap-xl);
      grid-template-columns: minmax(0, 1fr);
    }
  `,
})
export class AgreementFollowUpPage {
  readonly agreementId = input.required<string>();
  protected readonly t = texts(agreementFollowUpTexts);
  protected readonly a = texts(agreementsTexts);
  protected readonly agreement = read(agreementsShow, () => ({ agreementId: this.agreementId() }));
  readonly #session = inject(Session);
  protected readonly mayFollowUp = computed(() => this.#session.permissions().has('agreement.monitor'));
  protected readonly heading = computed(() => arrived(this.agreement)?.title ?? this.a().agreement.waiting);
  protected readonly lead = computed(() => {
    const agreement = arrived(this.agreement);
    return agreement
      ? this.a().agreement.lead({ number: agreement.number, from: agreement.startsOn, until: agreement.endsOn })
      : '';
  });

  constructor() {
    setPrintContext(() => ({ period: this.lead() }));
  }
}
