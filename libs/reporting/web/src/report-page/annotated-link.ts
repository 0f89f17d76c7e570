import { Component, inject, signal } from '@angular/core';
import { annotatedName } from '@tallgrunn/checks';
import { Icon, TextLibrary, texts } from '@tallgrunn/design';
import { ReportStore } from '../report-session/report-store.ts';
import { fileSaver } from '../obligation/save-file.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';

/**
 * Downloads the file with its findings: from the browser before anything is sent, from the server once it has checked
 * the file.
 */
@Component({
  selector: 'tg-annotated-link',
  imports: [Icon],
  template: `
    <p class="tg-row">
      <button
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        type="button"
        aria-describedby="annotated-help"
        [attr.aria-busy]="making()"
        (click)="make()"
      >
        <tg-icon name="download" />{{ t().check.annotated }}
      </button>
      <span id="annotated-help" class="tg-subtle">{{ t().check.annotatedHelp }}</span>
    </p>
    @if (failed()) {
      <p class="ds-alert" data-color="warning" role="alert">{{ t().check.annotatedFailed }}</p>
    }
  `,
})
export class AnnotatedLink {
  protected readonly t = texts(reportingTexts);
  protected readonly making = signal(false);
  protected readonly failed = signal(false);
  readonly #desk = inject(ReportStore);
  readonly #language = inject(TextLibrary).language;
  readonly #save = fileSaver();

  protected async make(): Promise<void> {
    const name = this.#desk.file()?.name;
    if (this.making() || name === undefined) return;
    this.making.set(true);
    try {
      const bytes = await this.#desk.annotated(this.#language());
      this.failed.set(bytes === null);
      if (bytes) this.#save(bytes, annotatedName(name, this.#language()));
    } catch {
      this.failed.set(true);
    } finally {
      this.making.set(false);
    }
  }
}
