import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { RouterLink } from '@angular/router';
import { annotatedName } from '@tallgrunn/checks';
import { Session, read, sender } from '@tallgrunn/api-client';
import {
  reportVersionsAnnotatedRows,
  reportVersionsFile,
  reportVersionsReceipt,
  reportVersionsShow,
} from '@tallgrunn/api-client/calls';
import type { VersionDto } from '@tallgrunn/api-client/shapes';
import { Icon, Loaded, PageHeader, StatusTag, TextLibrary, Wording, texts, type StatusTone } from '@tallgrunn/design';
import { OnBehalfNote } from '../correction/on-behalf-note.ts';
import { ServerFindings } from '../report-session/server-findings.ts';
import { RelatedCases } from '../follow-up/related-cases.ts';
import { VersionActs } from '../follow-up/version-acts.ts';
import { FindingSource } from '../findings/finding-source.ts';
import { SplitResult } from '../split-file-page/split-result.ts';
import { SplitFileStore } from '../split-file-page/split-file-store.ts';
import { fileSaver } from '../obligation/save-file.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { severalTexts } from '../texts/split-file-texts.ts';
import { BuyerTotals } from './buyer-totals.ts';
import { ChangedCells } from './changed-cells.ts';
import { Decision } from './decision.ts';
import { ExcludedRows } from './excluded-rows.ts';
import { ReviewedFindings } from './reading-options.ts';
import { VersionCorrection } from './version-correction.ts';
import { VersionFacts } from './version-facts.ts';
import { VersionLines } from './version-lines.ts';

const tones: Record<VersionDto['state'], StatusTone> = {
  received: 'quiet',
  checked: 'quiet',
  submitted: 'waiting',
  accepted: 'good',
  returned: 'attention',
  replaced: 'quiet',
};

/**
 * One version of a report: the supplier's receipt, and the basis for the contract manager's decision. Suitable for
 * printing.
 */
@Component({
  selector: 'tg-version-page',
  imports: [
    OnBehalfNote,
    BuyerTotals,
    ChangedCells,
    Decision,
    SplitResult,
    Icon,
    ExcludedRows,
    Loaded,
    PageHeader,
    RelatedCases,
    RouterLink,
    StatusTag,
    VersionActs,
    ReviewedFindings,
    VersionCorrection,
    VersionFacts,
    VersionLines,
  ],
  providers: [ServerFindings, { provide: FindingSource, useFactory: () => sourceOf(inject(ServerFindings)) }],
  templateUrl: './version-page.html',
  styleUrl: './version-page.css',
})
export class VersionPage {
  /** Id of the version, from the route. */
  readonly version = input.required<string>();
  /** "1" directly after submission. */
  readonly sent = input('');
  protected readonly t = texts(reportingTexts);
  protected readonly s = texts(severalTexts);
  protected readonly several = inject(SplitFileStore);
  protected readonly wording = inject(Wording);
  protected readonly session = inject(Session);
  protected readonly tones = tones;
  protected readonly view = read(reportVersionsShow, () => ({ versionId: this.version() }));
  protected readonly receipt = read(reportVersionsReceipt, () =>
    this.view.hasValue() && this.view.value()?.number ? { versionId: this.version() } : undefined,
  );
  protected readonly decided = signal('');
  protected readonly maySubmit = computed(() => this.session.permissions().has('report.submit'));
  protected readonly mayDecide = computed(() => this.session.permissions().has('report.review'));
  readonly #send = sender();
  readonly #save = fileSaver();
  readonly #library = inject(TextLibrary);
  readonly #document = inject(DOCUMENT);
  readonly #findings = inject(ServerFindings);

  constructor() {
    effect(() => (this.#findings.versionId = this.version()));
  }

  protected titleOf({ number }: VersionDto): string {
    if (!number) return this.t().version.titleUnsent;
    return this.maySubmit() ? this.t().version.title({ number }) : this.t().version.titleManager({ number });
  }

  protected async download({ file }: VersionDto): Promise<void> {
    this.#save(await this.#send(reportVersionsFile, { versionId: this.version() }), file?.name ?? 'report');
  }

  protected async downloadMarked({ file }: VersionDto): Promise<void> {
    const language = this.#library.language();
    const name = annotatedName(file?.name ?? 'report', language);
    this.#save(
      await this.#send(reportVersionsAnnotatedRows, { versionId: this.version(), language }),
      file?.kept ? name : name.replace(/\.xlsm$/, '.xlsx'),
    );
  }

  protected print(): void {
    this.#document.defaultView?.print();
  }

  protected afterDecision(sentence: string): void {
    this.decided.set(sentence);
    this.reload();
  }

  protected reload(): void {
    this.view.reload();
    this.receipt.reload();
  }
}

function sourceOf(server: ServerFindings): FindingSource {
  return { findings: (group, _from, last) => server.findings(group, last) };
}
