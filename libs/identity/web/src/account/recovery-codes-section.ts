import { Component, inject, input, output, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { accountReplaceRecoveryCodes } from '@tallgrunn/api-client/calls';
import { ErrorSummary, ProblemMessages, texts, type FormError } from '@tallgrunn/design';
import { AutoFocus } from '../admission/auto-focus.ts';
import { accountTexts } from './texts/account-texts.ts';

/** Number of recovery codes left; new codes are shown once. */
@Component({
  selector: 'tg-recovery-codes-section',
  imports: [ErrorSummary, AutoFocus],
  template: `
    @if (codes().length > 0) {
      <section class="ds-alert tg-stack" data-color="info" aria-labelledby="new-codes-heading">
        <h2 id="new-codes-heading" class="ds-heading" data-size="xs" tgTakesFocus>{{ t().codes.newTitle }}</h2>
        <p>{{ t().codes.newLead }}</p>
        <ul class="codes">
          @for (code of codes(); track code) {
            <li>
              <code>{{ code }}</code>
            </li>
          }
        </ul>
        <p role="status">{{ isCopied() ? t().codes.copied : '' }}</p>
        <p class="tg-row">
          <button class="ds-button" data-variant="secondary" type="button" (click)="copy()">
            {{ t().codes.copy }}
          </button>
          <button class="ds-button" type="button" (click)="hidden.emit()">{{ t().codes.hide }}</button>
        </p>
      </section>
    } @else if (hasFactor()) {
      <section class="tg-stack" aria-labelledby="codes-heading">
        <h2 id="codes-heading" class="ds-heading" data-size="xs">{{ t().codes.title }}</h2>
        <p>{{ t().codes.lead }} {{ t().codes.left({ count: left() }) }}</p>
        <tg-error-summary [faults]="faults()" />
        <p class="tg-row">
          <button
            class="ds-button"
            data-size="sm"
            data-variant="secondary"
            type="button"
            aria-describedby="replace-codes-help"
            (click)="replace()"
          >
            {{ t().codes.replace }}
          </button>
          <span id="replace-codes-help" class="tg-subtle">{{ t().codes.replaceHelp }}</span>
        </p>
      </section>
    }
  `,
  styles: `
    .codes {
      columns: 2 14rem;
      list-style: none;
      padding: 0;
    }
  `,
})
export class RecoveryCodesSection {
  /** New codes; empty when there are none to show. */
  readonly codes = input.required<readonly string[]>();
  readonly left = input.required<number>();
  readonly hasFactor = input.required<boolean>();
  readonly made = output<readonly string[]>();
  readonly hidden = output();
  protected readonly t = texts(accountTexts);
  protected readonly faults = signal<readonly FormError[]>([]);
  protected readonly isCopied = signal(false);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);

  protected async replace(): Promise<void> {
    this.faults.set([]);
    try {
      const { codes } = await this.#send(accountReplaceRecoveryCodes, {});
      this.isCopied.set(false);
      this.made.emit(codes);
    } catch (error) {
      this.faults.set([{ field: '', sentence: this.#messages.sentence(problemOf(error)) }]);
    }
  }

  /** If the browser denies access to the clipboard, the codes stay visible. */
  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.codes().join('\n')).then(
      () => this.isCopied.set(true),
      () => this.isCopied.set(false),
    );
  }
}
