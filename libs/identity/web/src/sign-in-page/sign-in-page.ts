import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, email, form, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { Session, problemOf } from '@tallgrunn/api-client';
import { ErrorSummary, Field, PageHeader, ProblemMessages, fieldError, formErrors, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { BrowserPasskeys, NoPasskey } from '../account/passkeys.ts';
import { SecondFactorStep } from '../account/second-factor-step.ts';
import { accountTexts } from '../account/texts/account-texts.ts';
import { safeNext } from '../admission/auth.guard.ts';
import { accessTexts } from '../texts/access-texts.ts';
import { identityTexts } from '../texts/identity-texts.ts';

@Component({
  selector: 'tg-sign-in-page',
  imports: [ErrorSummary, Field, FormField, PageHeader, RouterLink, SecondFactorStep],
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  /** Target page after sign-in, from the URL. */
  readonly next = input('');
  protected readonly t = texts(identityTexts);
  protected readonly a = texts(accessTexts);
  protected readonly session = inject(Session);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly faultAt = fieldError;
  protected readonly account = texts(accountTexts);
  protected readonly passkeys = inject(BrowserPasskeys);
  /** Second factors that the server accepts after the password. */
  protected readonly awaited = computed(() => this.session.view()?.awaitedFactors ?? []);
  readonly #router = inject(Router);
  readonly #messages = inject(ProblemMessages);

  protected readonly form = form(signal({ email: '', password: '' }), (path) => {
    required(path.email);
    email(path.email);
    required(path.password);
  });

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const missing = this.t().missing;
    this.faults.set(
      formErrors([
        ['email', this.form.email().errors(), { required: missing.email, email: missing.emailOdd }],
        ['password', this.form.password().errors(), { required: missing.password }],
      ]),
    );
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      const { email, password } = this.form().value();
      if (!(await this.session.signIn(email, password)).person) return;
      await this.goOn();
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }

  /** Signs in with a passkey for this site, without a password. */
  protected async signInWithPasskey(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.faults.set([]);
    try {
      await this.passkeys.use();
      await this.goOn();
    } catch (error) {
      this.faults.set([
        {
          field: '',
          sentence:
            error instanceof NoPasskey ? this.account().passkeyFailed : this.#messages.sentence(problemOf(error)),
        },
      ]);
    } finally {
      this.sending.set(false);
    }
  }

  protected async goOn(): Promise<void> {
    await this.#router.navigateByUrl(safeNext(this.next()));
  }

  /** Returns to the password step and discards the verified password on the server. */
  protected async startAgain(): Promise<void> {
    await this.session.signOut();
  }
}
