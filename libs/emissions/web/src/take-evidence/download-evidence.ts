import { Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { sender } from '@tallgrunn/api-client';
import { publicationsEvidenceProgress } from '@tallgrunn/api-client/calls';
import type { EvidenceProgressDto } from '@tallgrunn/api-client/shapes';
import { Progress, texts } from '@tallgrunn/design';
import { publishedTexts } from '../texts/published-texts.ts';

const POLL_MS = 1500;
/**
 * Number of consecutive responses without progress after which polling ends: the pack is finished, or the browser never
 * requested it.
 */
const EMPTY_RESPONSES_MAX = 3;

/** Downloads the evidence pack of a run or of a publication, and shows its progress. */
@Component({
  selector: 'tg-download-evidence',
  imports: [Progress],
  template: `
    <p>
      <a class="ds-button" data-variant="secondary" data-size="sm" download [href]="address()" (click)="watch()">{{
        t().evidence.act
      }}</a>
    </p>
    <p class="tg-subtle tg-text">{{ t().evidence.note }}</p>
    @if (watching()) {
      <tg-progress [what]="t().evidence.writing" [done]="pack()?.rows ?? 0" [total]="pack()?.rowsTotal ?? 0" />
    }
    <p class="tg-subtle tg-text" role="status">{{ written() ? t().evidence.written : '' }}</p>
  `,
})
export class DownloadEvidence {
  readonly run = input.required<number>();
  /** Limits the pack to a publication; default: the whole run. */
  readonly publication = input<string>();
  protected readonly t = texts(publishedTexts);
  protected readonly watching = signal(false);
  protected readonly written = signal(false);
  protected readonly pack = signal<EvidenceProgressDto | null>(null);
  protected readonly address = computed(
    () =>
      `/api/v1/emissions/runs/${this.run()}/evidence-pack.zip${this.publication() ? `?publication=${this.publication()}` : ''}`,
  );
  readonly #send = sender();
  #timer: ReturnType<typeof setInterval> | undefined;
  #nothing = 0;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearInterval(this.#timer));
  }

  protected watch(): void {
    clearInterval(this.#timer);
    this.#nothing = 0;
    this.pack.set(null);
    this.written.set(false);
    this.watching.set(true);
    this.#timer = setInterval(() => void this.ask(), POLL_MS);
  }

  /** Polls the progress; stops when the server no longer writes the pack. */
  protected async ask(): Promise<void> {
    const { pack } = await this.#send(publicationsEvidenceProgress, {}).catch(() => ({ pack: null }));
    if (pack) {
      this.#nothing = 0;
      this.pack.set(pack);
      return;
    }
    this.#nothing += 1;
    if (!this.pack() && this.#nothing < EMPTY_RESPONSES_MAX) return;
    clearInterval(this.#timer);
    this.written.set(this.pack() !== null);
    this.watching.set(false);
  }
}
