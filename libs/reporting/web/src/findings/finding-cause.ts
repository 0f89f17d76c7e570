import { Component, computed, inject, input, signal } from '@angular/core';
import { textsOf, type FindingGroup } from '@tallgrunn/checks';
import { StatusTag, TextLibrary, Wording, texts } from '@tallgrunn/design';
import { ReportStore } from '../report-session/report-store.ts';
import { questionKeyOf } from '../report-session/report-check-result.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { AnswerForm } from './answer-form.ts';
import { FindingPlaces } from './finding-places.ts';
import { ApplyFix } from './apply-fix.ts';

/** One group of findings: what was found, what to do, and where. Offers answers until the report is sent. */
@Component({
  selector: 'tg-finding-cause',
  imports: [AnswerForm, FindingPlaces, StatusTag, ApplyFix],
  templateUrl: './finding-cause.html',
  styleUrl: './finding-cause.css',
})
export class FindingCause {
  readonly group = input.required<FindingGroup>();
  /** True when shown among several groups of a kind, with its own count and amount. */
  readonly among = input(false);
  /** The submitted reason, in the read-only view. */
  readonly sentReason = input('');
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  /** Null in the read-only view. */
  protected readonly desk = inject(ReportStore, { optional: true });
  protected readonly answering = signal(false);
  readonly #library = inject(TextLibrary);
  protected readonly words = computed(() => textsOf(this.group().example, this.#library.language()));
  protected readonly reason = computed(
    () => this.desk?.chosen()?.reasons.get(questionKeyOf(this.group())) ?? this.sentReason(),
  );

  protected keep(reason: string): void {
    this.desk?.answer([this.group()], reason);
    this.answering.set(false);
  }
}
