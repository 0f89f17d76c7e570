import { Service, computed, inject, signal } from '@angular/core';
import { Session } from '@tallgrunn/api-client';
import type { ReportSplit } from '@tallgrunn/checks';

/** A file for several reports, its division, and the reports already sent. Retained while the site is open. */
@Service()
export class SplitFileStore {
  readonly #file = signal<File | null>(null);
  readonly #split = signal<ReportSplit | null>(null);
  readonly #sent = signal<ReadonlySet<string>>(new Set());
  readonly file = this.#file.asReadonly();
  readonly split = this.#split.asReadonly();
  readonly sent = this.#sent.asReadonly();
  /** Number of reports with lines in the file that are not sent yet. */
  readonly left = computed(() => this.#split()?.shares.filter(({ id }) => !this.#sent().has(id)).length ?? 0);
  /** Ids of the obligations it was divided among; unchanged as reports are sent. */
  together: readonly string[] = [];

  constructor() {
    inject(Session).whenLeft(() => this.forget());
  }

  take(file: File): void {
    this.forget();
    this.#file.set(file);
  }

  divided(split: ReportSplit, together: readonly string[]): void {
    this.together = together;
    this.#split.set(split);
  }

  wasSent(obligationId: string): void {
    this.#sent.update((sent) => new Set([...sent, obligationId]));
  }

  forget(): void {
    this.#file.set(null);
    this.#split.set(null);
    this.#sent.set(new Set());
  }
}
