import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, email, form, required } from '@angular/forms/signals';
import { problemOf, sender } from '@tallgrunn/api-client';
import { colleaguesInviteSupplier, dutiesDuties } from '@tallgrunn/api-client/calls';
import type { DutyShape, SentInvitationShape } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, ProblemWords, faultAt, faultsOf, texts } from '@tallgrunn/design';
import type { FormFault } from '@tallgrunn/design';
import { agreementsTexts } from '../texts/agreements-texts.ts';

/** Lets a supplier's first person in by e-mail. The personal link is shown once, here. */
@Component({
  selector: 'tg-invite-supplier',
  imports: [ErrorSummary, Field, FormField],
  templateUrl: './invite-supplier.html',
  styles: `
    p {
      overflow-wrap: anywhere;
    }
  `,
})
export class InviteSupplier {
  readonly agreementId = input.required<string>();
  readonly supplierId = input.required<string>();
  readonly supplierName = input.required<string>();
  readonly closed = output();
  protected readonly t = texts(agreementsTexts);
  protected readonly faults = signal<readonly FormFault[]>([]);
  protected readonly sending = signal(false);
  /** Whether the link is on the clipboard, or marked for the reader to copy. */
  protected readonly copied = signal<'yes' | 'marked' | ''>('');
  protected readonly invitation = signal<(SentInvitationShape & { readonly email: string }) | null>(null);
  protected readonly faultAt = faultAt;
  readonly #send = sender();
  readonly #words = inject(ProblemWords);
  readonly #values = signal({ email: '' });
  protected readonly form = form(this.#values, (path) => {
    required(path.email);
    email(path.email);
  });

  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const { parties } = this.t();
    this.faults.set(faultsOf([['supplier-email', this.form.email().errors(), { required: parties.emailMissing, email: parties.emailOdd }]]));
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      const body = this.#values();
      const answer = await this.#send(colleaguesInviteSupplier, { supplierId: this.supplierId(), body: { ...body, dutyId: await this.#firstDuty() } });
      this.invitation.set({ ...answer, email: body.email });
      this.form().reset({ email: '' });
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#words.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }

  /** The report that the invited person can check a file against before an account exists: the first that is still to come. */
  async #firstDuty(): Promise<string | null> {
    const duties: readonly DutyShape[] = await this.#send(dutiesDuties, { agreementId: this.agreementId() });
    const owed = duties.filter(({ supplier, version }) => supplier.id === this.supplierId() && version === null);
    return owed.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0]?.id ?? null;
  }

  /** Without leave to use the clipboard the link is selected, to be copied by hand. */
  protected async copy(link: HTMLInputElement): Promise<void> {
    link.select();
    await navigator.clipboard.writeText(link.value).then(
      () => this.copied.set('yes'),
      () => this.copied.set('marked'),
    );
  }

  protected again(): void {
    this.invitation.set(null);
    this.copied.set('');
  }
}
