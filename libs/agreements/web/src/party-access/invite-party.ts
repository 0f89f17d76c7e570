import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, email, form, required } from '@angular/forms/signals';
import { problemOf, sender } from '@tallgrunn/api-client';
import {
  obligationsList,
  partyInvitationsInviteBuyer,
  partyInvitationsInviteSupplier,
} from '@tallgrunn/api-client/calls';
import type { ObligationDto, SentInvitationDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, ProblemMessages, fieldError, formErrors, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { limits } from '@tallgrunn/values';
import { partyAccessTexts } from '../texts/party-access-texts.ts';

/** Invites an administrator of a buyer or a supplier by e-mail. The personal link is in the e-mail only. */
@Component({
  selector: 'tg-invite-party',
  imports: [ErrorSummary, Field, FormField],
  templateUrl: './invite-party.html',
})
export class InviteParty {
  readonly partyId = input.required<string>();
  readonly name = input.required<string>();
  readonly kind = input.required<'buyer' | 'supplier'>();
  /** The agreement whose next report the e-mail leads to; empty: the server chooses. */
  readonly agreementId = input('');
  /** Initial value: address of a contact. */
  readonly contactEmail = input('');
  readonly hasAdministrator = input(false);
  readonly closed = output();
  readonly sent = output();
  protected readonly t = texts(partyAccessTexts);
  protected readonly max = limits.invitation.messageCharactersMax;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly invitation = signal<(SentInvitationDto & { readonly email: string }) | null>(null);
  protected readonly faultAt = fieldError;
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);
  readonly #values = signal({ email: '', message: '' });
  protected readonly form = form(this.#values, (path) => {
    required(path.email);
    email(path.email);
  });

  constructor() {
    queueMicrotask(
      () => this.contactEmail() && this.#values.update((values) => ({ ...values, email: this.contactEmail() })),
    );
  }

  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const t = this.t();
    this.faults.set(
      formErrors([['party-email', this.form.email().errors(), { required: t.emailMissing, email: t.emailOdd }]]),
    );
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      const { email: address, message } = this.#values();
      const body = { email: address, message: message.trim() || null };
      this.invitation.set({ ...(await this.#invite(body)), email: address });
      this.form().reset({ email: '', message: '' });
      this.sent.emit();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }

  async #invite(body: { email: string; message: string | null }): Promise<SentInvitationDto> {
    if (this.kind() === 'buyer') return this.#send(partyInvitationsInviteBuyer, { buyerId: this.partyId(), body });
    return this.#send(partyInvitationsInviteSupplier, {
      supplierId: this.partyId(),
      body: { ...body, obligationId: await this.#firstObligation() },
    });
  }

  /**
   * Returns the first obligation of the agreement without a submission; the invited person can check a file against it
   * before having an account.
   */
  async #firstObligation(): Promise<string | null> {
    if (!this.agreementId()) return null;
    const obligations: readonly ObligationDto[] = await this.#send(obligationsList, {
      agreementId: this.agreementId(),
    });
    const open = obligations.filter(({ supplier, version }) => supplier.id === this.partyId() && version === null);
    return open.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0]?.id ?? null;
  }
}
