import { Component, computed, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { accountConfirmTotp, accountRemoveTotp, accountStartTotp } from '@tallgrunn/api-client/calls';
import type { NewTotpDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, ProblemMessages, fieldError, texts, type FormError } from '@tallgrunn/design';
import { AutoFocus } from '../admission/auto-focus.ts';
import { accountTexts } from './texts/account-texts.ts';

/** Authenticator app: adding it with a QR code and a first code, and removing it. */
@Component({
  selector: 'tg-totp-section',
  imports: [ErrorSummary, Field, AutoFocus],
  template: `
    <section class="tg-stack" aria-labelledby="totp-heading">
      <h2 id="totp-heading" class="ds-heading" data-size="xs">{{ t().totp.title }}</h2>
      <p>{{ t().totp.lead }}</p>
      <tg-error-summary [faults]="faults()" />
      @if (addedAt(); as at) {
        <p>{{ t().totp.added({ at }) }}</p>
        <p>
          <button class="ds-button" data-size="sm" data-variant="secondary" type="button" (click)="remove()">
            {{ t().totp.remove }}
          </button>
        </p>
      } @else if (started(); as totp) {
        <form class="tg-form" novalidate (submit)="confirm($event, code.value)">
          <p tgTakesFocus>{{ t().totp.step }}</p>
          <img [src]="picture()" [alt]="t().totp.qr" width="220" height="220" />
          <p>
            {{ t().totp.secret }}: <code id="totp-secret" class="secret">{{ totp.secret }}</code>
          </p>
          <tg-field for="totp-code" [label]="t().totp.code" [error]="faultAt(faults(), 'totp-code')">
            <input
              #code
              id="totp-code"
              class="ds-input"
              inputmode="numeric"
              autocomplete="one-time-code"
              maxlength="10"
            />
          </tg-field>
          <p class="tg-row">
            <button class="ds-button" type="submit" [attr.aria-busy]="isSending()">{{ t().totp.confirm }}</button>
            <button class="ds-button" data-variant="secondary" type="button" (click)="started.set(null)">
              {{ t().cancel }}
            </button>
          </p>
        </form>
      } @else {
        <p class="tg-subtle">{{ t().totp.none }}</p>
        <p>
          <button class="ds-button" type="button" [attr.aria-busy]="isSending()" (click)="start()">
            {{ t().totp.add }}
          </button>
        </p>
      }
    </section>
  `,
  styles: `
    .secret {
      overflow-wrap: anywhere;
    }
  `,
})
export class TotpSection {
  readonly addedAt = input.required<string | null>();
  /** Emits the recovery codes of the first factor. */
  readonly added = output<readonly string[]>();
  readonly removed = output();
  protected readonly t = texts(accountTexts);
  protected readonly faultAt = fieldError;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly isSending = signal(false);
  protected readonly started = signal<NewTotpDto | null>(null);
  /** The QR code as a data URL, so that no markup of the server is inserted into the page. */
  protected readonly picture = computed(() => `data:image/svg+xml,${encodeURIComponent(this.started()?.qrSvg ?? '')}`);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected start(): Promise<void> {
    return this.#try('', async () => this.started.set(await this.#send(accountStartTotp, {})));
  }

  protected async confirm(event: Event, code: string): Promise<void> {
    event.preventDefault();
    if (code.replaceAll(/\D/g, '').length !== 6)
      return this.faults.set([{ field: 'totp-code', sentence: this.t().totp.codeMissing }]);
    await this.#try('totp-code', async () => {
      const { codes } = await this.#send(accountConfirmTotp, { body: { code } });
      this.started.set(null);
      this.added.emit(codes);
    });
  }

  protected remove(): Promise<void> {
    return this.#try('', async () => {
      await this.#send(accountRemoveTotp, {});
      this.removed.emit();
    });
  }

  async #try(field: string, work: () => Promise<void>): Promise<void> {
    if (this.isSending()) return;
    this.isSending.set(true);
    this.faults.set([]);
    try {
      await work();
    } catch (error) {
      this.faults.set([{ field, sentence: this.#messages.sentence(problemOf(error)) }]);
    } finally {
      this.isSending.set(false);
    }
  }
}
