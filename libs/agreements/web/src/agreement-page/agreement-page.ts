import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, read } from '@tallgrunn/api-client';
import { agreementsAgreement } from '@tallgrunn/api-client/calls';
import { Loaded, PageHeader, texts } from '@tallgrunn/design';
import { AboutTab } from '../about-tab/about-tab.ts';
import { DutiesTab } from '../duties-tab/duties-tab.ts';
import { ItemsTab } from '../items-tab/items-tab.ts';
import { PartiesTab } from '../parties-tab/parties-tab.ts';
import { TermsTab } from '../terms-tab/terms-tab.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { registerTexts } from '../texts/register-texts.ts';

type Tab = 'parties' | 'about' | 'items' | 'terms' | 'duties';

/** One agreement; which part of it is shown stands in the address. */
@Component({
  selector: 'tg-agreement-page',
  imports: [AboutTab, DutiesTab, ItemsTab, Loaded, PageHeader, PartiesTab, RouterLink, TermsTab],
  templateUrl: './agreement-page.html',
  styleUrl: './agreement-page.css',
})
export class AgreementPage {
  readonly agreementId = input.required<string>();
  readonly tab = input('parties');
  protected readonly t = texts(agreementsTexts);
  protected readonly r = texts(registerTexts);
  protected readonly agreement = read(agreementsAgreement, () => ({ agreementId: this.agreementId() }));
  readonly #session = inject(Session);

  /** Buyers have no part in reports, so they are offered none. */
  protected readonly tabs = computed<readonly Tab[]>(() => ['parties', 'about', 'items', 'terms', ...(this.#session.permissions().has('duty.read') ? (['duties'] as const) : [])]);
  protected readonly shown = computed<Tab>(() => this.tabs().find((tab) => tab === this.tab()) ?? 'parties');
  protected readonly heading = computed(() => (this.agreement.hasValue() ? this.agreement.value().title : this.t().agreement.waiting));
  protected readonly lead = computed(() => {
    if (!this.agreement.hasValue()) return '';
    const { number, startsOn, endsOn, cpv } = this.agreement.value();
    const lead = this.t().agreement.lead({ number, from: startsOn, until: endsOn });
    return cpv ? this.t().agreement.leadWithCpv({ lead, code: cpv }) : lead;
  });

  protected tabName(tab: Tab): string {
    return tab === 'about' ? this.r().change.tab : this.t().agreement.tabs[tab];
  }
}
