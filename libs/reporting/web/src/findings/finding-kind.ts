import { Component, computed, inject, input, signal } from '@angular/core';
import { textsOf, titleOf, type FindingKind } from '@tallgrunn/checks';
import { StatusTag, TextLibrary, Wording, texts, type StatusTone } from '@tallgrunn/design';
import { ReportDesk } from '../desk/report-desk.ts';
import { keyOf } from '../desk/report-verdict.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { AnswerForm } from './answer-form.ts';
import { FindingCause } from './finding-cause.ts';
import { wayOut } from './ways-out.ts';

const few = 3;
const many = 200;

/** One kind of finding with all its causes, and answers for all of them at once. */
@Component({
  selector: 'tg-finding-kind',
  imports: [AnswerForm, FindingCause, StatusTag],
  templateUrl: './finding-kind.html',
  styleUrl: './finding-kind.css',
})
export class FindingKindCard {
  readonly kind = input.required<FindingKind>();
  /** "Spørsmål 1 av 2", where questions are counted. */
  readonly label = input('');
  /** Of its heading, below that of the part it stands in. */
  readonly level = input(4);
  /** Answers that were sent, by question. */
  readonly sentReasons = input<ReadonlyMap<string, string>>(new Map());
  protected readonly t = texts(reportingTexts);
  protected readonly wording = inject(Wording);
  protected readonly desk = inject(ReportDesk, { optional: true });
  protected readonly few = few;
  protected readonly many = many;
  protected readonly all = signal(false);
  protected readonly answering = signal(false);
  protected readonly keyOf = keyOf;
  readonly #library = inject(TextLibrary);
  protected readonly title = computed(() => titleOf(this.kind().code, this.#library.language()));
  /** What to do, said once for all causes. */
  protected readonly todo = computed(() => {
    const [first] = this.kind().groups;
    return first && this.kind().severity !== 'info' ? textsOf(first.example, this.#library.language()).todo : '';
  });
  protected readonly shown = computed(() => this.kind().groups.slice(0, this.all() || !this.desk ? many : few));
  protected readonly single = computed(() => this.kind().groups.length === 1);
  protected readonly allAnswered = computed(() => {
    const reasons = this.desk?.chosen()?.reasons ?? this.sentReasons();
    return this.kind().severity === 'confirm' && this.kind().groups.every((group) => reasons.get(keyOf(group)));
  });
  /** Questions are always; what keeps rows out is where the terms let one say that it is not an error. */
  protected readonly answerable = computed(
    () => this.kind().severity === 'confirm' || this.kind().groups.every(({ example }) => example.overridable),
  );
  protected readonly tone = computed((): StatusTone => {
    if (this.allAnswered()) return 'good';
    return { blocksFile: 'stopped', blocksRow: 'stopped', confirm: 'attention', info: 'quiet' }[
      this.kind().severity
    ] as StatusTone;
  });
  /** What each fix says yes to, and corrects nothing in. */
  protected readonly saysYes = computed(() =>
    this.kind().groups.every(
      ({ example }) =>
        example.fix?.kind === 'remember-column' ||
        example.fix?.kind === 'same-buyer' ||
        example.fix?.kind === 'same-item',
    ),
  );
  /** Every cause has a fix that needs no choice. What was invoiced is not written over in one go: it may be what was invoiced. */
  protected readonly fixable = computed(() => {
    const basis = this.desk?.basis.known() ?? null;
    return (
      !this.single() &&
      this.kind().code !== 'price-above-agreed' &&
      this.kind().groups.every(({ example }) => wayOut(example.fix, basis, this.t().check)?.kind === 'direct')
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
