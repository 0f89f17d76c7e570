import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { dutiesDuties } from '@tallgrunn/api-client/calls';
import type { DutyShape } from '@tallgrunn/api-client/shapes';
import { messageOf, type DutyShare } from '@tallgrunn/checks';
import { FileDrop, Loaded, PageHeader, ProblemWords, StatusTag, TextLibrary, Wording, texts } from '@tallgrunn/design';
import { limits, tableEndings } from '@tallgrunn/values';
import { ChosenFiles, untouched } from '../desk/chosen-files.ts';
import { dutyName } from '../standing/duty-name.ts';
import { byUrgency, waits } from '../standing/duty-standing.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { severalTexts } from '../texts/several-texts.ts';
import { DivideFile } from './divide-file.ts';
import { SeveralFile } from './several-file.ts';
import { UnclaimedLines } from './unclaimed-lines.ts';

interface Part {
  readonly share: DutyShare;
  readonly duty: DutyShape;
  readonly sent: boolean;
}

/** One file for several reports: the division, and a link to send each part. */
@Component({
  selector: 'tg-several-page',
  imports: [FileDrop, Loaded, PageHeader, RouterLink, StatusTag, UnclaimedLines],
  providers: [DivideFile],
  templateUrl: './several-page.html',
  styleUrl: './several-page.css',
})
export class SeveralPage {
  protected readonly t = texts(reportingTexts);
  protected readonly s = texts(severalTexts);
  protected readonly wording = inject(Wording);
  protected readonly words = inject(ProblemWords);
  protected readonly divide = inject(DivideFile);
  protected readonly several = inject(SeveralFile);
  protected readonly name = dutyName();
  protected readonly limits = limits.report;
  protected readonly endings = tableEndings;
  protected readonly duties = read(dutiesDuties);
  protected readonly choosing = signal(false);
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #files = inject(ChosenFiles);
  readonly #library = inject(TextLibrary);
  protected readonly mayReport = computed(() => this.#session.permissions().has('report.submit'));
  readonly #waiting = computed(() => byUrgency((arrived(this.duties) ?? []).filter(waits)));
  protected readonly parts = computed((): readonly Part[] => {
    const known = new Map((arrived(this.duties) ?? []).map((duty) => [duty.id, duty]));
    return (this.several.split()?.shares ?? []).flatMap((share) => {
      const duty = known.get(share.id);
      return duty ? [{ share, duty, sent: this.several.sent().has(share.id) }] : [];
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
  protected async check({ share }: Part): Promise<void> {
    const [file, split] = [this.several.file(), this.several.split()];
    if (!file || !split) return;
    const elsewhere = split.shares.filter(({ id }) => id !== share.id).flatMap(({ rows }) => rows);
    this.#files.keep(share.id, {
      ...untouched(file),
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
