import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session, read } from '@tallgrunn/api-client';
import { obligationsShow } from '@tallgrunn/api-client/calls';
import type { ObligationDetailDto } from '@tallgrunn/api-client/shapes';
import { Loaded, PageHeader, ProblemMessages, StatusTag, Wording, texts } from '@tallgrunn/design';
import { limits } from '@tallgrunn/values';
import { CheckRun } from '../checking/check-run.ts';
import { CorrectionStore } from '../correction/correction-store.ts';
import { CheckBasis } from '../report-session/check-basis.ts';
import { ChosenFiles } from '../report-session/selected-files.ts';
import { ReportStore } from '../report-session/report-store.ts';
import { ServerFindings } from '../report-session/server-findings.ts';
import { FindingSource } from '../findings/finding-source.ts';
import { CheckStep } from '../report-page/check-step.ts';
import { SendStep } from '../report-page/send-step.ts';
import { UploadChannel } from '../sending/upload-channel.ts';
import { UploadAndCheck } from '../sending/upload-and-check.ts';
import { SendReport } from '../sending/send-report.ts';
import { obligationName } from '../obligation/obligation-name.ts';
import { describeObligation, statusTones } from '../obligation/obligation-status.ts';
import { fileSaver } from '../obligation/save-file.ts';
import { todaySignal } from '../obligation/today.ts';
import { invoicedTexts } from '../texts/invoice-prefill/invoiced-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { typedTexts } from '../texts/manual-entry/typed-texts.ts';
import { ManualEntryCheck } from './manual-entry-check.ts';
import { EditConflicts } from './edit-conflicts.ts';
import { ManualEntryChannel } from './manual-entry-channel.ts';
import { ManualEntryDraft } from './manual-entry-draft.ts';
import { ManualEntryGrid } from './manual-entry-grid.ts';

/** Manual entry of a small report: saved and checked while typing, and submitted like any file. */
@Component({
  selector: 'tg-manual-entry-page',
  imports: [CheckStep, Loaded, PageHeader, RouterLink, SendStep, StatusTag, EditConflicts, ManualEntryGrid],
  providers: [
    CheckBasis,
    CheckRun,
    CorrectionStore,
    UploadAndCheck,
    ReportStore,
    SendReport,
    ServerFindings,
    ManualEntryCheck,
    ManualEntryDraft,
    { provide: UploadChannel, useClass: ManualEntryChannel },
    { provide: FindingSource, useExisting: ReportStore },
  ],
  templateUrl: './manual-entry-page.html',
  styleUrl: './manual-entry-page.css',
  host: { '(window:beforeunload)': 'beforeLeaving($event)' },
})
export class ManualEntryPage {
  /** Id of the obligation, from the route. */
  readonly obligation = input.required<string>();
  protected readonly draft = inject(ManualEntryDraft);
  protected readonly t = texts(reportingTexts);
  protected readonly s = texts(typedTexts);
  protected readonly v = texts(invoicedTexts);
  /** Number of rows prefilled from e-invoices. */
  protected readonly begun = computed(() => this.draft.lines().filter(({ origin }) => origin).length);
  protected readonly wording = inject(Wording);
  protected readonly words = inject(ProblemMessages);
  protected readonly check = inject(ManualEntryCheck);
  protected readonly desk = inject(ReportStore);
  protected readonly name = obligationName();
  protected readonly tones = statusTones;
  protected readonly rowsMax = limits.typed.rowsMax;
  protected readonly session = inject(Session);
  protected readonly mayType = computed(() => this.session.permissions().has('report.submit'));
  protected readonly detail = read(obligationsShow, () => ({ obligationId: this.obligation() }));
  readonly #basis = inject(CheckBasis);
  readonly #correction = inject(CorrectionStore);
  readonly #files = inject(ChosenFiles);
  readonly #router = inject(Router);
  readonly #save = fileSaver();
  readonly #today = todaySignal();
  protected readonly basisProblem = this.#basis.problem;
  readonly #storedAs = computed(() => `${this.obligation()} typed`);

  /** Describes the state of saving. */
  protected readonly saved = computed(() => {
    const [state, view] = [this.draft.state(), this.draft.view()];
    if (state === 'failed')
      return this.s().notSaved({ why: this.draft.problem() ? this.words.sentence(this.draft.problem()!) : '' });
    if (state === 'waiting' || state === 'saving') return this.s().saving;
    return view?.savedAt ? this.s().saved({ at: view.savedAt, by: view.savedBy ?? '' }) : this.s().nothingYet;
  });

  constructor() {
    effect(() => {
      const [obligation, keptAs, may] = [this.obligation(), this.#storedAs(), this.mayType()];
      if (!may) return;
      untracked(() => {
        this.desk.open(obligation, keptAs);
        void this.#basis.of(obligation);
        void this.draft.open(obligation);
      });
    });
    effect(() => {
      const standing = this.detail.hasValue() ? this.detail.value().version : null;
      untracked(() => this.#correction.open(standing));
    });
  }

  protected leadOf(obligation: ObligationDetailDto): string {
    return describeObligation(obligation, this.#today(), this.t());
  }

  /** Returns whether the obligation's current version was submitted from these rows. */
  protected isOfThese(obligation: ObligationDetailDto): boolean {
    return obligation.version !== null && obligation.version.id === this.draft.view()?.sentVersionId;
  }

  /** Downloads the rows as the file that would be submitted. */
  protected download({ agreement, period }: ObligationDetailDto): void {
    const text = this.check.text();
    if (text !== null) this.#save(new Blob([text], { type: 'text/csv' }), `${agreement.number} ${period.key}.csv`);
  }

  protected again(): void {
    void this.draft.open(this.obligation());
    void this.#basis.of(this.obligation());
  }

  protected beforeLeaving(event: Event): void {
    if (this.draft.state() !== 'saved' && this.draft.state() !== 'none') event.preventDefault();
  }

  protected async goToReceipt(versionId: string): Promise<void> {
    this.#files.forget(this.#storedAs());
    await this.#router.navigate(['/reports/versions', versionId], { queryParams: { sent: 1 } });
  }
}
