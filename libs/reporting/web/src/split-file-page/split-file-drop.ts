import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import { FileDrop, Wording, texts } from '@tallgrunn/design';
import { limits, tableEndings } from '@tallgrunn/values';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { severalTexts } from '../texts/split-file-texts.ts';
import { SplitFileStore } from './split-file-store.ts';

/** Upload area for a file with lines for several reports. */
@Component({
  selector: 'tg-split-file-drop',
  imports: [FileDrop],
  template: `
    @if (mayReport()) {
      <article class="ds-card">
        <h2 class="ds-heading" data-size="xs">{{ s().drop }}</h2>
        <p class="tg-subtle">{{ s().dropHelp }}</p>
        <tg-file-drop
          [kinds]="t().fileKinds"
          [endings]="endings"
          [sizeBytesMax]="limits.checkedInBrowserBytesMax"
          [limits]="t().fileLimits({ rows: limits.rowsMax, columns: limits.columnsMax })"
          (taken)="take($event)"
        />
      </article>
    }
  `,
})
export class SplitFileDrop {
  protected readonly t = texts(reportingTexts);
  protected readonly s = texts(severalTexts);
  protected readonly wording = inject(Wording);
  protected readonly limits = limits.report;
  protected readonly endings = tableEndings;
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #several = inject(SplitFileStore);
  protected readonly mayReport = computed(() => this.#session.permissions().has('report.submit'));

  protected async take(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    this.#several.take(file);
    await this.#router.navigate(['/reports/split-file']);
  }
}
