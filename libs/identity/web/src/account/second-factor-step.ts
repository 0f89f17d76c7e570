import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Session, problemOf, sender } from '@tallgrunn/api-client';
import { secondFactorUseRecoveryCode, secondFactorUseTotp } from '@tallgrunn/api-client/calls';
import { ErrorSummary, Field, ProblemMessages, fieldError, texts, type FormError } from '@tallgrunn/design';
import { AutoFocus } from '../admission/auto-focus.ts';
import { BrowserPasskeys, NoPasskey } from './passkeys.ts';
import { accountTexts } from './texts/account-texts.ts';

type Factor = 'passkey' | 'totp' | 'recovery-code';

/** The second step of a sign-in: a passkey, a code of the authenticator app, or a recovery code. */
@Component({
  selector: 'tg-second-factor-step',
  imports: [ErrorSummary, Field, AutoFocus],
  template: `
    <div class="tg-stack">
      <h2 class="ds-heading" data-size="xs" tgTakesFocus>{{ t().second.title }}</h2>
      <p>{{ t().second.lead }}</p>
      <tg-error-summary [faults]="faults()" />
      @if (factors().includes('passkey')) {
        <p>
          <button class="ds-button" type="button" [attr.aria-busy]="isSending()" (click)="usePasskey()">
            {{ t().second.passkey }}
          </button>
        </p>
      }
      @if (typed(); as factor) {
        <form class="tg-form" novalidate (submit)="useCode($event, factor, code.value)">
          <tg-field
            for="second-factor-code"
            [label]="factor === 'totp' ? t().second.code : t().second.recovery"
            [error]="faultAt(faults(), 'second-factor-code')"
          >
            <input
              #code
              id="second-factor-code"
              class="ds-input"
              [attr.inputmode]="factor === 'totp' ? 'numeric' : null"
              autocomplete="one-time-code"
              maxlength="40"
            />
          </tg-field>
          <button class="ds-button" type="submit" [attr.aria-busy]="isSending()">{{ t().second.act }}</button>
        </form>
      }
      <p class="tg-row">
        @for (factor of others(); track factor) {
          <button class="ds-button" data-size="sm" data-variant="tertiary" type="button" (click)="chosen.set(factor)">
            {{ factor === 'totp' ? t().second.useCode : t().second.useRecovery }}
          </button>
        }
        <button class="ds-button" data-size="sm" data-variant="tertiary" type="button" (click)="cancelled.emit()">
          {{ t().second.back }}
        </button>
      </p>
    </div>
  `,
})
export class SecondFactorStep {
  readonly factors = input.required<readonly string[]>();
  readonly done = output();
  readonly cancelled = output();
  protected readonly t = texts(accountTexts);
  protected readonly faultAt = fieldError;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly isSending = signal(false);
  protected readonly chosen = signal<Factor | null>(null);
  /** The factor to type; the authenticator app until the user chooses another. */
  protected readonly typed = computed<Factor | null>(
    () => this.chosen() ?? (this.factors().includes('totp') ? 'totp' : null),
  );
  protected readonly others = computed(() =>
    (['totp', 'recovery-code'] as const).filter((factor) => this.factors().includes(factor) && factor !== this.typed()),
  );
  readonly #send = sender();
  readonly #session = inject(Session);
  readonly #passkeys = inject(BrowserPasskeys);
  readonly #messages = inject(ProblemMessages);

  protected usePasskey(): Promise<void> {
    return this.#try('', () => this.#passkeys.use());
  }

  protected async useCode(event: Event, factor: Factor, code: string): Promise<void> {
    event.preventDefault();
    if (code.trim().length < 6)
      return this.faults.set([{ field: 'second-factor-code', sentence: this.t().second.codeMissing }]);
    const call = factor === 'totp' ? secondFactorUseTotp : secondFactorUseRecoveryCode;
    await this.#try('second-factor-code', async () => this.#session.begin(await this.#send(call, { body: { code } })));
  }

  async #try(field: string, work: () => Promise<unknown>): Promise<void> {
    if (this.isSending()) return;
    this.isSending.set(true);
    this.faults.set([]);
    try {
      await work();
      this.done.emit();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'sign-in-expired') this.cancelled.emit();
      this.faults.set([
        { field, sentence: error instanceof NoPasskey ? this.t().passkeyFailed : this.#messages.sentence(problem) },
      ]);
    } finally {
      this.isSending.set(false);
    }
  }
}
