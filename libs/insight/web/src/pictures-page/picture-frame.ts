import { DOCUMENT } from '@angular/common';
import { Component, contentChild, inject, input, signal, type ElementRef } from '@angular/core';
import { ChartFrame, Icon, TextLibrary, texts, type ChartRow } from '@tallgrunn/design';
import { osloDate } from '@tallgrunn/values';
import { picturesTexts } from '../texts/pictures-texts.ts';
import { pngOf, standaloneSvg, type PictureTexts } from './save-picture.ts';

const RETAINED_MS = 60_000;
const formats = ['svg', 'png', 'csv'] as const;
type Format = (typeof formats)[number];

/** A picture with its finding, definition and source, its table behind a button, and its downloads. */
@Component({
  selector: 'tg-picture-frame',
  imports: [ChartFrame, Icon],
  template: `
    <tg-chart-frame
      [finding]="finding()"
      [subtitle]="subtitle()"
      [basis]="source()"
      [heads]="heads()"
      [rows]="rows()"
      [unit]="unit()"
    >
      <ng-content />
      <div below class="downloads" role="group" [attr.aria-label]="t().downloads">
        @for (format of formats; track format) {
          <button
            class="ds-button"
            data-variant="tertiary"
            data-size="sm"
            type="button"
            [attr.aria-busy]="busy() === format"
            (click)="save(format)"
          >
            <tg-icon name="download" />{{ t().download[format] }}
          </button>
        }
        <p role="status">{{ failed() ? t().failed : '' }}</p>
      </div>
    </tg-chart-frame>
  `,
  styles: `
    .downloads {
      display: flex;
      flex-wrap: wrap;
      gap: var(--tg-gap-sm);
    }

    p {
      margin: 0;
    }

    @media print {
      .downloads {
        display: none;
      }
    }
  `,
})
export class PictureFrame {
  readonly finding = input.required<string>();
  /** Measure, unit, who and when. */
  readonly subtitle = input.required<string>();
  readonly source = input.required<string>();
  readonly description = input.required<string>();
  readonly heads = input.required<readonly string[]>();
  readonly rows = input.required<readonly ChartRow[]>();
  readonly unit = input('');
  readonly picture = contentChild.required<ElementRef<SVGSVGElement>>('picture');
  protected readonly t = texts(picturesTexts);
  protected readonly formats = formats;
  protected readonly busy = signal<Format | null>(null);
  protected readonly failed = signal(false);
  readonly #document = inject(DOCUMENT);
  readonly #language = inject(TextLibrary).language;

  protected async save(format: Format): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(format);
    this.failed.set(false);
    try {
      this.#download(await this.#fileOf(format), format);
    } catch {
      this.failed.set(true);
    } finally {
      this.busy.set(null);
    }
  }

  async #fileOf(format: Format): Promise<Blob> {
    if (format === 'csv') return this.#csv();
    const picture = this.#svg();
    return format === 'png'
      ? pngOf(picture, this.#document)
      : new Blob([picture.text], { type: 'image/svg+xml;charset=utf-8' });
  }

  #svg() {
    const styles = getComputedStyle(this.#document.documentElement);
    const about: PictureTexts = {
      title: this.finding(),
      subtitle: this.subtitle(),
      source: this.source(),
      description: this.description(),
    };
    return standaloneSvg(this.picture().nativeElement, about, (name) => styles.getPropertyValue(name).trim());
  }

  async #csv(): Promise<Blob> {
    const { writeCsv } = await import('@tallgrunn/tabular');
    const content = {
      columns: this.heads().map((header) => ({ header })),
      rows: this.rows().map(({ label, cells }) => [label, ...cells]),
    };
    const pieces = writeCsv(content, this.#language() === 'en' ? { delimiter: ',', decimal: '.' } : {});
    const parts: BlobPart[] = [];
    for await (const piece of pieces) parts.push(piece as Uint8Array<ArrayBuffer>);
    return new Blob(parts, { type: 'text/csv;charset=utf-8' });
  }

  #download(file: Blob, format: Format): void {
    const name = this.finding()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60);
    const link = this.#document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${name}-${osloDate(new Date())}.${format}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), RETAINED_MS);
  }
}
