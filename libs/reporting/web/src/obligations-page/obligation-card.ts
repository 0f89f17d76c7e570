import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import { FileDrop, StatusTag, Wording, texts } from '@tallgrunn/design';
import { addDays, limits, tableEndings } from '@tallgrunn/values';
import { ChosenFiles, newChosenFile } from '../report-session/selected-files.ts';
import { NilReturn } from '../nil-return/nil-return.ts';
import { obligationName } from '../obligation/obligation-name.ts';
import { describeDue, statusTones, isDue } from '../obligation/obligation-status.ts';
import { TemplateLink } from '../obligation/template-link.ts';
import { todaySignal } from '../obligation/today.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { typedTexts } from '../texts/manual-entry/typed-texts.ts';

/** One obligation: its report, its due date, and an upload area. */
@Component({
  selector: 'tg-obligation-card',
  imports: [FileDrop, NilReturn, RouterLink, StatusTag, TemplateLink],
  templateUrl: './obligation-card.html',
  styleUrl: './obligation-card.css',
})
export class ObligationCard {
  readonly obligation = input.required<ObligationDto>();
  readonly reported = output<string>();
  protected readonly t = texts(reportingTexts);
  protected readonly s = texts(typedTexts);
  protected readonly wording = inject(Wording);
  protected readonly name = obligationName();
  protected readonly limits = limits.report;
  protected readonly endings = tableEndings;
  readonly #router = inject(Router);
  readonly #files = inject(ChosenFiles);
  readonly #today = todaySignal();
  readonly #session = inject(Session);
  protected readonly mayReport = computed(() => this.#session.permissions().has('report.submit'));
  protected readonly tone = computed(() => statusTones[this.obligation().state]);
  protected readonly status = computed(() => {
    const obligation = this.obligation();
    if (obligation.state === 'returned' || obligation.state === 'partly') return this.t().state[obligation.state];
    return isDue(obligation) ? describeDue(obligation, this.#today(), this.t()) : this.t().state[obligation.state];
  });
  protected readonly lastDay = computed(() => addDays(this.obligation().period.end, -1));

  /** Name of a file that was started and not sent. */
  protected readonly begun = signal<string | null>(null);

  constructor() {
    effect(() => {
      const { id } = this.obligation();
      if (this.mayReport()) void this.#files.nameOfBegun(id).then((name) => this.begun.set(name));
    });
  }

  /** The report page takes over the file and checks it. */
  protected async take(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    this.#files.keep(this.obligation().id, newChosenFile(file));
    await this.#router.navigate(['/reports', this.obligation().id]);
  }
}
