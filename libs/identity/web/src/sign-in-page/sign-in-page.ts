import { Component, inject, input, signal } from '@angular/core';
import { FormField, email, form, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { Session, problemOf } from '@tallgrunn/api-client';
import { ErrorSummary, Field, PageHeader, ProblemWords, faultAt, faultsOf, texts } from '@tallgrunn/design';
import type { FormFault } from '@tallgrunn/design';
import { safeNext } from '../admission/admitted.ts';
import { accessTexts } from '../texts/access-texts.ts';
import { identityTexts } from '../texts/identity-texts.ts';

@Component({
  selector: 'tg-sign-in-page',
  imports: [ErrorSummary, Field, FormField, PageHeader, RouterLink],
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  /** Where the visitor was going, from the address. */
  readonly next = input('');
  protected readonly t = texts(identityTexts);
  protected readonly a = texts(accessTexts);
  protected readonly session = inject(Session);
  protected readonly faults = signal<readonly FormFault[]>([]);
  protected readonly sending = signal(false);
  protected readonly faultAt = faultAt;
  readonly #router = inject(Router);
  readonly #words = inject(ProblemWords);

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
      faultsOf([
        ['email', this.form.email().errors(), { required: missing.email, email: missing.emailOdd }],
        ['password', this.form.password().errors(), { required: missing.password }],
      ]),
    );
    if (this.faults().length > 0) return;
    this.sending.set(true);
    try {
      const { email, password } = this.form().value();
      await this.session.signIn(email, password);
      await this.#router.navigateByUrl(safeNext(this.next()));
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#words.sentence(problemOf(error)) }]);
    } finally {
      this.sending.set(false);
    }
  }
}
