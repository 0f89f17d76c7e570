import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, form, minLength, required } from '@angular/forms/signals';
import { problemOf, sender } from '@tallgrunn/api-client';
import { accountChangePassword } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, ProblemMessages, fieldError, formErrors, texts, type FormError } from '@tallgrunn/design';
import { limits } from '@tallgrunn/values';
import { identityTexts } from '../texts/identity-texts.ts';
import { accountTexts } from './texts/account-texts.ts';

/** Form that changes the password, with the current and the new one. */
@Component({
  selector: 'tg-password-section',
  imports: [ErrorSummary, Field, FormField],
  template: `
    <section class="tg-stack" aria-labelledby="password-heading">
      <h2 id="password-heading" class="ds-heading" data-size="xs">{{ t().password.title }}</h2>
      <p>{{ t().password.changed({ at: changedAt() }) }}</p>
      <tg-error-summary [faults]="faults()" />
      <form class="tg-form" novalidate (submit)="change($event)">
        <tg-field for="current-password" [label]="t().password.current" [error]="faultAt(faults(), 'current-password')">
          <input
            id="current-password"
            class="ds-input"
            type="password"
            autocomplete="current-password"
            [formField]="form.currentPassword"
          />
        </tg-field>
        <tg-field
          for="new-password"
          [label]="words().newPassword"
          [help]="t().password.help({ min })"
          [error]="faultAt(faults(), 'new-password')"
        >
          <input
            id="new-password"
            class="ds-input"
            type="password"
            autocomplete="new-password"
            [formField]="form.password"
          />
        </tg-field>
        <button class="ds-button" type="submit" [attr.aria-busy]="isSending()">{{ t().password.act }}</button>
      </form>
    </section>
  `,
})
export class PasswordSection {
  readonly changedAt = input.required<string | null>();
  readonly changed = output();
  protected readonly t = texts(accountTexts);
  protected readonly words = texts(identityTexts);
  protected readonly min = limits.password.charactersMin;
  protected readonly faultAt = fieldError;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly isSending = signal(false);
  readonly #send = sender();
  readonly #problems = inject(ProblemMessages);

  protected readonly form = form(signal({ currentPassword: '', password: '' }), (path) => {
    required(path.currentPassword);
    required(path.password);
    minLength(path.password, limits.password.charactersMin);
  });

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const { missing } = this.words();
    this.faults.set(
      formErrors([
        ['current-password', this.form.currentPassword().errors(), { required: this.t().password.currentMissing }],
        [
          'new-password',
          this.form.password().errors(),
          { required: missing.password, minLength: missing.passwordShort({ min: this.min }) },
        ],
      ]),
    );
    if (this.faults().length > 0) return;
    this.isSending.set(true);
    try {
      await this.#send(accountChangePassword, { body: this.form().value() });
      this.form().reset({ currentPassword: '', password: '' });
      this.changed.emit();
    } catch (error) {
      const problem = problemOf(error);
      this.faults.set([
        {
          field: problem.code === 'password-wrong' ? 'current-password' : 'new-password',
          sentence: this.#problems.sentence(problem),
        },
      ]);
    } finally {
      this.isSending.set(false);
    }
  }
}
