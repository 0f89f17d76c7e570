import { Component, inject, input, signal } from '@angular/core';
import { FormField, form, minLength, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { problemOf, sender } from '@tallgrunn/api-client';
import { passwordResetsComplete } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, PageHeader, ProblemMessages, fieldError, formErrors, texts } from '@tallgrunn/design';
import type { FormError } from '@tallgrunn/design';
import { limits } from '@tallgrunn/values';
import { accountTexts } from '../account/texts/account-texts.ts';
import { AutoFocus } from '../admission/auto-focus.ts';
import { identityTexts } from '../texts/identity-texts.ts';

@Component({
  selector: 'tg-new-password-page',
  imports: [ErrorSummary, Field, FormField, PageHeader, RouterLink, AutoFocus],
  templateUrl: './new-password-page.html',
  styleUrl: '../admission/options.css',
})
export class NewPasswordPage {
  /** Token of the link, from the URL. */
  readonly token = input.required<string>();
  protected readonly t = texts(identityTexts);
  protected readonly account = texts(accountTexts);
  protected readonly min = limits.password.charactersMin;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly state = signal<'open' | 'sending' | 'done' | 'spent'>('open');
  protected readonly faultAt = fieldError;
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected readonly form = form(signal({ password: '', revokeApiKeys: false }), (path) => {
    required(path.password);
    minLength(path.password, limits.password.charactersMin);
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.state() === 'sending') return;
    const { missing } = this.t();
    this.faults.set(
      formErrors([
        [
          'password',
          this.form.password().errors(),
          { required: missing.password, minLength: missing.passwordShort({ min: this.min }) },
        ],
      ]),
    );
    if (this.faults().length > 0) return;
    this.state.set('sending');
    try {
      await this.#send(passwordResetsComplete, { token: this.token(), body: this.form().value() });
      this.state.set('done');
    } catch (error) {
      const problem = problemOf(error);
      this.faults.set([
        { field: problem.code === 'password-weak' ? 'password' : '', sentence: this.#messages.sentence(problem) },
      ]);
      this.state.set(problem.status === 410 || problem.status === 404 ? 'spent' : 'open');
    }
  }
}
