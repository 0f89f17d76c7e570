import { Component, computed, inject } from '@angular/core';
import { draftDaysMax } from '@tallgrunn/api-client';
import { ProblemMessages, Wording, texts } from '@tallgrunn/design';
import { limits } from '@tallgrunn/values';
import { ChosenFiles } from '../report-session/selected-files.ts';
import { ReportStore } from '../report-session/report-store.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { severalTexts } from '../texts/split-file-texts.ts';
import { RedactionSection } from './redaction-section.ts';
import { Step, type StepState } from './step.ts';

/** Step ①: the file as read, and the note that nothing has left the machine. */
@Component({
  selector: 'tg-read-step',
  imports: [RedactionSection, Step],
  templateUrl: './read-step.html',
})
export class ReadStep {
  protected readonly t = texts(reportingTexts);
  protected readonly s = texts(severalTexts);
  protected readonly wording = inject(Wording);
  protected readonly words = inject(ProblemMessages);
  protected readonly desk = inject(ReportStore);
  protected readonly files = inject(ChosenFiles);
  protected readonly daysMax = draftDaysMax;
  protected readonly limit = limits.report.checkedInBrowserBytesMax;
  readonly #unreadable = computed(
    () => this.desk.verdict()?.groups.some(({ code }) => code === 'file-unreadable') ?? false,
  );
  protected readonly skipped = computed(() =>
    (this.desk.verdict()?.sheets ?? [])
      .filter(({ role, name }) => role !== 'lines' && name !== '')
      .map(({ name }) => name),
  );

  protected readonly state = computed((): StepState => {
    if (this.desk.basis.problem() || this.desk.run.state() === 'fell' || this.#unreadable()) return 'stopped';
    if (this.desk.verdict()) return this.desk.customersToAnswer().length > 0 ? 'attention' : 'done';
    return this.desk.file() ? 'working' : 'waiting';
  });

  protected readonly summary = computed(() => {
    const [t, verdict, file] = [this.t(), this.desk.verdict(), this.desk.run.file()];
    if (!this.desk.file()) return t.step.waiting;
    if (this.desk.run.state() === 'fell' || this.#unreadable()) return t.read.unread;
    if (!verdict) return t.read.reading({ rows: this.desk.run.rows() });
    const stay = this.desk.cut()?.facts.rows ?? 0;
    const form =
      file?.format === 'csv'
        ? t.read.csv({ delimiter: file.delimiter ?? ';', encoding: (file.encoding ?? 'utf-8').toUpperCase() })
        : t.read[file?.format ?? 'xlsx'];
    return [
      t.read.done({ rows: verdict.rows }),
      ...(file && file.format !== 'csv' && file.format !== 'jsonl' ? [t.read.sheets({ count: file.sheets })] : []),
      ...(file ? [form] : []),
      ...(stay > 0 ? [t.cut.rowsStay({ count: stay })] : []),
    ].join(' · ');
  });
}
