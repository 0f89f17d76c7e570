import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { partyInvitationsInviteSupplier } from '@tallgrunn/api-client/calls';
import type { OnboardingDto } from '@tallgrunn/api-client/shapes';
import { Field, ProblemMessages, texts } from '@tallgrunn/design';
import { registerTexts } from '../texts/register-texts.ts';

/** The e-mail to one supplier, sent as an invitation with a new link. */
@Component({
  selector: 'tg-reminder-email',
  imports: [Field],
  template: `
    <section class="tg-panel tg-stack">
      <h2 class="ds-heading" data-size="2xs" id="letter" tabindex="-1">
        {{ t().board.letterTitle({ name: supplier().name }) }}
      </h2>
      @if (sent()) {
        <div class="ds-alert" data-color="success" role="status">
          <p>{{ t().board.sent({ email: sent() }) }}</p>
        </div>
        <p>
          <button class="ds-button" data-variant="tertiary" type="button" (click)="closed.emit(true)">
            {{ t().board.close }}
          </button>
        </p>
      } @else {
        <p class="tg-subtle">{{ t().board.letterHelp }}</p>
        <blockquote>{{ t().board.letter({ name: supplier().name }) }}</blockquote>
        <form class="tg-form" novalidate (submit)="send($event)">
          <tg-field for="letter-email" [label]="t().board.email" [error]="fault()">
            <input
              id="letter-email"
              class="ds-input"
              type="email"
              autocomplete="off"
              [value]="email()"
              (input)="write($event)"
            />
          </tg-field>
          <div class="tg-row">
            <button class="ds-button" type="submit" [attr.aria-busy]="sending()">{{ t().board.send }}</button>
            <button class="ds-button" data-variant="tertiary" type="button" (click)="closed.emit(false)">
              {{ t().board.close }}
            </button>
          </div>
        </form>
      }
    </section>
  `,
  styles: `
    blockquote {
      border-inline-start: 3px solid var(--ds-color-neutral-border-subtle);
      margin: 0;
      max-width: var(--tg-measure);
      padding-inline-start: var(--tg-gap);
    }
  `,
})
export class ReminderEmail {
  readonly supplier = input.required<OnboardingDto>();
  /** True when an e-mail was sent. */
  readonly closed = output<boolean>();
  protected readonly t = texts(registerTexts);
  protected readonly email = linkedSignal(() => this.supplier().email ?? '');
  protected readonly fault = signal('');
  protected readonly sending = signal(false);
  protected readonly sent = signal('');
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected write(event: Event): void {
    this.email.set((event.target as HTMLInputElement).value);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const email = this.email().trim();
    this.fault.set(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? '' : this.t().board.emailMissing);
    if (this.fault() || this.sending()) return;
    this.sending.set(true);
    try {
      await this.#send(partyInvitationsInviteSupplier, {
        supplierId: this.supplier().supplierId,
        body: { email, obligationId: this.supplier().obligation?.id ?? null },
      });
      this.sent.set(email);
    } catch (error) {
      this.fault.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.sending.set(false);
    }
  }
}
