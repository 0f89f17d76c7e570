import { Component, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, read } from '@tallgrunn/api-client';
import { accountShow } from '@tallgrunn/api-client/calls';
import { Loaded, PageHeader, texts } from '@tallgrunn/design';
import { safeNext } from '../admission/auth.guard.ts';
import { PasskeysSection } from './passkeys-section.ts';
import { PasswordSection } from './password-section.ts';
import { RecoveryCodesSection } from './recovery-codes-section.ts';
import { SessionsSection } from './sessions-section.ts';
import { accountTexts } from './texts/account-texts.ts';
import { TotpSection } from './totp-section.ts';

/**
 * The user's own account: second factors, password, sessions. If the role requires a factor, only this page opens until
 * one is added.
 */
@Component({
  selector: 'tg-account-page',
  imports: [
    Loaded,
    PageHeader,
    PasskeysSection,
    PasswordSection,
    RecoveryCodesSection,
    RouterLink,
    SessionsSection,
    TotpSection,
  ],
  templateUrl: './account-page.html',
})
export class AccountPage {
  /** Target page before a factor was required, from the URL. */
  readonly next = input('');
  protected readonly t = texts(accountTexts);
  protected readonly session = inject(Session);
  protected readonly account = read(accountShow);
  /** Whether a factor was required when the page opened. A link to the target page is then shown once one is added. */
  protected readonly wasRequired = signal(false);
  protected readonly message = signal('');
  /** New recovery codes, shown until the user hides them. */
  protected readonly codes = signal<readonly string[]>([]);

  constructor() {
    effect(() => {
      if (this.session.view()?.requiresSecondFactor) this.wasRequired.set(true);
    });
  }

  protected target(): string {
    return safeNext(this.next());
  }

  /**
   * Handles a change: shows the message and new codes, and reloads the account and the session, whose id and token are
   * new.
   */
  protected async changed(message: string, codes: readonly string[] = []): Promise<void> {
    await this.session.refresh();
    this.message.set(message);
    if (codes.length > 0) this.codes.set(codes);
    this.account.reload();
  }
}
