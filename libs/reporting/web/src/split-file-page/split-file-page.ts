import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { obligationsList } from '@tallgrunn/api-client/calls';
import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import { messageOf, type ObligationShare } from '@tallgrunn/checks';
import {
  FileDrop,
  Loaded,
  PageHeader,
  ProblemMessages,
  StatusTag,
  TextLibrary,
  Wording,
  texts,
} from '@tallgrunn/design';
import { limits, tableEndings } from '@tallgrunn/values';
import { ChosenFiles, newChosenFile } from '../report-session/selected-files.ts';
import { obligationName } from '../obligation/obligation-name.ts';
import { byUrgency, isDue } from '../obligation/obligation-status.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { severalTexts } from '../texts/split-file-texts.ts';
import { SplitFile } from './split-file.ts';
import { SplitFileStore } from './split-file-store.ts';
import { UnclaimedLines } from './unclaimed-lines.ts';

interface SplitPart {
  readonly share: ObligationShare;
  readonly obligation: ObligationDto;
  readonly sent: boolean;
}

/** One file for several reports: the division, and a link to send each part. */
@Component({
  selector: 'tg-split-file-page',
  imports: [FileDrop, Loaded, PageHeader, RouterLink, StatusTag, UnclaimedLines],
  providers: [SplitFile],
  templateUrl: './split-file-page.html',
  styleUrl: './split-file-page.css',
})
export class SplitFilePage {
  protected readonly t = texts(reportingTexts);
  protected readonly s = texts(severalTexts);
  protected readonly wording = inject(Wording);
  protected readonly words = inject(ProblemMessages);
  protected readonly divide = inject(SplitFile);
  protected readonly several = inject(SplitFileStore);
  protected readonly name = obligationName();
  protected readonly limits = limits.report;
  protected readonly endings = tableEndings;
  protected readonly obligations = read(obligationsList);
  protected readonly choosing = signal(false);
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #files = inject(ChosenFiles);
  readonly #library = inject(TextLibrary);
  protected readonly mayReport = computed(() => this.#session.permissions().has('report.submit'));
  readonly #waiting = computed(() => byUrgency((arrived(this.obligations) ?? []).filter(isDue)));
  protected readonly parts = computed((): readonly SplitPart[] => {
    const known = new Map((arrived(this.obligations) ?? []).map((obligation) => [obligation.id, obligation]));
    return (this.several.split()?.shares ?? []).flatMap((share) => {
      const obligation = known.get(share.id);
      return obligation ? [{ share, obligation, sent: this.several.sent().has(share.id) }] : [];
    });
  });
  protected readonly unreadable = computed(() => {
    const finding = this.divide.finding();
    return finding ? messageOf(finding, this.#library.language()) : '';
  });

  protected readonly unclaimed = computed(() =>
    (this.several.split()?.unclaimed.lines ?? []).map((line) => ({ ...line, candidates: [...line.candidates] })),
  );

  constructor() {
    effect(() => {
      const waiting = this.#waiting();
      if (waiting.length > 0 && this.several.file() && !this.several.split())
        untracked(() => void this.divide.run(waiting));
    });
  }

  protected take(files: readonly File[]): void {
    const [file] = files;
    if (!file) return;
    this.choosing.set(false);
    this.several.take(file);
  }

  protected again(): void {
    void this.divide.run(this.#waiting());
  }

  /** The report page takes over its part of the file and checks it. */
  protected async check({ share }: SplitPart): Promise<void> {
    const [file, split] = [this.several.file(), this.several.split()];
    if (!file || !split) return;
    const elsewhere = split.shares.filter(({ id }) => id !== share.id).flatMap(({ rows }) => rows);
    this.#files.keep(share.id, {
      ...newChosenFile(file),
      share: {
        rows: share.rows,
        division: { elsewhere, columns: split.columns },
        together: this.several.together,
        lines: share.lines,
        of: split.lines,
      },
    });
    await this.#router.navigate(['/reports', share.id]);
  }
}
