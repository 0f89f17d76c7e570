import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Session, arrived, read } from '@tallgrunn/api-client';
import { branchesList } from '@tallgrunn/api-client/calls';
import type { BranchObligationDto } from '@tallgrunn/api-client/shapes';
import {
  ErrorSummary,
  Field,
  FileDrop,
  Loaded,
  PageHeader,
  ProblemMessages,
  Progress,
  Wording,
  fieldError,
  texts,
  type FormError,
} from '@tallgrunn/design';
import { limits, tableEndings } from '@tallgrunn/values';
import { CheckRun } from '../checking/check-run.ts';
import { CorrectionStore } from '../correction/correction-store.ts';
import { CheckBasis } from '../report-session/check-basis.ts';
import { ReportStore } from '../report-session/report-store.ts';
import { ServerFindings } from '../report-session/server-findings.ts';
import { UploadAndCheck } from '../sending/upload-and-check.ts';
import { SplitFileStore } from '../split-file-page/split-file-store.ts';
import { obligationName } from '../obligation/obligation-name.ts';
import { describeDue, isDue } from '../obligation/obligation-status.ts';
import { todaySignal } from '../obligation/today.ts';
import { branchTexts } from '../texts/branches/branch-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { BranchFiles, injectStartCheckWorker, type UnassignedFile } from './branch-files.ts';
import { BranchRow } from './branch-row.ts';
import { BranchSubmissions } from './branch-work.ts';

const reasonMin = 3;

/**
 * The reports of a chain's branches for one period: delivered and missing ones, upload of several files at once, and
 * one joint submission.
 */
@Component({
  selector: 'tg-branches-page',
  imports: [BranchRow, ErrorSummary, Field, FileDrop, Loaded, PageHeader, Progress],
  providers: [CheckBasis, BranchSubmissions, CheckRun, CorrectionStore, UploadAndCheck, ReportStore, ServerFindings],
  templateUrl: './branches-page.html',
  styleUrl: './branches-page.css',
})
export class BranchesPage {
  /** Id of the obligation of any branch, from the route. */
  readonly obligation = input.required<string>();
  protected readonly t = texts(reportingTexts);
  protected readonly s = texts(branchTexts);
  protected readonly wording = inject(Wording);
  protected readonly words = inject(ProblemMessages);
  protected readonly files = inject(BranchFiles);
  protected readonly work = inject(BranchSubmissions);
  protected readonly name = obligationName();
  protected readonly limits = limits.report;
  protected readonly endings = tableEndings;
  protected readonly faultAt = fieldError;
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #several = inject(SplitFileStore);
  readonly #start = injectStartCheckWorker();
  readonly #today = todaySignal();
  protected readonly mayReport = computed(() => this.#session.permissions().has('report.submit'));
  protected readonly branches = read(branchesList, () => ({ obligationId: this.obligation() }));
  readonly #all = computed(() => arrived(this.branches) ?? []);
  protected readonly sorting = signal(false);
  protected readonly sent = signal(0);
  /** True when the user declares the remaining branches missing. */
  protected readonly goWithout = signal(false);
  protected readonly reason = signal('');
  readonly #pressed = signal(false);

  protected readonly delivered = computed(() => this.#all().filter((obligation) => !this.#owes(obligation)));
  protected readonly ready = computed(() =>
    this.#all().filter(({ id }) => ['ready', 'sending'].includes(this.work.results().get(id)?.state ?? '')),
  );
  /** Branches with a report due and none ready to submit. */
  protected readonly missing = computed(() =>
    this.#all().filter((obligation) => this.#owes(obligation) && !this.ready().some(({ id }) => id === obligation.id)),
  );
  protected readonly missingNames = computed(() => this.missing().map(({ part }) => part?.name ?? ''));

  protected readonly faults = computed((): readonly FormError[] => {
    if (!this.#pressed() || this.missing().length === 0) return [];
    if (!this.goWithout())
      return [{ field: 'go-without', sentence: this.s().sayMissing({ names: this.missingNames() }) }];
    return this.reason().trim().length < reasonMin
      ? [{ field: 'missing-reason', sentence: this.s().reasonMissing }]
      : [];
  });

  constructor() {
    // Checks the restored files, and those answered on the report's own page, once more.
    effect(() => {
      const owing = this.#all()
        .filter((obligation) => this.#owes(obligation))
        .map(({ id }) => id);
      untracked(() => void this.#takeUp(owing));
    });
  }

  async #takeUp(owing: readonly string[]): Promise<void> {
    await this.files.recall(owing);
    this.work.check(owing.filter((id) => this.files.of(id) !== null));
  }

  /** Describes the first branch with a report due; when all have delivered, the first branch. */
  protected leadOf(all: readonly BranchObligationDto[]): string {
    const obligation = all.find((each) => isDue(each)) ?? all[0]!;
    const { supplier, dueOn } = obligation;
    return isDue(obligation)
      ? this.t().report.lead({
          supplier: supplier.name,
          date: dueOn,
          due: describeDue(obligation, this.#today(), this.t()).toLowerCase(),
        })
      : this.t().report.leadSent({ supplier: supplier.name, date: dueOn });
  }

  protected async take(files: readonly File[]): Promise<void> {
    this.sent.set(0);
    this.sorting.set(true);
    const given = await this.files.take(files, this.#all(), this.open, this.#start);
    this.sorting.set(false);
    // A delivered report is corrected on its own page, with a reason.
    this.work.check(given);
  }

  protected assign(loose: UnassignedFile, event: Event): void {
    const obligationId = (event.target as HTMLSelectElement).value;
    if (obligationId === '') return;
    this.files.assign(loose, obligationId);
    this.work.check([obligationId]);
  }

  protected release(obligationId: string): void {
    this.files.release(obligationId);
    this.work.forget(obligationId);
  }

  /** Opens the page that divides a file with lines of several branches. */
  protected async divide({ file }: UnassignedFile): Promise<void> {
    this.files.forget(file);
    this.#several.take(file);
    await this.#router.navigate(['/reports/split-file']);
  }

  protected open = (obligation: BranchObligationDto): boolean => this.#owes(obligation);

  protected write(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
  }

  protected async submit(): Promise<void> {
    if (this.work.sending()) return;
    this.#pressed.set(true);
    if (this.faults().length > 0) return;
    this.#pressed.set(false);
    const missing = this.missing().map(({ id }) => ({ obligationId: id, reason: this.reason().trim() }));
    const count = this.ready().length;
    if (await this.work.submit(this.#all(), missing)) {
      this.sent.set(count);
      this.goWithout.set(false);
      this.branches.reload();
    }
  }

  protected reload(): void {
    this.branches.reload();
  }

  #owes({ version, exemptReason }: BranchObligationDto): boolean {
    return exemptReason === null && (version === null || version.state === 'returned');
  }
}
