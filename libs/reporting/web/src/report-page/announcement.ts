import { Component, DOCUMENT, afterRenderEffect, computed, inject } from '@angular/core';
import { texts } from '@tallgrunn/design';
import { ReportStore } from '../report-session/report-store.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';

/** Announces the check result to screen readers, and moves the focus to the step that requires input. */
@Component({
  selector: 'tg-announcement',
  template: `<p class="ds-sr-only" aria-live="polite">{{ said() }}</p>`,
})
export class Announcement {
  readonly #desk = inject(ReportStore);
  readonly #t = texts(reportingTexts);
  readonly #document = inject(DOCUMENT);
  #movedFor: File | null = null;

  protected readonly said = computed(() => {
    const [file, verdict] = [this.#desk.file(), this.#desk.verdict()];
    if (!file) return '';
    if (!verdict) return this.#t().report.announce.reading({ name: file.name });
    const codes = (...severities: string[]) =>
      new Set(verdict.groups.filter(({ severity }) => severities.includes(severity)).map(({ code }) => code)).size;
    return this.#t().report.announce.checked({
      lines: verdict.rows,
      stops: codes('blocksFile', 'blocksRow'),
      questions: codes('confirm'),
      remarks: codes('info'),
    });
  });

  constructor() {
    afterRenderEffect(() => this.#move(this.#desk.file(), this.#desk.readiness()?.ready));
  }

  /**
   * Moves the focus once per file, after its first check, and only when the user is not active elsewhere on the page.
   */
  #move(file: File | null, ready: boolean | undefined): void {
    if (!file) this.#movedFor = null;
    if (!file || ready === undefined || this.#movedFor === file) return;
    this.#movedFor = file;
    const { activeElement, body } = this.#document;
    const idle =
      !activeElement ||
      activeElement === body ||
      ['MAIN', 'H1'].includes(activeElement.tagName) ||
      activeElement.closest('tg-file-drop') !== null;
    if (idle) this.#document.getElementById(ready ? 'step-4' : 'step-3')?.focus({ preventScroll: true });
  }
}
