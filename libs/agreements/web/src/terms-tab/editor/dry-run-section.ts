import { Component, computed, inject, input, signal } from '@angular/core';
import { problemOf, sender } from '@tallgrunn/api-client';
import { termsDryRunsRun } from '@tallgrunn/api-client/calls';
import type { DryRunReportDto } from '@tallgrunn/api-client/shapes';
import { choiceLabel, titleOf } from '@tallgrunn/checks';
import { ProblemMessages, Wording, texts } from '@tallgrunn/design';
import { currentLanguage } from '../../current-language.ts';
import { agreementsTexts } from '../../texts/agreements-texts.ts';
import { SampleDryRun } from './sample-dry-run.ts';
import { TermsEditorStore } from './terms-editor-store.ts';

/** Checks existing reports against the draft, and shows the findings alongside the original ones. */
@Component({
  selector: 'tg-dry-run-section',
  imports: [SampleDryRun],
  templateUrl: './dry-run-section.html',
  styleUrl: './editor-sections.css',
})
export class DryRunSection {
  readonly agreementId = input.required<string>();
  protected readonly t = texts(agreementsTexts);
  protected readonly wording = inject(Wording);
  protected readonly running = signal(false);
  protected readonly said = signal('');
  protected readonly reports = signal<readonly DryRunReportDto[] | null>(null);
  protected readonly desk = inject(TermsEditorStore);
  /** true when the draft has changed since */
  protected readonly isOld = computed(() => this.reports() !== null && this.#tried !== this.desk.draft());
  #tried: unknown = null;
  readonly #send = sender();
  readonly #messages = inject(ProblemMessages);
  readonly #language = currentLanguage();

  protected async run(): Promise<void> {
    const draft = this.desk.draft();
    if (this.running() || !draft) return;
    this.running.set(true);
    this.said.set('');
    try {
      const reports = await this.#send(termsDryRunsRun, {
        agreementId: this.agreementId(),
        body: { document: draft },
      });
      this.#tried = draft;
      this.reports.set(reports);
      this.said.set(this.t().editor.tried({ count: reports.length }));
    } catch (error) {
      this.said.set(this.#messages.sentence(problemOf(error)));
    } finally {
      this.running.set(false);
    }
  }

  /** Returns the codes whose number of findings differs, with both counts. */
  protected differences({ before, after }: DryRunReportDto): readonly {
    readonly title: string;
    readonly severity: string;
    readonly before: number;
    readonly after: number;
  }[] {
    const keys = new Map([...before.findings, ...(after?.findings ?? [])].map((each) => [keyOf(each), each]));
    const count = (list: DryRunReportDto['before']['findings'], key: string) =>
      list.find((each) => keyOf(each) === key)?.count ?? 0;
    return [...keys]
      .map(([key, { code, severity, rule }]) => ({
        title: this.#title(code, rule),
        severity: choiceLabel(severity, this.#language()) ?? severity,
        before: count(before.findings, key),
        after: count(after?.findings ?? [], key),
      }))
      .filter((each) => each.before !== each.after);
  }

  #title(code: string, rule: string | undefined): string {
    const title = titleOf(code, this.#language());
    return rule === undefined ? title : this.t().ownRules.inTrial({ title, rule });
  }
}

/** Returns the key of a count: one per check and severity, and per own rule. */
const keyOf = ({ severity, code, rule = '' }: DryRunReportDto['before']['findings'][number]): string =>
  `${severity} ${code} ${rule}`;
