import { Component, ElementRef, afterRenderEffect, inject, signal, viewChild } from '@angular/core';
import { RecentSignIn, Session, problemOf } from '@tallgrunn/api-client';
import { ErrorSummary, Field, ProblemMessages, fieldError, texts, type FormError } from '@tallgrunn/design';
import { BrowserPasskeys, NoPasskey } from '../account/passkeys.ts';
import { accountTexts } from '../account/texts/account-texts.ts';
import { identityTexts } from '../texts/identity-texts.ts';

/** Dialog that asks the user to re-authenticate when a request needs a recent sign-in. The request is then repeated. */
@Component({
  selector: 'tg-recent-sign-in-dialog',
  imports: [ErrorSummary, Field],
  templateUrl: './recent-sign-in-dialog.html',
  styles: `
    dialog,
    dialog::backdrop {
      animation: none;
      font-size: var(--ds-body-md-font-size);
    }
  `,
})
export class RecentSignInDialog {
  protected readonly t = texts(identityTexts);
  protected readonly account = texts(accountTexts);
  protected readonly session = inject(Session);
  protected readonly passkeys = inject(BrowserPasskeys);
  protected readonly faultAt = fieldError;
  protected readonly headingId = 'recent-sign-in-heading';
  protected readonly passwordId = 'recent-sign-in-password';
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly isSending = signal(false);
  protected readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly password = viewChild<ElementRef<HTMLInputElement>>('password');
  /** The form exists only while requested, so that a page has one password field and one error summary. */
  protected readonly isRequested = inject(RecentSignIn).isRequested;
  readonly #recentSignIn = inject(RecentSignIn);
  readonly #messages = inject(ProblemMessages);

  constructor() {
    afterRenderEffect(() => {
      const dialog = this.dialog().nativeElement;
      const password = this.password()?.nativeElement;
      if (!password || dialog.open) return;
      dialog.showModal();
      password.focus();
    });
  }

  /** Handles the Escape key like the Cancel button. */
  protected cancel(event: Event): void {
    event.preventDefault();
    this.close(false);
  }

  protected close(isConfirmed: boolean): void {
    this.dialog().nativeElement.close();
    this.faults.set([]);
    this.#recentSignIn.answer(isConfirmed);
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const password = this.password()?.nativeElement.value;
    if (!password) return this.faults.set([{ field: this.passwordId, sentence: this.t().missing.password }]);
    await this.#try(() => this.session.confirm(password));
  }

  protected confirmWithPasskey(): Promise<void> {
    return this.#try(() => this.passkeys.use());
  }

  async #try(work: () => Promise<unknown>): Promise<void> {
    this.isSending.set(true);
    try {
      await work();
      this.close(true);
    } catch (error) {
      this.faults.set([
        {
          field: this.passwordId,
          sentence:
            error instanceof NoPasskey ? this.account().passkeyFailed : this.#messages.sentence(problemOf(error)),
        },
      ]);
    } finally {
      this.isSending.set(false);
    }
  }
}
