import { DOCUMENT } from '@angular/common';
import { Component, inject, input, signal } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { utilisationRetenderPack } from '@tallgrunn/api-client/calls';
import type { UsedAgreementDto } from '@tallgrunn/api-client/shapes';
import { Icon, TextLibrary, texts } from '@tallgrunn/design';
import { insightTexts } from '../texts/insight-texts.ts';

const KEEP_MS = 60_000;

/** Downloads the retender pack in the language of the screen; current prices only on request. */
@Component({
  selector: 'tg-retender-pack',
  imports: [Icon],
  template: `
    <h2 class="ds-heading" data-size="sm">{{ t().use.pack.title }}</h2>
    <p class="tg-text">{{ t().use.pack.lead }}</p>
    <p>
      <label class="choice"
        ><input class="ds-input" type="checkbox" [checked]="prices()" (change)="prices.set(!prices())" />
        {{ t().use.pack.prices }}</label
      >
    </p>
    <p>
      <button class="ds-button" data-variant="secondary" type="button" [attr.aria-busy]="fetching()" (click)="fetch()">
        <tg-icon name="download" />{{ t().use.pack.get }}
      </button>
    </p>
    <p role="status">{{ failed() ? t().use.pack.failed : '' }}</p>
  `,
  styles: `
    .choice {
      align-items: center;
      display: flex;
      gap: var(--tg-gap-sm);
    }
  `,
  host: { class: 'tg-panel' },
})
export class RetenderPack {
  readonly agreement = input.required<UsedAgreementDto>();
  protected readonly t = texts(insightTexts);
  protected readonly prices = signal(false);
  protected readonly fetching = signal(false);
  protected readonly failed = signal(false);
  readonly #send = sender();
  readonly #library = inject(TextLibrary);
  readonly #document = inject(DOCUMENT);

  protected async fetch(): Promise<void> {
    if (this.fetching()) return;
    this.fetching.set(true);
    this.failed.set(false);
    try {
      const { id, number } = this.agreement();
      const bytes = await this.#send(utilisationRetenderPack, {
        agreementId: id,
        language: this.#library.language(),
        prices: this.prices() ? 'shown' : 'hidden',
      });
      this.#save(bytes, this.t().use.pack.file({ number }));
    } catch {
      this.failed.set(true);
    } finally {
      this.fetching.set(false);
    }
  }

  #save(bytes: Blob, name: string): void {
    const link = this.#document.createElement('a');
    link.href = URL.createObjectURL(bytes);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
  }
}
