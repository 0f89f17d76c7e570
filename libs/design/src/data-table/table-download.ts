import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, input, signal } from '@angular/core';
import { formatDate, osloDate } from '@tallgrunn/values';
import { PrintContext } from '../print/print-context.ts';
import { designTexts } from '../texts/design-texts.ts';
import { TextLibrary, texts } from '../texts/text-library.ts';
import { DOWNLOAD_ROWS_MAX, type AllRows, type FetchAllRows } from './all-rows.ts';
import type { Column } from './column.ts';
import { tableContent } from './table-file.ts';

const kinds = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
} as const;
type Kind = keyof typeof kinds;

let instanceCount = 0;

/** Downloads the rows of a table as filtered and sorted, with the visible columns, in the user's language. */
@Component({
  selector: 'tg-table-download',
  template: `
    <button class="ds-button" data-variant="tertiary" data-size="sm" type="button" [attr.popovertarget]="id">
      {{ t().download.open }}
    </button>
    <div class="ds-popover" popover data-placement="bottom-end" [id]="id">
      <div class="acts">
        @for (kind of offered; track kind) {
          <button
            class="ds-button"
            data-variant="tertiary"
            data-size="sm"
            type="button"
            [attr.aria-busy]="busy() === kind"
            (click)="download(kind)"
          >
            {{ t().download[kind] }}
          </button>
        }
        <p class="tg-subtle">{{ scope() }}</p>
        <p role="status">{{ status() }}</p>
      </div>
    </div>
  `,
  styles: `
    .acts {
      display: grid;
      gap: var(--tg-gap-sm);
      max-inline-size: 20rem;
    }

    p {
      margin: 0;
    }

    p:empty {
      display: none;
    }
  `,
})
export class TableDownload<T> {
  readonly caption = input.required<string>();
  readonly rows = input.required<readonly T[]>();
  readonly columns = input.required<readonly Column<T>[]>();
  /** True when more rows exist than are loaded. */
  readonly hasMore = input(false);
  readonly allRows = input<FetchAllRows<T>>();

  protected readonly t = texts(designTexts);
  protected readonly id = `tg-download-${(instanceCount += 1)}`;
  protected readonly offered: readonly Kind[] = ['xlsx', 'csv'];
  protected readonly busy = signal<Kind | null>(null);
  protected readonly status = signal('');
  readonly #library = inject(TextLibrary);
  readonly #printed = inject(PrintContext);
  readonly #document = inject(DOCUMENT);
  protected readonly scope = computed(() => {
    const { download } = this.t();
    if (this.allRows()) return download.scopeAll({ max: DOWNLOAD_ROWS_MAX });
    return this.hasMore() ? download.scopeShown({ count: this.rows().length }) : download.scope;
  });

  protected async download(kind: Kind): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(kind);
    try {
      const all = await this.#rows();
      this.#save(await this.#write(kind, all), kind);
      this.status.set(this.t().download.done({ count: all.rows.length, isCut: all.isCut }));
    } catch {
      this.status.set(this.t().download.failed);
    } finally {
      this.busy.set(null);
    }
  }

  async #rows(): Promise<AllRows<T>> {
    const fetchAll = this.allRows();
    if (!fetchAll) return { rows: this.rows(), isCut: this.hasMore() };
    return fetchAll((count) => this.status.set(this.t().download.fetching({ count })));
  }

  async #write(kind: Kind, { rows, isCut }: AllRows<T>): Promise<Blob> {
    const { writeCsv, writeXlsx } = await import('@tallgrunn/tabular');
    const language = this.#library.language();
    const content = tableContent(rows, this.columns(), language);
    const day = formatDate(osloDate(new Date()), language);
    const titles = [
      this.#printed.describe('', this.caption()),
      this.t().download.title({ day, count: rows.length, isCut }),
    ];
    const pieces =
      kind === 'xlsx'
        ? writeXlsx([{ name: this.caption(), titles, ...content }])
        : writeCsv(content, language === 'en' ? { delimiter: ',', decimal: '.' } : {});
    const parts: BlobPart[] = [];
    for await (const piece of pieces) parts.push(piece as Uint8Array<ArrayBuffer>);
    return new Blob(parts, { type: kinds[kind] });
  }

  #save(bytes: Blob, kind: Kind): void {
    const name = this.caption()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60);
    const link = this.#document.createElement('a');
    link.href = URL.createObjectURL(bytes);
    link.download = `${name}-${osloDate(new Date())}.${kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}
