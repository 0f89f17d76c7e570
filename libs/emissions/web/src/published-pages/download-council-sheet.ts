import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input, signal } from '@angular/core';
import { Session, arrived, problemOf, read, sender } from '@tallgrunn/api-client';
import { combinedFilterOptions, councilSheetsSheet } from '@tallgrunn/api-client/calls';
import type { PublicationDto } from '@tallgrunn/api-client/shapes';
import { Icon, ProblemMessages, TextLibrary, texts } from '@tallgrunn/design';
import { councilSheetTexts } from '../texts/council-sheet-texts.ts';

const RETAINED_MS = 60_000;
const formats = ['pdf', 'pptx', 'docx'] as const;
type Format = (typeof formats)[number];

/** Downloads the council sheet of a publication: of all its municipalities, or of one. A buyer gets its own. */
@Component({
  selector: 'tg-download-council-sheet',
  imports: [Icon],
  template: `
    <h2 class="ds-heading" data-size="xs">{{ t().title }}</h2>
    <p class="tg-text">{{ t().lead }}</p>
    @if (buyers().length > 1) {
      <p class="tg-choice">
        <label class="ds-label" for="council-sheet-buyer">{{ t().who }}</label>
        <select id="council-sheet-buyer" class="ds-input" (change)="choose($event)">
          <option value="">{{ t().all }}</option>
          @for (buyer of buyers(); track buyer.id) {
            <option [value]="buyer.id" [selected]="buyer.id === buyerId()">{{ buyer.name }}</option>
          }
        </select>
      </p>
    }
    <p class="formats">
      @for (format of formats; track format) {
        <button
          class="ds-button"
          [attr.data-variant]="format === 'pdf' ? 'secondary' : 'tertiary'"
          data-size="sm"
          type="button"
          [attr.aria-busy]="busy() === format"
          (click)="download(format)"
        >
          <tg-icon name="download" />{{ t().download[format] }}
        </button>
      }
    </p>
    <p class="tg-subtle tg-text">{{ t().editable }}</p>
    <p role="status">{{ message() }}</p>
  `,
  styles: `
    .formats {
      display: flex;
      flex-wrap: wrap;
      gap: var(--tg-gap-sm);
    }
  `,
  host: { class: 'tg-panel' },
})
export class CouncilSheetDownload {
  readonly publication = input.required<PublicationDto>();
  protected readonly t = texts(councilSheetTexts);
  protected readonly buyerId = signal('');
  protected readonly formats = formats;
  protected readonly busy = signal<Format | null>(null);
  protected readonly message = signal('');
  readonly #session = inject(Session);
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);
  readonly #language = inject(TextLibrary).language;
  readonly #document = inject(DOCUMENT);
  readonly #mayChoose = computed(
    () => this.#session.side() !== 'buyer' && this.#session.permissions().has('combined.read'),
  );
  readonly #choices = read(combinedFilterOptions, () =>
    this.#mayChoose() && this.publication().buyers === null ? {} : undefined,
  );
  /** Municipalities of the publication that the user may choose. */
  protected readonly buyers = computed(() => {
    if (!this.#mayChoose()) return [];
    const all = arrived(this.#choices)?.buyers.map(({ value, label }) => ({ id: value, name: label })) ?? [];
    return this.publication().buyers ?? all;
  });

  protected choose(event: Event): void {
    this.buyerId.set((event.target as HTMLSelectElement).value);
  }

  protected async download(format: Format): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(format);
    this.message.set('');
    try {
      const file = await this.#send(councilSheetsSheet, {
        publicationId: this.publication().id,
        language: this.#language(),
        format,
        ...(this.buyerId() && { buyerId: this.buyerId() }),
      });
      this.#save(file, format);
    } catch (error) {
      this.message.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.busy.set(null);
    }
  }

  #save(file: Blob, format: Format): void {
    const link = this.#document.createElement('a');
    link.href = URL.createObjectURL(file);
    const name = this.buyers().find(({ id }) => id === this.buyerId())?.name ?? null;
    link.download = this.t().fileName({ who: name ?? this.publication().caseNumber, format });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), RETAINED_MS);
  }
}
