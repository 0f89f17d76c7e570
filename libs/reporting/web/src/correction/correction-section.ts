import { Component, computed, inject } from '@angular/core';
import { Field, texts } from '@tallgrunn/design';
import { ReportStore } from '../report-session/report-store.ts';
import { SendReport } from '../sending/send-report.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { CorrectionStore, reasonCodes, type CorrectionMode, type ReasonCode } from './correction-store.ts';
import { VersionDiff } from './version-diff.ts';

const correctionModes: readonly CorrectionMode[] = ['replaces', 'amends'];

/** Step before a correction is submitted: its mode, what it changes, and the reason. */
@Component({
  selector: 'tg-correction-section',
  imports: [Field, VersionDiff],
  templateUrl: './correction-section.html',
  styleUrl: './correction-section.css',
})
export class CorrectionSection {
  protected readonly t = texts(reportingTexts);
  protected readonly desk = inject(CorrectionStore);
  protected readonly sending = inject(SendReport);
  protected readonly ways = correctionModes;
  protected readonly codes = reasonCodes;
  readonly #terms = inject(ReportStore).basis.known;
  protected readonly lateLines = computed(
    () => this.t().correction.late[this.#terms()?.terms.lateLines ?? 'open-period'],
  );
  protected readonly closed = computed(
    () => this.sending.compared()?.correction?.asksManager.includes('period-closed') ?? false,
  );

  protected chooseWay(way: CorrectionMode): void {
    this.desk.way.set(way);
  }

  protected chooseReason(event: Event): void {
    this.desk.code.set((event.target as HTMLSelectElement).value as ReasonCode | '');
  }

  protected write(event: Event): void {
    this.desk.words.set((event.target as HTMLTextAreaElement).value);
  }
}
