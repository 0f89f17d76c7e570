import { Component, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { accountRemovePasskey } from '@tallgrunn/api-client/calls';
import type { PasskeyDto } from '@tallgrunn/api-client/shapes';
import { ErrorSummary, Field, ProblemMessages, fieldError, texts, type FormError } from '@tallgrunn/design';
import { BrowserPasskeys, NoPasskey } from './passkeys.ts';
import { accountTexts } from './texts/account-texts.ts';

/** The person's passkeys, and a form that adds one. */
@Component({
  selector: 'tg-passkeys-section',
  imports: [ErrorSummary, Field],
  template: `
    <section class="tg-stack" aria-labelledby="passkeys-heading">
      <h2 id="passkeys-heading" class="ds-heading" data-size="xs">{{ t().passkeys.title }}</h2>
      <p>{{ t().passkeys.lead }}</p>
      <tg-error-summary [faults]="faults()" />
      @if (passkeys().length > 0) {
        <ul class="ds-list">
          @for (passkey of passkeys(); track passkey.id) {
            <li>
              <strong>{{ passkey.name }}</strong> {{ t().passkeys.added({ at: passkey.createdAt }) }}
              {{ t().passkeys.used({ at: passkey.lastUsedAt }) }}
              <button
                class="ds-button"
                data-size="sm"
                data-variant="secondary"
                type="button"
                [attr.aria-label]="t().passkeys.removeNamed({ name: passkey.name })"
                (click)="remove(passkey.id)"
              >
                {{ t().passkeys.remove }}
              </button>
            </li>
          }
        </ul>
      } @else {
        <p class="tg-subtle">{{ t().passkeys.none }}</p>
      }
      @if (browser.isSupported) {
        <form class="tg-form" novalidate (submit)="add($event, name.value)">
          <tg-field
            for="passkey-name"
            [label]="t().passkeys.name"
            [help]="t().passkeys.nameHelp"
            [error]="faultAt(faults(), 'passkey-name')"
          >
            <input #name id="passkey-name" class="ds-input" autocomplete="off" maxlength="100" />
          </tg-field>
          <button class="ds-button" type="submit" [attr.aria-busy]="isSending()">{{ t().passkeys.add }}</button>
        </form>
      } @else {
        <p class="tg-subtle">{{ t().passkeys.unsupported }}</p>
      }
    </section>
  `,
})
export class PasskeysSection {
  readonly passkeys = input.required<readonly PasskeyDto[]>();
  /** Emits the recovery codes of the first factor. */
  readonly added = output<readonly string[]>();
  readonly removed = output();
  protected readonly t = texts(accountTexts);
  protected readonly browser = inject(BrowserPasskeys);
  protected readonly faultAt = fieldError;
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly isSending = signal(false);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected async add(event: Event, name: string): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    if (name.trim() === '')
      return this.faults.set([{ field: 'passkey-name', sentence: this.t().passkeys.nameMissing }]);
    await this.#try(async () => this.added.emit(await this.browser.add(name.trim())));
  }

  protected remove(passkeyId: string): Promise<void> {
    return this.#try(async () => {
      await this.#send(accountRemovePasskey, { passkeyId });
      this.removed.emit();
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.isSending.set(true);
    this.faults.set([]);
    try {
      await work();
    } catch (error) {
      this.faults.set([
        {
          field: '',
          sentence: error instanceof NoPasskey ? this.t().passkeys.failed : this.#messages.sentence(problemOf(error)),
        },
      ]);
    } finally {
      this.isSending.set(false);
    }
  }
}
