import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import { agreementsCreate, assignablePartiesList } from '@tallgrunn/api-client/calls';
import type { PartyDto } from '@tallgrunn/api-client/shapes';
import { Denied, ErrorSummary, Field, Loaded, PageHeader, ProblemMessages, fieldError, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { NewParty } from '../about-tab/new-party.ts';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { bodyOf, emptyDraft } from './agreement-draft.ts';
import type { AgreementDraft } from './agreement-draft.ts';
import { BuyerSelection } from './buyer-selection.ts';
import { serverFaults, validateDraft } from './validate-draft.ts';
import { LotRows } from './lot-rows.ts';
import { SupplierSelection } from './supplier-selection.ts';

/** Creates an agreement with its lots, suppliers and buyers. */
@Component({
  selector: 'tg-new-agreement-page',
  imports: [
    BuyerSelection,
    Denied,
    ErrorSummary,
    Field,
    Loaded,
    LotRows,
    NewParty,
    PageHeader,
    RouterLink,
    SupplierSelection,
  ],
  templateUrl: './new-agreement-page.html',
  styleUrl: './new-agreement-page.css',
})
export class NewAgreementPage {
  protected readonly t = texts(agreementsTexts);
  protected readonly mayWrite = inject(Session).permissions().has('agreement.write');
  protected readonly parties = read(assignablePartiesList, () => (this.mayWrite ? {} : undefined));
  protected readonly draft = signal<AgreementDraft>(emptyDraft);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly faultAt = fieldError;
  protected readonly suppliers = computed(() => this.#ofKind('supplier'));
  protected readonly buyers = computed(() => this.#ofKind('buyer'));
  readonly #send = sender();
  readonly #router = inject(Router);
  readonly #messages = inject(ProblemMessages);

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
      validateDraft(this.draft(), missing, (id) => this.buyers().find((buyer) => buyer.id === id)?.name ?? ''),
    );
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      const { id } = await this.#send(agreementsCreate, { body: bodyOf(this.draft()) });
      await this.#router.navigate(['/agreements', id, 'items']);
    } catch (error) {
      const problem = problemOf(error);
      const known = serverFaults(problem, this.draft(), missing);
      this.faults.set(known.length > 0 ? known : [{ field: '', sentence: this.#messages.sentence(problem) }]);
    } finally {
      this.sending.set(false);
    }
  }

  #ofKind(kind: PartyDto['kind']): readonly PartyDto[] {
    return (this.parties.value() ?? []).filter((party) => party.kind === kind);
  }
}
