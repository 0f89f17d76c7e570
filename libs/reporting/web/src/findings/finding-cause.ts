import { Component, computed, inject, input, signal } from '@angular/core';
import { textsOf, type FindingGroup } from '@tallgrunn/checks';
import { StatusTag, TextLibrary, Wording, texts } from '@tallgrunn/design';
import { ReportDesk } from '../desk/report-desk.ts';
import { keyOf } from '../desk/report-verdict.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { AnswerForm } from './answer-form.ts';
import { FindingPlaces } from './finding-places.ts';
import { WayOutAct } from './way-out.ts';

/** One cause: what was found, what to do, where, and the ways to answer while the report is not sent. */
@Component({
  selector: 'tg-finding-cause',
  imports: [AnswerForm, FindingPlaces, StatusTag, WayOutAct],
  templateUrl: './finding-cause.html',
  styleUrl: './finding-cause.css',
})
export class FindingCause {
  readonly group = input.required<FindingGroup>();
  /** One of several of its kind: count and kroner are said here. */
  readonly among = input(false);
  /** The answer that was sent, where answers are only read. */
  readonly sentReason = input('');
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  /** Null where nothing can be answered any more. */
  protected readonly desk = inject(ReportDesk, { optional: true });
  protected readonly answering = signal(false);
  readonly #library = inject(TextLibrary);
  protected readonly words = computed(() => textsOf(this.group().example, this.#library.language()));
  protected readonly reason = computed(
    () => this.desk?.chosen()?.reasons.get(keyOf(this.group())) ?? this.sentReason(),
  );

  protected keep(reason: string): void {
    this.desk?.answer([this.group()], reason);
    this.answering.set(false);
  }
}
