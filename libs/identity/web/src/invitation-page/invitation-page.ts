import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, minLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import { invitationsJoin, invitationsShow } from '@tallgrunn/api-client/calls';
import type { OpenInvitationShape } from '@tallgrunn/api-client/shapes';
import { Empty, ErrorSummary, Field, Loaded, PageHeader, ProblemWords, faultAt, faultsOf, texts } from '@tallgrunn/design';
import type { FieldCheck, FormFault } from '@tallgrunn/design';
import { limits } from '@tallgrunn/values';
import { safeNext } from '../admission/admitted.ts';
import { identityTexts } from '../texts/identity-texts.ts';

@Component({
  selector: 'tg-invitation-page',
  imports: [Empty, ErrorSummary, Field, FormField, Loaded, PageHeader, RouterLink],
  templateUrl: './invitation-page.html',
})
export class InvitationPage {
  /** The letter's token, from the address. */
  readonly token = input.required<string>();
  /** Where its holder was going, from the address. */
  readonly next = input('');
  protected readonly t = texts(identityTexts);
  protected readonly min = limits.password.charactersMin;
  protected readonly faults = signal<readonly FormFault[]>([]);
  protected readonly sending = signal(false);
  protected readonly faultAt = faultAt;
  protected readonly words = inject(ProblemWords);
  readonly #send = sender();
  readonly #router = inject(Router);
  readonly #session = inject(Session);

  protected readonly invitation = read(invitationsShow, () => ({ token: this.token() }));
  /** An unknown, used or expired link: said in words, with a way on. */
  protected readonly dead = computed(() => {
    const error = this.invitation.error();
    const problem = error && problemOf(error);
    return problem && (problem.status === 404 || problem.status === 410) ? problem : null;
  });

  protected readonly form = form(signal({ name: '', password: '' }), (path) => {
    required(path.name);
    required(path.password);
    minLength(path.password, limits.password.charactersMin);
  });

  /** Suppliers are asked for figures; the others are let in to see them. */
  protected leadOf({ inviter, organisation: { name: organisation, kind } }: OpenInvitationShape): string {
    const reports = kind === 'supplier';
    return inviter ? this.t().invitation.from({ inviter, organisation, reports }) : this.t().invitation.fromNobody({ organisation, reports });
  }

  protected async join(event: Event, { hasAccount, email }: OpenInvitationShape): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    this.faults.set(this.#faults(hasAccount));
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      const { name, password } = this.form().value();
      const view = await this.#send(invitationsJoin, { token: this.token(), body: { name: hasAccount ? email : name, password } });
      this.#session.begin(view);
      await this.#router.navigateByUrl(safeNext(this.next() ?? null));
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.words.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }

  /** Someone who has an account proves it with the password they have, however short. */
  #faults(hasAccount: boolean): readonly FormFault[] {
    const { missing } = this.t();
    const sentences: Record<string, string> = { required: missing.password };
    if (!hasAccount) sentences['minLength'] = missing.passwordShort({ min: this.min });
    const password: FieldCheck = ['password', this.form.password().errors(), sentences];
    return faultsOf(hasAccount ? [password] : [['name', this.form.name().errors(), { required: missing.name }], password]);
  }
}
