import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { obligationsList, partiesShow, partiesList } from '@tallgrunn/api-client/calls';
import type { RelatedEntityDto, PartyTreeDto, UnitDto } from '@tallgrunn/api-client/shapes';
import { Denied, Loaded, PageHeader, SidePanel, texts } from '@tallgrunn/design';
import { OrgNumber } from '@tallgrunn/values';
import { latestObligations } from '../latest-obligations.ts';
import { IdentitySection } from '../organisation/identity-section.ts';
import { PartyPeople } from '../party-access/party-people.ts';
import { partyTexts } from '../texts/party-texts.ts';
import { todaySignal } from '../today.ts';
import { SupplierTransfer } from '../supplier-transfer/supplier-transfer.ts';
import { BuyerMembership } from '../buyer-membership/buyer-membership.ts';
import { RelatedEntityForm } from './related-entity-form.ts';
import { BuyerTypeSection } from './buyer-type-section.ts';
import { buildTree } from './build-tree.ts';
import { OrganisationChangeSection } from './organisation-change-section.ts';
import { LearnedRuleForm } from './learned-rule-form.ts';
import { LearnedRuleList } from './learned-rule-list.ts';
import { ValidityText } from './validity-text.ts';
import { SiteBranch } from './site-branch.ts';
import { SiteForm } from './site-form.ts';
import { SiteImport } from './site-import.ts';

type Open =
  | { readonly kind: 'unit'; readonly unit: UnitDto | null }
  | { readonly kind: 'belonging'; readonly belonging: RelatedEntityDto | null }
  | { readonly kind: 'number' | 'alias' };

/** One buyer or supplier: its details, sites or related entities, learned rules, and organisation changes. */
@Component({
  selector: 'tg-party-page',
  imports: [
    BuyerMembership,
    RelatedEntityForm,
    BuyerTypeSection,
    Denied,
    OrganisationChangeSection,
    IdentitySection,
    LearnedRuleForm,
    LearnedRuleList,
    Loaded,
    PageHeader,
    PartyPeople,
    RouterLink,
    SidePanel,
    SupplierTransfer,
    ValidityText,
    SiteBranch,
    SiteForm,
    SiteImport,
  ],
  templateUrl: './party-page.html',
  styleUrl: './party-page.css',
})
export class PartyPage {
  readonly partyId = input.required<string>();
  protected readonly t = texts(partyTexts);
  readonly #session = inject(Session);
  protected readonly mayRead = computed(() => this.#session.permissions().has('party.read'));
  protected readonly mayWrite = computed(() => this.#session.permissions().has('agreement.write'));
  protected readonly party = read(partiesShow, () => (this.mayRead() ? { partyId: this.partyId() } : undefined));
  protected readonly all = read(partiesList, () => (this.mayRead() ? {} : undefined));
  protected readonly open = signal<Open | null>(null);
  protected readonly name = computed(() => arrived(this.party)?.name ?? this.t().title);
  protected readonly everyone = computed(() => arrived(this.all) ?? []);
  protected readonly buyers = computed(() => this.everyone().filter(({ kind }) => kind === 'buyer'));
  readonly #today = todaySignal(this.#session);
  readonly #obligations = read(obligationsList, () =>
    arrived(this.party)?.kind === 'supplier' && this.#session.permissions().has('report.read')
      ? { supplierId: this.partyId() }
      : undefined,
  );
  /** Obligations used as links to e-invoice quality: one per agreement. */
  protected readonly judgedFrom = computed(() => latestObligations(arrived(this.#obligations) ?? [], this.#today()));
  protected readonly tree = computed(() => buildTree(arrived(this.party)?.units ?? []));

  protected lead(party: PartyTreeDto): string {
    const t = this.t();
    const number = party.orgNumber ? `${t.orgNumber} ${OrgNumber.format(party.orgNumber)}` : '';
    const municipality = party.municipalityNumber ? `${t.municipalityNumber} ${party.municipalityNumber}` : '';
    return [t.kinds[party.body?.kind ?? 'supplier'], number, municipality].filter((fact) => fact !== '').join(' · ');
  }

  protected numbers({ orgNumber, foreignNumber, country }: RelatedEntityDto): string {
    return orgNumber ? OrgNumber.format(orgNumber) : foreignNumber ? `${country} ${foreignNumber}` : '';
  }

  protected heading(open: Open): string {
    const t = this.t();
    if (open.kind === 'unit') return open.unit ? t.changeOf({ name: open.unit.name }) : t.addUnit;
    if (open.kind === 'belonging') return open.belonging ? t.changeOf({ name: open.belonging.name }) : t.addBelonging;
    return open.kind === 'number' ? t.teachNumber : t.teachAlias;
  }

  protected close(saved: boolean): void {
    this.open.set(null);
    if (saved) this.party.reload();
  }
}
