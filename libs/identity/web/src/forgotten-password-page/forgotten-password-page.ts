import { Component, inject, signal } from '@angular/core';
import { FormField, email, form, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { problemOf, sender } from '@tallgrunn/api-client';
import { passwordResetsRequest } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, PageHeader, ProblemMessages, fieldError, formErrors, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { AutoFocus } from '../admission/auto-focus.ts';
import { identityTexts } from '../texts/identity-texts.ts';

@Component({
  selector: 'tg-forgotten-password-page',
  imports: [ErrorSummary, Field, FormField, PageHeader, RouterLink, AutoFocus],
  templateUrl: './forgotten-password-page.html',
})
export class ForgottenPasswordPage {
  protected readonly t = texts(identityTexts);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly sending = signal(false);
  protected readonly sentTo = signal('');
  protected readonly faultAt = fieldError;
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected readonly form = form(signal({ email: '' }), (path) => {
    required(path.email);
    email(path.email);
  });

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    if (this.sending()) return;
    const { missing } = this.t();
    this.faults.set(
      formErrors([['email', this.form.email().errors(), { required: missing.email, email: missing.emailOdd }]]),
    );
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      const { email } = this.form().value();
      await this.#send(passwordResetsRequest, { body: { email } });
      this.sentTo.set(email);
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
