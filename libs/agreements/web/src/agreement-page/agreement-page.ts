import { Component, computed, inject, input } from '@angular/core';
import { Session, read } from '@tallgrunn/api-client';
import { agreementsShow } from '@tallgrunn/api-client/calls';
import { Loaded, PageHeader, texts } from '@tallgrunn/design';
import { AboutTab } from '../about-tab/about-tab.ts';
import { AgreementTabs, agreementTabs, type AgreementTab } from '../agreement-tabs/agreement-tabs.ts';
import { ObligationsTab } from '../obligations-tab/obligations-tab.ts';
import { ItemsTab } from '../items-tab/items-tab.ts';
import { PartiesTab } from '../parties-tab/parties-tab.ts';
import { TermsTab } from '../terms-tab/terms-tab.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';

/** One agreement; the visible tab is in the route. */
@Component({
  selector: 'tg-agreement-page',
  imports: [AboutTab, AgreementTabs, ObligationsTab, ItemsTab, Loaded, PageHeader, PartiesTab, TermsTab],
  templateUrl: './agreement-page.html',
})
export class AgreementPage {
  readonly agreementId = input.required<string>();
  readonly tab = input('parties');
  protected readonly t = texts(agreementsTexts);
  protected readonly agreement = read(agreementsShow, () => ({ agreementId: this.agreementId() }));
  readonly #session = inject(Session);

  protected readonly shown = computed<AgreementTab>(
    () => agreementTabs(this.#session.permissions()).find((tab) => tab === this.tab()) ?? 'parties',
  );
  protected readonly heading = computed(() =>
    this.agreement.hasValue() ? this.agreement.value().title : this.t().agreement.waiting,
  );
  protected readonly lead = computed(() => {
    if (!this.agreement.hasValue()) return '';
    const { number, startsOn, endsOn, cpv } = this.agreement.value();
    const lead = this.t().agreement.lead({ number, from: startsOn, until: endsOn });
    return cpv ? this.t().agreement.leadWithCpv({ lead, code: cpv }) : lead;
  });
}
