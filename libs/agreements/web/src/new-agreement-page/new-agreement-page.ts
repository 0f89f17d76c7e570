import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import { agreementsAdd, agreementsPossibleParties } from '@tallgrunn/api-client/calls';
import type { PartyView } from '@tallgrunn/api-client/shapes';
import { Denied, ErrorSummary, Field, Loaded, PageHeader, ProblemWords, faultAt, texts } from '@tallgrunn/design';
import type { FormFault } from '@tallgrunn/design';
import { NewParty } from '../about-tab/new-party.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { bodyOf, emptyDraft } from './agreement-draft.ts';
import type { AgreementDraft } from './agreement-draft.ts';
import { BuyerChoice } from './buyer-choice.ts';
import { faultsOfRefusal, judgeDraft } from './judge-draft.ts';
import { LotRows } from './lot-rows.ts';
import { SupplierChoice } from './supplier-choice.ts';

/** Creates an agreement with its lots, suppliers and buyers. */
@Component({
  selector: 'tg-new-agreement-page',
  imports: [
    BuyerChoice,
    Denied,
    ErrorSummary,
    Field,
    Loaded,
    LotRows,
    NewParty,
    PageHeader,
    RouterLink,
    SupplierChoice,
  ],
  templateUrl: './new-agreement-page.html',
  styleUrl: './new-agreement-page.css',
})
export class NewAgreementPage {
  protected readonly t = texts(agreementsTexts);
  protected readonly mayWrite = inject(Session).permissions().has('agreement.write');
  protected readonly parties = read(agreementsPossibleParties, () => (this.mayWrite ? {} : undefined));
  protected readonly draft = signal<AgreementDraft>(emptyDraft);
  protected readonly faults = signal<readonly FormFault[]>([]);
  protected readonly sending = signal(false);
  protected readonly faultAt = faultAt;
  protected readonly suppliers = computed(() => this.#ofKind('supplier'));
  protected readonly buyers = computed(() => this.#ofKind('buyer'));
  readonly #send = sender();
  readonly #router = inject(Router);
  readonly #words = inject(ProblemWords);

  protected change(part: Partial<AgreementDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected write(field: 'number' | 'title' | 'cpv' | 'startsOn' | 'endsOn', event: Event): void {
    this.change({ [field]: (event.target as HTMLInputElement).value });
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const { missing } = this.t().create;
    this.faults.set(
      judgeDraft(this.draft(), missing, (id) => this.buyers().find((buyer) => buyer.id === id)?.name ?? ''),
    );
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      const { id } = await this.#send(agreementsAdd, { body: bodyOf(this.draft()) });
      await this.#router.navigate(['/agreements', id, 'items']);
    } catch (error) {
      const problem = problemOf(error);
      const known = faultsOfRefusal(problem, this.draft(), missing);
      this.faults.set(known.length > 0 ? known : [{ field: '', sentence: this.#words.sentence(problem) }]);
    } finally {
      this.sending.set(false);
    }
  }

  #ofKind(kind: PartyView['kind']): readonly PartyView[] {
    return (this.parties.value() ?? []).filter((party) => party.kind === kind);
  }
}
