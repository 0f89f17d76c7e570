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
import type { FileEdit } from '../report-session/selected-files.ts';
import { ReportStore } from '../report-session/report-store.ts';
import { FindingKindCard } from '../findings/finding-kind.ts';
import { RowGrid } from '../row-grid/row-grid.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { AnnotatedLink } from './annotated-link.ts';
import { RememberedSection } from './remembered-section.ts';
import { RestoreFocus } from './restore-focus.ts';
import { Step, type StepState } from './step.ts';

/** Step ③: all findings by kind: blocking ones, questions, remarks, and corrections made here. */
@Component({
  selector: 'tg-check-step',
  imports: [AnnotatedLink, RowGrid, FindingKindCard, RestoreFocus, Progress, RememberedSection, Step],
  templateUrl: './check-step.html',
  styleUrl: './check-step.css',
})
export class CheckStep {
  readonly shownNo = input<number | null>(null);
  /** Help text on the findings for pages that send nothing; replaces the text on sending. */
  readonly openHelp = input('');
  protected readonly t = texts(reportingTexts);
  protected readonly desk = inject(ReportStore);
  readonly #language = inject(TextLibrary).language;
  protected readonly wording = inject(Wording);
  protected readonly atOnce = questionsAtOnce;
  readonly #groups = computed(() =>
    (this.desk.verdict()?.groups ?? []).filter(
      ({ code }) => (this.desk.whole() && this.desk.takesReasons()) || code !== 'cannot-evaluate',
    ),
  );
  readonly #questions = computed(() => questionsOf(this.#groups()));
  readonly #open = computed(() => this.#questions().filter((kind) => !this.desk.isSettled(kind)));
  readonly #from = signal(0);
  /** The questions shown now: at most seven, by amount. */
  protected readonly page = computed(() => questionsFrom(this.#open(), this.#from()));
  protected readonly openCount = computed(() => this.#open().length);
  protected readonly settled = computed(() => this.#questions().filter((kind) => this.desk.isSettled(kind)));
  protected readonly remarks = computed(() => kindsOf(this.#groups()).filter(({ severity }) => severity === 'info'));
  protected readonly remarkCount = computed(() => this.remarks().length);
  protected readonly holdsRows = computed(() => this.page().shown.some(({ severity }) => severity === 'blocksRow'));
  protected readonly stopsFile = computed(() => this.page().shown.some(({ severity }) => severity === 'blocksFile'));
  protected readonly writes = signal(false);
  /**
   * True when rows can be edited: while the check is the browser's own, and then until the page is left. Manual entry
   * has its own grid.
   */
  protected readonly mayWrite = computed(
    () =>
      this.desk.takesReasons() &&
      !this.desk.chosen()?.typed &&
      (this.writes() ||
        (this.desk.verdict()?.by === 'browser' &&
          this.#questions().some(({ groups }) => groups.some(({ rows }) => rows.length > 0)))),
  );
  protected readonly changes = computed(() => this.desk.chosen()?.changes ?? []);
  protected readonly fine = computed(() => this.#questions().length === 0);

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
    const stops = this.#questions().filter(({ severity }) => severity !== 'confirm').length;
    return this.t().check.summary({
      lines: verdict.rows,
      stops,
      questions: this.#questions().length - stops,
      remarks: this.remarkCount(),
    });
  });

  /**
   * Returns the label of a kind. Blocking findings are named as such; questions are numbered separately, as in the
   * count above.
   */
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

  protected labelOf({ code, fix, choice }: FileEdit): string {
    const label = fix
      ? labelOf(fix, this.#language())
      : code === ''
        ? this.t().check.before
        : titleOf(code, this.#language());
    return choice === '' ? label : `${label}: ${choice}`;
  }
}
