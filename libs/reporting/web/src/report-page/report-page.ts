import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session, read } from '@tallgrunn/api-client';
import { obligationsShow } from '@tallgrunn/api-client/calls';
import type { ObligationDetailDto } from '@tallgrunn/api-client/shapes';
import {
  FileDrop,
  Loaded,
  PageHeader,
  ProblemMessages,
  StatusTag,
  Wording,
  queryState,
  texts,
} from '@tallgrunn/design';
import { limits, tableEndings } from '@tallgrunn/values';
import { CheckRun } from '../checking/check-run.ts';
import { OnBehalfForm } from '../correction/on-behalf-form.ts';
import { CorrectionStore } from '../correction/correction-store.ts';
import { LoadPreviousVersion } from '../report-session/load-previous-version.ts';
import { CheckBasis } from '../report-session/check-basis.ts';
import { ChosenFiles } from '../report-session/selected-files.ts';
import { ReportStore } from '../report-session/report-store.ts';
import { ServerFindings } from '../report-session/server-findings.ts';
import { FindingSource } from '../findings/finding-source.ts';
import { ObligationActs } from '../follow-up/obligation-acts.ts';
import { RelatedCases } from '../follow-up/related-cases.ts';
import { PrefillOfferPanel } from '../invoice-prefill/prefill-offer.ts';
import { NilQuestion } from '../nil-question/nil-question.ts';
import { NilReturn } from '../nil-return/nil-return.ts';
import { SplitFileStore } from '../split-file-page/split-file-store.ts';
import { UploadAndCheck } from '../sending/upload-and-check.ts';
import { SendReport } from '../sending/send-report.ts';
import { obligationName } from '../obligation/obligation-name.ts';
import { describeObligation, statusTones } from '../obligation/obligation-status.ts';
import { TemplateLink } from '../obligation/template-link.ts';
import { todaySignal } from '../obligation/today.ts';
import { branchTexts } from '../texts/branches/branch-texts.ts';
import { invoicedTexts } from '../texts/invoice-prefill/invoiced-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { typedTexts } from '../texts/manual-entry/typed-texts.ts';
import { CheckStep } from './check-step.ts';
import { ColumnsStep } from './columns-step.ts';
import { ReadStep } from './read-step.ts';
import { SendStep } from './send-step.ts';
import { Announcement } from './announcement.ts';
import { VersionList } from './version-list.ts';

/** One obligation: upload a file, check how it is read, answer questions, submit. */
@Component({
  selector: 'tg-report-page',
  imports: [
    Announcement,
    OnBehalfForm,
    CheckStep,
    ColumnsStep,
    FileDrop,
    Loaded,
    NilQuestion,
    NilReturn,
    ObligationActs,
    PrefillOfferPanel,
    PageHeader,
    ReadStep,
    RelatedCases,
    RouterLink,
    SendStep,
    StatusTag,
    TemplateLink,
    VersionList,
  ],
  providers: [
    LoadPreviousVersion,
    CheckBasis,
    CheckRun,
    CorrectionStore,
    UploadAndCheck,
    ReportStore,
    SendReport,
    ServerFindings,
    { provide: FindingSource, useExisting: ReportStore },
  ],
  templateUrl: './report-page.html',
  styleUrl: './report-page.css',
})
export class ReportPage {
  /** Id of the version whose quarantined rows are corrected, from the route. */
  protected readonly amend = queryState('amend');
  protected readonly amending = inject(LoadPreviousVersion);
  /** Id of the obligation, from the route. */
  readonly obligation = input.required<string>();
  protected readonly t = texts(reportingTexts);
  protected readonly s = texts(typedTexts);
  protected readonly b = texts(branchTexts);
  protected readonly v = texts(invoicedTexts);
  protected readonly wording = inject(Wording);
  protected readonly session = inject(Session);
  protected readonly desk = inject(ReportStore);
  protected readonly correction = inject(CorrectionStore);
  protected readonly limits = limits.report;
  protected readonly endings = tableEndings;
  protected readonly name = obligationName();
  protected readonly tones = statusTones;
  protected readonly words = inject(ProblemMessages);
  readonly #today = todaySignal();
  readonly #router = inject(Router);
  readonly #files = inject(ChosenFiles);
  readonly #several = inject(SplitFileStore);
  protected readonly detail = read(obligationsShow, () => ({ obligationId: this.obligation() }));
  /** Suppliers report; users with an invitation can check a file. */
  protected readonly mayCheck = computed(
    () =>
      this.session.person() === null ||
      this.session.permissions().has('report.submit') ||
      this.correction.behalf() !== null,
  );
  protected readonly mayHandInFor = computed(() => this.session.permissions().has('report.submit-on-behalf'));
  protected readonly choosing = signal(false);
  protected readonly drop = viewChild(FileDrop);

  constructor() {
    effect(() => {
      const obligation = this.obligation();
      const amend = this.amend();
      if (this.mayCheck())
        untracked(() => (amend === '' ? this.#open(obligation) : void this.amending.open(obligation, amend)));
    });
    effect(() => {
      const standing = this.detail.hasValue() ? this.detail.value().version : null;
      untracked(() => this.correction.open(standing));
    });
  }

  #open(obligation: string): void {
    this.desk.open(obligation);
    void this.desk.recall();
  }

  /** Begins or cancels an on-behalf upload by the contract manager. */
  protected handInFor(begin: boolean): void {
    this.correction.behalf.set(begin ? { receivedFrom: '', receivedOn: '', reason: '' } : null);
    if (!begin) this.desk.forgetFile();
  }

  protected take(files: readonly File[]): void {
    const [file] = files;
    if (!file) return;
    this.choosing.set(false);
    this.desk.choose(file);
  }

  protected leadOf(obligation: ObligationDetailDto): string {
    return describeObligation(obligation, this.#today(), this.t());
  }

  protected async goToReceipt(versionId: string): Promise<void> {
    if (this.#files.of(this.obligation())?.share) this.#several.wasSent(this.obligation());
    this.#files.forget(this.obligation());
    await this.#router.navigate(['/reports/versions', versionId], { queryParams: { sent: 1 } });
  }
}
