import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { RouterLink } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import { Progress, texts } from '@tallgrunn/design';
import { shellTexts } from '../texts/shell-texts.ts';

const pollIntervalMs = 2000;

/** Banner on every page of a demo: states that its data is fictitious, its date, and how far it is loaded. */
@Component({
  selector: 'tg-demo-banner',
  imports: [Progress, RouterLink],
  templateUrl: './demo-banner.html',
  styleUrl: './demo-banner.css',
})
export class DemoBanner {
  protected readonly t = texts(shellTexts);
  protected readonly instance = inject(Session).instance;
  protected readonly loading = computed(() => this.instance()?.loading ?? null);
  protected readonly justLoaded = signal(false);
  readonly #session = inject(Session);
  readonly #document = inject(DOCUMENT);

  constructor() {
    const timer = setInterval(() => void this.#loadState(), pollIntervalMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected reload(): void {
    this.#document.location.reload();
  }

  /** Polls only while the demo is being loaded. Errors are ignored and the next poll retries. */
  async #loadState(): Promise<void> {
    if (!this.loading()) return;
    try {
      const { instance } = await this.#session.refresh();
      if (!instance.loading) this.justLoaded.set(true);
    } catch {
      // the next round asks again
    }
  }
}
