import { Component, computed, inject, input, signal } from '@angular/core';
import {
  kindsOf,
  labelOf,
  questionsAtOnce,
  questionsFrom,
  questionsOf,
  titleOf,
  type FindingKind,
} from '@tallgrunn/checks';
import { Progress, TextLibrary, Wording, texts } from '@tallgrunn/design';
import type { Change } from '../desk/chosen-files.ts';
import { ReportDesk } from '../desk/report-desk.ts';
import { FindingKindCard } from '../findings/finding-kind.ts';
import { RowGrid } from '../row-grid/row-grid.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { AnnotatedLink } from './annotated-link.ts';
import { RememberedPart } from './remembered-part.ts';
import { KeepPlace } from './keep-place.ts';
import { Step, type StepState } from './step.ts';

/** ③ All that was found, by cause: what stops, what is asked, what was only noted, and what was corrected here. */
@Component({
  selector: 'tg-check-step',
  imports: [AnnotatedLink, RowGrid, FindingKindCard, KeepPlace, Progress, RememberedPart, Step],
  templateUrl: './check-step.html',
  styleUrl: './check-step.css',
})
export class CheckStep {
  readonly shownNo = input<number | null>(null);
  /** What is said of the findings where nothing is sent, in the place of what is said of sending. */
  readonly openHelp = input('');
  protected readonly t = texts(reportingTexts);
  protected readonly desk = inject(ReportDesk);
  readonly #language = inject(TextLibrary).language;
  protected readonly wording = inject(Wording);
  protected readonly atOnce = questionsAtOnce;
  readonly #groups = computed(() =>
    (this.desk.verdict()?.groups ?? []).filter(
      ({ code }) => (this.desk.whole() && this.desk.takesReasons()) || code !== 'cannot-be-judged',
    ),
  );
  readonly #asked = computed(() => questionsOf(this.#groups()));
  readonly #open = computed(() => this.#asked().filter((kind) => !this.desk.isSettled(kind)));
  readonly #from = signal(0);
  /** What is put now: seven at most, by what they come to. */
  protected readonly page = computed(() => questionsFrom(this.#open(), this.#from()));
  protected readonly openCount = computed(() => this.#open().length);
  protected readonly settled = computed(() => this.#asked().filter((kind) => this.desk.isSettled(kind)));
  protected readonly remarks = computed(() => kindsOf(this.#groups()).filter(({ severity }) => severity === 'info'));
  protected readonly remarkCount = computed(() => this.remarks().length);
  protected readonly holdsRows = computed(() => this.page().shown.some(({ severity }) => severity === 'blocksRow'));
  protected readonly stopsFile = computed(() => this.page().shown.some(({ severity }) => severity === 'blocksFile'));
  protected readonly writes = signal(false);
  /** Rows are written in here while the check is the browser's own; the grid stays open while the file is checked again. Lines that were typed have a grid of their own. */
  protected readonly mayWrite = computed(
    () =>
      this.desk.takesReasons() &&
      !this.desk.chosen()?.typed &&
      (this.writes() ||
        (this.desk.verdict()?.by === 'browser' &&
          this.#asked().some(({ groups }) => groups.some(({ rows }) => rows.length > 0)))),
  );
  protected readonly changes = computed(() => this.desk.chosen()?.changes ?? []);
  protected readonly fine = computed(() => this.#asked().length === 0);

  protected readonly state = computed((): StepState => {
    const readiness = this.desk.readiness();
    if (!readiness) return this.desk.file() && this.desk.run.state() === 'reading' ? 'working' : 'waiting';
    if (readiness.stops.length > 0 || readiness.nothingLeft) return 'stopped';
    return readiness.ready ? 'done' : 'attention';
  });

  protected readonly summary = computed(() => {
    const verdict = this.desk.verdict();
    if (!this.desk.file()) return this.t().step.checkWaits;
    if (!verdict) return '';
    const stops = this.#asked().filter(({ severity }) => severity !== 'confirm').length;
    return this.t().check.summary({
      lines: verdict.rows,
      stops,
      questions: this.#asked().length - stops,
      remarks: this.remarkCount(),
    });
  });

  /** What stops is called so; what only asks is counted by itself, as the line above counts it. */
  protected labelOfKind(kind: FindingKind): string {
    const { check } = this.t();
    if (kind.severity === 'blocksFile') return check.stopNo;
    if (kind.severity === 'blocksRow') return check.rowStop;
    const questions = this.#open().filter(({ severity }) => severity === 'confirm');
    return check.questionNo({ no: questions.indexOf(kind) + 1, of: questions.length });
  }

  protected turn(by: number): void {
    this.#from.set(this.page().before + by);
  }

  protected labelOf({ code, fix, choice }: Change): string {
    const label = fix
      ? labelOf(fix, this.#language())
      : code === ''
        ? this.t().check.before
        : titleOf(code, this.#language());
    return choice === '' ? label : `${label}: ${choice}`;
  }
}
