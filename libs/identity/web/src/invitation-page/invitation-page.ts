import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, minLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { Session, problemOf, read, sender } from '@tallgrunn/api-client';
import { invitationsAccept, invitationsShow } from '@tallgrunn/api-client/calls';
import type { AcceptInvitationRequest, OpenInvitationDto } from '@tallgrunn/api-client/shapes';
import {
  Empty,
  ErrorSummary,
  Field,
  Loaded,
  PageHeader,
  ProblemMessages,
  fieldError,
  formErrors,
  texts,
} from '@tallgrunn/design';
import type { FieldCheck, FormError } from '@tallgrunn/design';
import { limits } from '@tallgrunn/values';
import { safeNext } from '../admission/auth.guard.ts';
import { accessTexts } from '../texts/access-texts.ts';
import { identityTexts } from '../texts/identity-texts.ts';

/**
 * Accepts an invitation: with a new account, an existing one, or the session of the invited address. The page looks the
 * same whether or not the address has an account.
 */
@Component({
  selector: 'tg-invitation-page',
  imports: [Empty, ErrorSummary, Field, FormField, Loaded, PageHeader, RouterLink],
  templateUrl: './invitation-page.html',
  styleUrl: '../admission/options.css',
})
export class InvitationPage {
  /** Token of the link, from the URL. */
  readonly token = input.required<string>();
  /** Target page after acceptance, from the URL. */
  readonly next = input('');
  protected readonly t = texts(identityTexts);
  protected readonly a = texts(accessTexts);
  protected readonly min = limits.password.charactersMin;
  protected readonly accounts = ['new', 'existing'] as const;
  protected readonly account = signal<'new' | 'existing'>('new');
  protected readonly faults = signal<readonly FormError[]>([]);
  /** Whether the password was rejected, so that the page can suggest what to try. */
  protected readonly isRefused = signal(false);
  protected readonly sending = signal(false);
  /** Whether an administrator of the organisation must approve first. */
  protected readonly isWaiting = signal(false);
  protected readonly faultAt = fieldError;
  protected readonly words = inject(ProblemMessages);
  readonly #send = sender();
  readonly #router = inject(Router);
  readonly #session = inject(Session);

  protected readonly invitation = read(invitationsShow, () => ({ token: this.token() }));
  /** The problem of an unknown, used, withdrawn or expired link; null otherwise. */
  protected readonly dead = computed(() => {
    const error = this.invitation.error();
    const problem = error && problemOf(error);
    return problem && !this.isWaiting() && (problem.status === 404 || problem.status === 410) ? problem : null;
  });

  protected readonly form = form(signal({ name: '', password: '' }), (path) => {
    required(path.name);
    required(path.password);
    minLength(path.password, limits.password.charactersMin);
  });

  /** Returns the lead text: suppliers are asked to report, others get access to figures. */
  protected leadOf({
    inviter,
    inviterOrganisation,
    organisation: { name: organisation, kind },
  }: OpenInvitationDto): string {
    const reports = kind === 'supplier';
    return inviter
      ? this.a().accept.from({ inviter, by: inviterOrganisation ?? '', organisation, reports })
      : this.a().accept.fromOperator({ organisation, reports });
  }

  /** Returns the name of the signed-in person if theirs is the invited address; otherwise empty. */
  protected signedInName({ email }: OpenInvitationDto): string {
    const person = this.#session.person();
    return person && person.email.toLowerCase() === email.toLowerCase() ? person.name : '';
  }

  protected choose(account: 'new' | 'existing'): void {
    this.account.set(account);
    this.faults.set([]);
    this.isRefused.set(false);
  }

  protected async join(event: Event): Promise<void> {
    event.preventDefault();
    const account = this.account();
    this.faults.set(this.#faults(account));
    if (this.faults().length > 0) return;
    const { name, password } = this.form().value();
    await this.accept(account === 'new' ? { account, name, password } : { account, password });
  }

  protected async accept(body: AcceptInvitationRequest): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.isRefused.set(false);
    try {
      const { state, session } = await this.#send(invitationsAccept, { token: this.token(), body });
      this.#session.begin(session);
      if (state === 'awaiting-approval') this.isWaiting.set(true);
      else await this.#router.navigateByUrl(safeNext(this.next() ?? null));
    } catch (error) {
      const problem = problemOf(error);
      this.isRefused.set(problem.code === 'sign-in-failed');
      this.faults.set([
        {
          field: this.isRefused() ? 'password' : '',
          sentence: this.isRefused() ? this.a().accept.notVerified : this.words.sentence(problem),
        },
      ]);
    } finally {
      this.sending.set(false);
    }
  }

  /** Returns the form faults. The password of an existing account may be shorter than the minimum. */
  #faults(account: 'new' | 'existing'): readonly FormError[] {
    const { missing } = this.t();
    const isNew = account === 'new';
    const sentences: Record<string, string> = { required: missing.password };
    if (isNew) sentences['minLength'] = missing.passwordShort({ min: this.min });
    const password: FieldCheck = ['password', this.form.password().errors(), sentences];
    return formErrors(isNew ? [['name', this.form.name().errors(), { required: missing.name }], password] : [password]);
  }
}
