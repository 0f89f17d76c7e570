import { Component, computed, inject, input, signal } from '@angular/core';
import { textsOf, titleOf, type FindingKind } from '@tallgrunn/checks';
import { StatusTag, TextLibrary, Wording, texts, type StatusTone } from '@tallgrunn/design';
import { ReportStore } from '../report-session/report-store.ts';
import { questionKeyOf } from '../report-session/report-check-result.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { AnswerForm } from './answer-form.ts';
import { FindingCause } from './finding-cause.ts';
import { fixChoice } from './fix-options.ts';

const shownInitially = 3;
const shownMax = 200;

/** One kind of finding with all its groups, and answers for all of them at once. */
@Component({
  selector: 'tg-finding-kind',
  imports: [AnswerForm, FindingCause, StatusTag],
  templateUrl: './finding-kind.html',
  styleUrl: './finding-kind.css',
})
export class FindingKindCard {
  readonly kind = input.required<FindingKind>();
  /** Numbered label of a question, such as "Spørsmål 1 av 2". */
  readonly label = input('');
  /** Heading level, below that of the enclosing section. */
  readonly level = input(4);
  /** Submitted reasons by question key, in the read-only view. */
  readonly sentReasons = input<ReadonlyMap<string, string>>(new Map());
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  protected readonly desk = inject(ReportStore, { optional: true });
  protected readonly few = shownInitially;
  protected readonly many = shownMax;
  protected readonly all = signal(false);
  protected readonly answering = signal(false);
  protected readonly keyOf = questionKeyOf;
  readonly #library = inject(TextLibrary);
  protected readonly title = computed(() => titleOf(this.kind().code, this.#library.language()));
  /** Instruction shown once for all groups. */
  protected readonly todo = computed(() => {
    const [first] = this.kind().groups;
    return first && this.kind().severity !== 'info' ? textsOf(first.example, this.#library.language()).todo : '';
  });
  protected readonly shown = computed(() =>
    this.kind().groups.slice(0, this.all() || !this.desk ? shownMax : shownInitially),
  );
  protected readonly single = computed(() => this.kind().groups.length === 1);
  protected readonly allAnswered = computed(() => {
    const reasons = this.desk?.chosen()?.reasons ?? this.sentReasons();
    return this.kind().severity === 'confirm' && this.kind().groups.every((group) => reasons.get(questionKeyOf(group)));
  });
  /** True for questions; for findings that quarantine rows, only when the terms allow an answer. */
  protected readonly answerable = computed(
    () => this.kind().severity === 'confirm' || this.kind().groups.every(({ example }) => example.overridable),
  );
  protected readonly tone = computed((): StatusTone => {
    if (this.allAnswered()) return 'good';
    return { blocksFile: 'stopped', blocksRow: 'stopped', confirm: 'attention', info: 'quiet' }[
      this.kind().severity
    ] as StatusTone;
  });
  /** True when every fix confirms a guess and corrects nothing. */
  protected readonly saysYes = computed(() =>
    this.kind().groups.every(
      ({ example }) =>
        example.fix?.kind === 'remember-column' ||
        example.fix?.kind === 'same-buyer' ||
        example.fix?.kind === 'same-item',
    ),
  );
  /**
   * True when every group has a fix without a choice. Prices above the agreed one are excluded: the price may be what
   * was actually invoiced.
   */
  protected readonly fixable = computed(() => {
    const basis = this.desk?.basis.known() ?? null;
    return (
      !this.single() &&
      this.kind().code !== 'price-above-agreed' &&
      this.kind().groups.every(({ example }) => fixChoice(example.fix, basis, this.t().check)?.kind === 'direct')
    );
  });

  protected fixEvery(): void {
    void this.desk?.settle(this.kind().groups);
  }

  protected answerAll(reason: string): void {
    this.desk?.answer(this.kind().groups, reason);
    this.answering.set(false);
  }
}
