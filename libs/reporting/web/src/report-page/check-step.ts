import { Component, computed, inject } from '@angular/core';
import { labelOf, titleOf } from '@tallgrunn/checks';
import { Progress, TextLibrary, texts } from '@tallgrunn/design';
import type { Change } from '../desk/chosen-files.ts';
import { ReportDesk } from '../desk/report-desk.ts';
import { FindingKindCard } from '../findings/finding-kind.ts';
import { kindsOf } from '../findings/finding-kinds.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { AnnotatedLink } from './annotated-link.ts';
import { KeepPlace } from './keep-place.ts';
import { Step, type StepState } from './step.ts';

/** ③ All that was found, by cause: what stops, what is asked, what was only noted, and what was corrected here. */
@Component({
  selector: 'tg-check-step',
  imports: [AnnotatedLink, FindingKindCard, KeepPlace, Progress, Step],
  templateUrl: './check-step.html',
  styleUrl: './check-step.css',
})
export class CheckStep {
  protected readonly t = texts(reportingTexts);
  protected readonly desk = inject(ReportDesk);
  readonly #language = inject(TextLibrary).language;
  readonly #kinds = computed(() => kindsOf((this.desk.verdict()?.groups ?? []).filter(({ code }) => this.desk.whole() || code !== 'cannot-be-judged')));
  protected readonly stops = computed(() => this.#kinds().filter(({ severity }) => severity === 'blocksFile'));
  protected readonly rowStops = computed(() => this.#kinds().filter(({ severity }) => severity === 'blocksRow'));
  protected readonly questions = computed(() => this.#kinds().filter(({ severity }) => severity === 'confirm'));
  protected readonly remarks = computed(() => this.#kinds().filter(({ severity }) => severity === 'info'));
  protected readonly remarkCount = computed(() => this.remarks().length);
  protected readonly changes = computed(() => this.desk.chosen()?.changes ?? []);
  protected readonly fine = computed(() => this.stops().length + this.rowStops().length + this.questions().length === 0);

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
    const stops = this.stops().length + this.rowStops().length;
    return this.t().check.summary({ lines: verdict.rows, stops, questions: this.questions().length, remarks: this.remarkCount() });
  });

  protected labelOf({ code, fix, choice }: Change): string {
    const label = fix ? labelOf(fix, this.#language()) : titleOf(code, this.#language());
    return choice === '' ? label : `${label}: ${choice}`;
  }
}
